//! Why somebody is the speaker, in the language of the window.

use super::message;
use crate::speech::{Reason, Who};

/// Why a quotation has its speaker, as one sentence.
pub fn reason(reason: &Reason) -> String {
    let name_or = |name: &Option<String>| name.clone().unwrap_or_default();
    match reason {
        Reason::Nobody => message!("why-nobody").to_owned(),
        Reason::UnknownLanguage => message!("why-unknown-language").to_owned(),
        Reason::GoesOn(None) => message!("why-no-new-speaker").to_owned(),
        Reason::GoesOn(name) => message!("why-goes-on", name = name_or(name)),
        Reason::Answers(None) => message!("why-in-turn").to_owned(),
        Reason::Answers(name) => message!("why-answers", name = name_or(name)),
        Reason::Said { words, who: Who::Named(_) } => message!("why-said-named", words = words.as_str()),
        Reason::Said { words, who } => message!("why-said", words = words.as_str(), who = whom(who)),
        Reason::Likeliest { who: Who::Named(name), .. } => message!("why-likeliest-named", name = name.as_str()),
        Reason::Likeliest { words, who } => message!("why-likeliest", words = words.as_str(), who = whom(who)),
        Reason::Cue { cue, words, who: Who::Named(_) } => {
            message!("why-cue-named", cue = cue.as_str(), words = words.as_str())
        }
        Reason::Cue { cue, words, who } => {
            message!("why-cue", cue = cue.as_str(), words = words.as_str(), who = whom(who))
        }
        Reason::Near { words, who: Who::Unclear } => message!("why-near-unclear", words = words.as_str()),
        Reason::Near { words, who: Who::Named(_) } => message!("why-near-named", words = words.as_str()),
        Reason::Near { words, who } => message!("why-near", words = words.as_str(), who = whom(who)),
        Reason::Label { words, who: Who::Named(_), .. } => message!("why-label-named", words = words.as_str()),
        Reason::Label { words, who, .. } => message!("why-label", words = words.as_str(), who = whom(who)),
        Reason::Question(words) => message!("why-question", words = words.as_str()),
        Reason::Repeats(name) => message!("why-repeats", name = name.as_str()),
        Reason::Marked => message!("why-marked").to_owned(),
        Reason::Corrected => message!("why-corrected").to_owned(),
        Reason::Follows => message!("why-follows").to_owned(),
    }
}

/// That it is not known who says something, and why.
pub fn unclear(why: &Reason) -> String {
    match why {
        Reason::Said { words, who: Who::Unclear } | Reason::Likeliest { words, who: Who::Unclear } => {
            message!("status-unclear-whom", words = words.as_str())
        }
        Reason::Cue { words, who: Who::Unclear, .. }
        | Reason::Near { words, who: Who::Unclear }
        | Reason::Label { words, who: Who::Unclear, .. } => {
            message!("status-unclear-whom", words = format!("“{words}”"))
        }
        other => message!("status-unclear", why = reason(other)),
    }
}

fn whom(who: &Who) -> String {
    match who {
        Who::Unclear => message!("who-unclear").to_owned(),
        Who::Named(name) | Who::Part(name) => message!("who-is", name = name.as_str()),
        Who::Called(name) => message!("who-called", name = name.as_str()),
        Who::Back { name, paragraphs } => message!("who-back", name = name.as_str(), paragraphs = *paragraphs),
    }
}

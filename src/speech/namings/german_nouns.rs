//! What German texts call their people and bodies besides names.

use super::super::german;
use super::super::kept::{Described, Kept, Other, push};
use super::super::mentions::Phrase;
use super::super::survey::Survey;
use super::super::token::Token;

/// Keeps a name that is a firm's in German.
pub(super) fn keep_firm(survey: &Survey<'_>, tokens: &[Token<'_>], run: Phrase, kept: &mut Kept) {
    let firm = if survey.lexicon.is_german() { german::firm(tokens, run, survey.lexicon) } else { None };
    if let Some(name) = firm {
        let at = tokens[name.first].start as u32;
        let name = kept.texts.intern(name.of(tokens).iter().map(|token| token.text));
        push(&mut kept.firms, Other { at, name });
    }
}

/// Keeps a subject that stands for several in German.
pub(super) fn keep_several(survey: &Survey<'_>, number: usize, kept: &mut Kept) {
    let Some(phrase) = german::several(&survey.sentences[number].tokens, survey.lexicon) else { return };
    let mention = survey.mention(number, phrase);
    let name = kept.texts.intern([german::nominative(survey.words_of(mention), survey.lexicon).as_str()].into_iter());
    push(&mut kept.several, Other { at: mention.start as u32, name });
}

/// Keeps a subject that is a German noun for a person.
pub(super) fn keep_described(survey: &Survey<'_>, number: usize, kept: &mut Kept) {
    let Some((phrase, described)) = german::described_subject(&survey.sentences[number].tokens, survey.lexicon) else {
        return;
    };
    let mention = survey.mention(number, phrase);
    let name = kept.texts.intern([german::nominative(survey.words_of(mention), survey.lexicon).as_str()].into_iter());
    let role = kept.texts.intern([described.role.as_str()].into_iter());
    let german::Described { gender, definite, .. } = described;
    push(&mut kept.described, Described { at: mention.start as u32, name, role, gender, definite });
}

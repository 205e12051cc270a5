use std::{path::Path, sync::Arc};

use serde::Serialize;

use super::{Format, answer::Answer, read_article, read_own};
use crate::{
    article::{Article, TextRange},
    excerpt::one_line,
    reading::Reading,
    sidecar::{Folders, OWN_LAYER, Sidecar},
    speech::{Quotation, QuotationKind, Speech},
};

#[derive(Serialize)]
struct Listing<'a> {
    article: String,
    speakers: Vec<SpeakerEntry<'a>>,
    quotations: Vec<QuotationEntry<'a>>,
}

#[derive(Serialize)]
struct SpeakerEntry<'a> {
    name: &'a str,
    also: &'a [String],
    quotations: usize,
    words: usize,
}

#[derive(Serialize)]
struct QuotationEntry<'a> {
    #[serde(flatten)]
    content: Passage<'a>,
    kind: &'static str,
    speaker: Option<&'a str>,
    source: Option<Passage<'a>>,
    cue: Option<Passage<'a>>,
    why: String,
    confidence: f64,
}

/// Words of the article; the offsets are characters.
#[derive(Serialize)]
struct Passage<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

impl<'a> Passage<'a> {
    fn of(article: &'a Article, range: TextRange) -> Self {
        let (start, end) = (article.character_at(range.start()), article.character_at(range.end()));
        Self { start, end, text: article.slice(range) }
    }
}

pub(super) fn print(file: &Path, format: Format, reader: &str, answer: &mut Answer) -> Result<(), String> {
    let article = read_article(file, answer)?;
    let speech = corrected(file, &article, reader, answer);
    let text = match format {
        Format::Text => speech.quotations.iter().map(|quotation| line(&article, &speech, quotation)).collect(),
        Format::Json => {
            let listing = Listing {
                article: article.title(),
                speakers: speech
                    .speakers
                    .iter()
                    .map(|speaker| SpeakerEntry {
                        name: &speaker.name,
                        also: &speaker.also,
                        quotations: speaker.quotations,
                        words: speaker.words,
                    })
                    .collect(),
                quotations: speech.quotations.iter().map(|quotation| entry(&article, &speech, quotation)).collect(),
            };
            super::annotations::json(&listing)?
        }
    };
    answer.print(&text)
}

fn line(article: &Article, speech: &Speech, quotation: &Quotation) -> String {
    let speaker = quotation.speaker.map_or("unclear", |speaker| &speech.speaker(speaker).name);
    format!("{speaker}: {}\n", one_line(article.slice(quotation.range)))
}

fn entry<'a>(article: &'a Article, speech: &'a Speech, quotation: &'a Quotation) -> QuotationEntry<'a> {
    QuotationEntry {
        content: Passage::of(article, quotation.range),
        kind: match quotation.kind {
            QuotationKind::Direct => "direct",
            QuotationKind::Indirect => "indirect",
            QuotationKind::Mixed => "mixed",
        },
        speaker: quotation.speaker.map(|speaker| speech.speaker(speaker).name.as_str()),
        source: quotation.source.map(|range| Passage::of(article, range)),
        cue: quotation.cue.map(|range| Passage::of(article, range)),
        why: speech.why(article, quotation).to_string(),
        confidence: (f64::from(quotation.confidence) * 1000.0).round() / 1000.0,
    }
}

/// Who speaks, with the corrections of who handed out the notes, and then the reader's own.
fn corrected(file: &Path, article: &Arc<Article>, reader: &str, answer: &mut Answer) -> Arc<Speech> {
    let found = Speech::of(article);
    let own = read_own(file, article, reader);
    let handed_out = own.handed_out_by.is_some();
    let handed_out = handed_out.then(|| Sidecar::open(Some(file), article.clone(), OWN_LAYER, Folders::of_user()));
    for sidecar in handed_out.iter().chain([&own.sidecar]) {
        sidecar.all_warnings().for_each(|warning| answer.mention(&warning.to_string()));
    }
    let mut reading = Reading::new(article.clone(), found.into(), own.sidecar.notes().clone());
    reading.stand_on(handed_out.map(|sidecar| sidecar.notes().corrections_of_speech()).unwrap_or_default());
    reading.speech().clone()
}

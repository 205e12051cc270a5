//! A line of answers, with the quotations as `quotemark speakers --format json` has them.

use quotemark::article::{Article, TextRange};
use quotemark::speech::{Quotation, QuotationKind, Speech};
use serde_json::{Value, json};

pub fn line(id: &Value, article: &Article, speech: &Speech) -> Value {
    let quotations: Vec<Value> = speech.quotations.iter().map(|q| answer(article, speech, q)).collect();
    json!({"id": id, "quotations": quotations})
}

fn answer(article: &Article, speech: &Speech, quotation: &Quotation) -> Value {
    let piece = |range: TextRange| {
        let (start, end) = (article.character_at(range.start()), article.character_at(range.end()));
        json!({"start": start, "end": end, "text": article.slice(range)})
    };
    let mut answer = piece(quotation.range);
    answer["kind"] = json!(match quotation.kind {
        QuotationKind::Direct => "direct",
        QuotationKind::Indirect => "indirect",
        QuotationKind::Mixed => "mixed",
    });
    answer["speaker"] = json!(quotation.speaker.map(|id| &speech.speaker(id).name));
    answer["source"] = json!(quotation.source.map(piece));
    answer["cue"] = json!(quotation.cue.map(piece));
    answer["why"] = json!(speech.why(article, quotation).to_string());
    answer["confidence"] = json!((f64::from(quotation.confidence) * 1000.0).round() / 1000.0);
    answer
}

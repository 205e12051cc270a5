//! French and Spanish: rules on their grammar, no models. Both say "« … », a déclaré Ada Hill" and "selon elle, …", with
//! the verb before its subject, and both report with "que".

mod according;
mod appositions;
mod clauses;
mod colons;
mod complements;
mod demonyms;
mod dialogue;
mod drafts;
mod events;
mod fragments;
mod gender;
mod groups;
mod guillemets;
mod hearsay;
mod idioms;
mod interviews;
mod learn;
mod mention;
mod names;
mod nouns;
mod objects;
mod offices;
mod openings;
mod people;
mod phrases;
mod pointed;
mod pointing;
mod reader;
mod reporters;
mod reports;
mod resolve;
mod said;
mod spanish;
mod spoken;
mod stops;
mod subjects;
mod tellers;
mod times;
mod tokens;
mod turns;
mod unsaid;
mod verbs;
mod wordings;
mod words;

use std::ops::{ControlFlow, Range};

use super::hearing::Hearing;
use super::speakers::Finding;
use people::People;
use reader::Reader;
use resolve::Resolver;
use turns::Turns;
pub(super) use words::Tongue;
use words::Words;

/// The quotations of an article, in order.
pub(super) fn find(
    text: &str,
    paragraphs: &[Range<usize>],
    tongue: Tongue,
    hearing: &mut Hearing<'_>,
) -> ControlFlow<(), Vec<Finding>> {
    let words = Words::of(tongue);
    let marks = guillemets::find(text, paragraphs);
    let sentences = tokens::sentences(text, paragraphs, &marks, words);
    let lines = dialogue::lines(text, paragraphs, words);
    let interview = interviews::find(text, paragraphs, &marks, words);
    let people = People::of(text, &sentences, words);
    let mut reader = Reader::new(text, words, &marks, Resolver::new(text, words, people));
    let mut turns = Turns::default();
    let mut next = lines.iter().peekable();
    let mut spoken = usize::MAX;
    let mut paragraph = 0;
    for (number, sentence) in sentences.iter().enumerate() {
        while paragraph < sentence.paragraph {
            hearing.go_on(paragraphs[paragraph].len(), &[])?;
            paragraph += 1;
        }
        if spoken != sentence.paragraph
            && let Some(turn) = interview.turn(sentence.paragraph)
            && reader.read_turn(number, sentence.paragraph, turn, &interview)
        {
            spoken = sentence.paragraph;
        }
        if spoken == sentence.paragraph {
            next.next_if(|line| line.paragraph == sentence.paragraph);
            continue;
        }
        if let Some(line) = next.next_if(|line| line.paragraph == sentence.paragraph) {
            reader.read_line(number, line, &mut turns);
            spoken = sentence.paragraph;
        } else {
            reader.read(number, sentence);
        }
    }
    hearing.go_on(paragraphs[paragraph..].iter().map(ExactSizeIterator::len).sum(), &[])?;
    ControlFlow::Continue(reader.finish())
}

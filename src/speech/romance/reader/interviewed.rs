//! The turns of an interview that nobody signs.

use super::super::super::QuotationKind;
use super::super::super::marks::Mark;
use super::super::interviews::{Interview, Turn};
use super::super::people::PersonId;
use super::super::resolve::{self, Place};
use super::super::said::{Focus, Said};
use super::Reader;

/// How likely an answer is whoever's the article names most before it, and the words over the article are theirs.
const ANSWERS: f64 = 0.93;
const HEADS: f64 = 0.86;

impl<'t> Reader<'t> {
    /// Reads a paragraph of an interview; false where the sentences of it are still to be read.
    pub fn read_turn(&mut self, number: usize, paragraph: usize, turn: &Turn, interview: &Interview) -> bool {
        self.turn_to(paragraph);
        let Some(id) = self.interviewed.or_else(|| self.who_answers(interview)) else {
            return matches!(turn, Turn::Asks(_));
        };
        if self.interviewed.is_none() {
            self.interviewed = Some(id);
            self.give_heading(id);
        }
        let whole = match turn {
            Turn::Answers(range) => range.clone(),
            Turn::AnswersInMarks => {
                let focus = Focus { id, source: self.named_at(id), paragraph, speaks: true };
                (self.focus, self.speaker) = (Some(focus), Some(focus));
                return false;
            }
            Turn::Asks(range) => {
                if let Some(asker) = interview.asker.clone() {
                    let by = self.resolver.people.pair(self.text[asker.clone()].to_owned());
                    self.say(range.clone(), by, (asker.start, asker.end));
                }
                return true;
            }
        };
        let source = self.named_at(id);
        let place = Place { at: whole.start, sentence: number, paragraph };
        self.say(whole, id, source);
        self.resolver.see(place, id, resolve::SPEAKER);
        let focus = Focus { id, source, paragraph, speaks: true };
        (self.focus, self.speaker) = (Some(focus), Some(focus));
        true
    }

    /// Adds all of a paragraph.
    fn say(&mut self, whole: std::ops::Range<usize>, id: PersonId, source: (usize, usize)) {
        self.resolver.spoken.push((whole.start, whole.end, id));
        self.said.push(Said {
            start: whole.start,
            end: whole.end,
            kind: QuotationKind::Direct,
            quoted: vec![Mark { start: whole.start, end: whole.end }],
            source: Some(source),
            cue: None,
            speaker: Some(id),
            goes_on: true,
            sure: ANSWERS,
        });
    }

    /// Whom the article names most before the first question, and first of those.
    fn who_answers(&self, interview: &Interview) -> Option<PersonId> {
        let signed = interview.answerer.clone().and_then(|name| self.text.get(name));
        if let Some(signed) = signed {
            let words: Vec<String> = signed.split_whitespace().map(str::to_owned).collect();
            if let Some(id) = self.resolver.people.named(&words, None) {
                return Some(id);
            }
        }
        let fits = |id: PersonId| {
            let person = self.resolver.people.get(id);
            person.is_named() && !person.body && !person.plural && !person.thing
        };
        let mut named: Vec<(PersonId, f64)> = Vec::new();
        for seen in self.resolver.seen.iter().filter(|seen| fits(seen.id)) {
            let full = self.resolver.people.get(seen.id).words.len() > 1;
            // whoever a headline names, else whom the article is about
            let clear = if full { 1.0 } else { 0.4 } + if seen.place.paragraph == 0 { 1.0 } else { 0.0 };
            match named.iter_mut().find(|(id, _)| *id == seen.id) {
                Some((_, weight)) => *weight += clear,
                None => named.push((seen.id, clear)),
            }
        }
        let most = named.iter().map(|(_, weight)| *weight).fold(0.0, f64::max);
        named.iter().find(|(_, weight)| *weight >= most).map(|(id, _)| *id)
    }

    /// Where somebody is first named.
    fn named_at(&self, id: PersonId) -> (usize, usize) {
        let name = self.resolver.people.get(id).name.as_str();
        let first = self.resolver.seen.iter().find(|seen| seen.id == id).map_or(0, |seen| seen.place.at);
        let at = self.text[first..].find(name).map_or(first, |ahead| first + ahead);
        (at, (at + name.len()).min(self.text.len()))
    }

    /// « Je pars » over the article: words that name nobody there.
    fn give_heading(&mut self, id: PersonId) {
        let source = self.named_at(id);
        let end = self.text.find('\n').unwrap_or(0);
        for said in self.said.iter_mut().filter(|said| said.speaker.is_none() && said.end <= end) {
            said.take(Focus { id, source, paragraph: 0, speaks: true }, HEADS);
        }
    }
}

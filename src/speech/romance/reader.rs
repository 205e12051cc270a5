//! The sentences of an article one after the other: who is in mind, and who says what is said.

mod claims;
mod continued;
mod interviewed;
mod lines;
mod waiting;

use super::super::QuotationKind;
use super::super::marks::Mark;
use super::super::speakers::Finding;
use super::according;
use super::clauses;
use super::colons;
use super::drafts::{Draft, Inside, Reading, Source};
use super::events::{self, Event};
use super::fragments;
use super::hearsay;
use super::idioms;
use super::names;
use super::people::PersonId;
use super::phrases::{Mention, Span};
use super::pointing;
use super::reporters;
use super::reports;
use super::resolve::{self, Place, Resolved, Resolver};
use super::said::{self, Focus, Said};
use super::spoken;
use super::tokens::{self, Kind, Sentence, Token};
use super::words::{Class, Verb, Words};
use continued::Reported;
use waiting::Waiting;

/// How likely a passage that names nobody belongs to whoever spoke in its paragraph, did something there,
/// speaks behind it, or spoke in the paragraph before.
const SAME_PARAGRAPH: f64 = 0.93;
const SUBJECT_BEFORE: f64 = 0.88;
const NAMED_BEHIND: f64 = 0.8;
const PARAGRAPH_BEFORE: f64 = 0.75;

/// How likely a name is an office's that stood right before it.
const HOLDER: f64 = 0.78;

/// Over how many paragraphs a speaker goes on without being named.
const GOES_ON: usize = 2;

pub(super) struct Reader<'t> {
    text: &'t str,
    words: &'static Words,
    marks: &'t [Mark],
    resolver: Resolver<'t>,
    said: Vec<Said>,
    focus: Option<Focus>,
    speaker: Option<Focus>,
    /// Who spoke before that speaker.
    other: Option<Focus>,
    /// Passages that wait for somebody to be named behind them.
    waiting: Vec<Waiting>,
    paragraph: usize,
    /// Whether the last passage in marks has no end, so that the next one goes on with it.
    is_open: bool,
    /// Who has just asked something.
    asked: Option<PersonId>,
    /// The sentence before in the same paragraph, where nothing in it is said.
    narrated: Option<(usize, usize)>,
    /// What the sentence before ended with that the next one may go on with.
    reported: Option<Reported>,
    /// Who answers in an interview.
    interviewed: Option<PersonId>,
}

impl<'t> Reader<'t> {
    pub fn new(text: &'t str, words: &'static Words, marks: &'t [Mark], resolver: Resolver<'t>) -> Self {
        Self {
            text,
            words,
            marks,
            resolver,
            said: Vec::new(),
            focus: None,
            speaker: None,
            other: None,
            waiting: Vec::new(),
            paragraph: 0,
            is_open: false,
            asked: None,
            narrated: None,
            reported: None,
            interviewed: None,
        }
    }

    /// Reads a sentence.
    pub fn read(&mut self, number: usize, sentence: &Sentence<'t>) {
        self.turn_to(sentence.paragraph);
        let tokens = &sentence.tokens;
        self.resolver.notice(tokens, number, sentence.paragraph);
        let mut reading = Reading { sentence, drafts: Vec::new() };
        fragments::without_verbs(&mut reading, self.words);
        reports::before_verbs(&mut reading, self.words);
        spoken::with_speaker_inside(&mut reading, self.text, self.words);
        according::according(&mut reading, self.words);
        reports::behind_verbs(&mut reading, self.words);
        idioms::reported(&mut reading, self.words);
        hearsay::learnt(&mut reading, self.words);
        colons::announced(&mut reading, self.words);
        spoken::remaining(&mut reading, self.words);
        let drafts = reading.drafts;
        let narrated = self.narrated.take();
        if drafts.is_empty() {
            let end = clauses::last(tokens);
            self.narrated = (end > 0).then(|| bytes(tokens, Span { first: 0, after: end }));
        }
        if let (Some(narrated), Some((cue, source))) = (narrated, pointing::of_sentence_before(tokens, self.words)) {
            let at = tokens[source.core.first].start;
            let place = Place { at, sentence: number, paragraph: sentence.paragraph };
            self.speak_sentence(tokens, narrated, cue, &source, place);
        } else if sentence.paragraph > 0
            && let Some(source) = pointing::words_of(tokens, self.words).or_else(|| {
                let of_before = pointing::of_sentence_before(tokens, self.words).filter(|_| drafts.is_empty());
                of_before.map(|(_, source)| source)
            })
        {
            let at = tokens[source.core.first].start;
            let place = Place { at, sentence: number, paragraph: sentence.paragraph };
            self.claim(tokens, &source, place);
        }
        if let Some(reported) = self.reported.take().filter(|_| drafts.is_empty()) {
            self.go_on_reporting(tokens, reported);
        }
        let events = events::events(tokens, &drafts, self.words);
        // "Même chose pour Ada Hill."
        let mut alone = events.iter().all(|(_, event)| matches!(event, Event::Naming(_)));
        for (at, event) in events {
            let place = Place { at, sentence: number, paragraph: sentence.paragraph };
            match event {
                Event::Subject(mention) => self.see_subject(tokens, &mention, place),
                Event::Inner(mention) => {
                    if let Some(found) = self.resolver.resolve(tokens, &mention, place) {
                        self.resolver.see(place, found.id, resolve::INNER);
                    }
                }
                Event::Naming(mention) => self.see_name(tokens, &mention, place, std::mem::take(&mut alone)),
                Event::Speech(draft) => self.speak(tokens, &drafts[draft], place),
            }
        }
        if !drafts.is_empty() {
            self.note_report(tokens, &drafts);
        }
        self.resolver.introduce(tokens);
    }

    /// A sentence about somebody: the next pronoun may mean them.
    fn see_subject(&mut self, tokens: &[Token<'t>], mention: &Mention, place: Place) {
        let found = self.resolver.resolve(tokens, mention, place);
        // "…, dit Paul. Elle se tut. « … »": somebody else than Paul
        if found.is_none() && mention.pronoun && !tokens[mention.core.first].is(Class::UNNAMED) {
            (self.focus, self.speaker) = (None, None);
        }
        if let Some(found) = found {
            // "Ada Hill et Jean Rey tiennent la barre": either may speak next
            for id in self.resolver.each_of_two(tokens, mention) {
                self.resolver.see(place, id, resolve::INNER);
            }
            self.resolver.see(place, found.id, resolve::SUBJECT);
            self.resolver.notice_charge(tokens, mention, found.id);
            // "Le maire et son adjointe ont réagi": "ils" are both
            if let Some(both) = self.resolver.with_another(tokens, mention) {
                self.resolver.see(place, both, resolve::SUBJECT);
            }
            // "Un hommage est prévu": nothing that speaks
            let paper = mention.head.is_some_and(|head| tokens[head].is(Class::PAPER));
            let person = self.resolver.people.get(found.id);
            // "la dose tolérable (DHT)", and then "Cette DHT"
            let letters = person.thing && mention.name.is_some();
            if (paper || letters || reporters::is_thing(tokens, mention)) && !person.is_named() {
                return;
            }
            let focus = Focus {
                id: found.id,
                source: bytes(tokens, mention.span()),
                paragraph: place.paragraph,
                speaks: false,
            };
            // "C'est ainsi qu'Ada a gagné : « … » Ada Hill vit à Lys.": she has spoken
            if !self.waiting.is_empty() {
                self.speaker = Some(Focus { speaks: true, ..focus });
            }
            self.settle(focus, NAMED_BEHIND * found.sure);
            self.focus = Some(focus);
            // "Ada Hill, 34 ans, batelière" alone on its line: who speaks below it
            let verb = |token: &Token<'_>| token.is(Class::AUXILIARY) || token.verb.any(Verb::FINITE);
            let ends = tokens.last().is_some_and(Token::is_word) && !tokens.iter().any(verb);
            let comma = tokens.get(mention.core.after).is_some_and(|token| token.is_sign(","));
            if mention.name.is_some() && mention.core.first == 0 && comma && ends {
                self.speaker = Some(focus);
            }
        }
    }

    fn see_name(&mut self, tokens: &[Token<'t>], mention: &Mention, place: Place, alone: bool) {
        let Some(name) = mention.name else { return };
        let words = names::name_words(tokens, mention, name);
        if let Some(id) = self.resolver.people.named(&words, super::gender::gender(tokens, mention)) {
            let clear = match mention.core.first {
                _ if alone => resolve::INNER,
                first if events::is_agent(tokens, first) => resolve::SUBJECT,
                _ => resolve::NAMED,
            };
            self.resolver.see(place, id, clear);
        }
    }

    /// Adds what is said, with its speaker.
    fn speak(&mut self, tokens: &[Token<'t>], draft: &Draft<'t>, place: Place) {
        let inside = draft.content.of(tokens);
        let (Some(first), Some(last)) = (inside.first(), inside.last()) else { return };
        let quoted: Vec<Mark> = inside
            .iter()
            .filter_map(|token| match token.kind {
                Kind::Mark(number) => self.marks.get(number).copied(),
                _ => None,
            })
            .collect();
        let continues = std::mem::replace(&mut self.is_open, last.is_mark() && !last.text.ends_with(['»', '”', '"']))
            && first.is_mark();
        let mut said = Said {
            start: first.start,
            end: last.end,
            kind: draft.kind,
            quoted,
            source: None,
            cue: draft.cue.map(|cue| bytes(tokens, cue)),
            speaker: None,
            goes_on: false,
            sure: 0.3,
        };
        let replies = draft.cue.is_some_and(|cue| cue.of(tokens).iter().any(|token| token.verb.any(Verb::REPLIES)));
        // "Réponse de la ministre : « … »"
        let colon = draft.cue.is_some_and(|cue| cue.of(tokens).iter().all(|token| token.is_sign(":")));
        let answered = || self.answered(draft, said.start, place.paragraph).filter(|_| replies);
        self.resolver.asked = self.asked.filter(|_| replies || colon).or_else(answered);
        self.resolver.said = Some((said.start, said.end));
        let (found, source, names) = match &draft.source {
            Source::Named(mention) => {
                self.resolver.parted = self.resolver.whose_clause(tokens, mention, draft.cue, place);
                match self.resolver.joined(tokens, mention, draft.cue) {
                    Some((id, both)) => (Some(Resolved { id, sure: 0.9 }), Some(bytes(tokens, both)), true),
                    None => (self.resolver.resolve(tokens, mention, place), Some(bytes(tokens, mention.span())), true),
                }
            }
            Source::Inside(inside) => {
                let Inside { tokens, mention, cue, spoken } = inside;
                said.quoted = spoken.iter().map(|part| Mark { start: part.start, end: part.end }).collect();
                said.cue = Some(bytes(tokens, *cue));
                (self.resolver.resolve(tokens, mention, place), Some(bytes(tokens, mention.span())), true)
            }
            Source::Silent { plural } => (self.resolver.last_in_mind(place, Some(*plural)), None, true),
            Source::Open => (None, None, false),
        };
        self.resolver.said = None;
        self.resolver.parted = None;
        said.source = source;
        if let Some(found) = found {
            said.speaker = Some(found.id);
            said.sure = found.sure * draft.sure;
            let known = self.focus.filter(|focus| focus.id == found.id).map(|focus| focus.source);
            said.source = said.source.or(known);
            let focus = Focus {
                id: found.id,
                source: said.source.unwrap_or((said.start, said.end)),
                paragraph: place.paragraph,
                speaks: true,
            };
            self.resolver.see(place, found.id, resolve::SPEAKER);
            self.settle(focus, NAMED_BEHIND * found.sure);
            self.focus = Some(focus);
            self.turn_speaker(focus);
        } else if !names {
            self.go_on(&mut said, draft, place, continues);
        } else if let Source::Named(mention) = &draft.source {
            self.await_name(tokens, mention, place);
        }
        let asks = !said.quoted.is_empty() && tokens::body(last.text).ends_with('?');
        // "y le preguntó si tuvo miedo. «No», contestó ella"
        let wonders = first.is(Class::WHETHER) && draft.cue.is_some_and(|cue| said::asks(&tokens[cue.after - 1]));
        self.asked = said.speaker.filter(|_| asks && last.is_mark() || wonders);
        if let Some(id) = said.speaker {
            self.resolver.spoken.push((said.start, said.end, id));
        }
        if said.quoted.is_empty() && said.kind == QuotationKind::Direct {
            said.quoted.push(Mark { start: said.start, end: said.end });
        }
        self.said.push(said);
    }

    /// A passage that names nobody.
    fn go_on(&mut self, said: &mut Said, draft: &Draft<'t>, place: Place, continues: bool) {
        let (focus, sure) = if continues && self.waiting.is_empty() {
            (self.speaker, 0.96)
        } else {
            let here = self.focus.filter(|focus| focus.paragraph == place.paragraph);
            let spoke = self.speaker.filter(|spoke| {
                // "Le juge insiste. « … ? » L'accusée hésite. « Oui. »": she answers
                spoke.paragraph == place.paragraph
                    && self.asked != Some(spoke.id)
                    && here.is_some_and(|here| !here.speaks && !self.resolver.people.get(here.id).is_named())
            });
            let here = spoke.or(here);
            let answers = self.answers(said.start, here);
            let here = answers.or(here);
            (here, if here.is_some_and(|focus| focus.speaks) { SAME_PARAGRAPH } else { SUBJECT_BEFORE })
        };
        match focus {
            Some(focus) => {
                said.take(focus, sure * draft.sure);
                let focus = Focus { paragraph: place.paragraph, speaks: true, ..focus };
                self.resolver.see(place, focus.id, resolve::SPEAKER);
                self.focus = Some(focus);
                self.turn_speaker(focus);
            }
            None => self.waiting.push(Waiting::at(self.said.len(), place.paragraph)),
        }
    }

    /// Goes on to another paragraph: what waits there for a name belongs to whoever spoke before.
    fn turn_to(&mut self, paragraph: usize) {
        if paragraph == self.paragraph {
            return;
        }
        if !self.is_open {
            self.end_paragraph();
        }
        self.paragraph = paragraph;
        self.narrated = None;
        self.reported = None;
    }

    fn end_paragraph(&mut self) {
        self.waiting.retain(|waiting| waiting.pronoun.is_none());
        let begin = self.waiting.first().map_or(self.paragraph, |waiting| waiting.paragraph);
        // "On le lui répète. Jean rougit." and then words alone: he speaks, not whoever did before
        let acted = self.focus.filter(|focus| {
            let person = self.resolver.people.get(focus.id);
            person.is_named() && !person.body && self.speaker.is_none_or(|spoke| spoke.paragraph < focus.paragraph)
        });
        match acted.or(self.speaker).or(self.focus) {
            Some(focus) if focus.paragraph + GOES_ON >= begin => {
                if !self.waiting.is_empty() {
                    self.speaker = Some(Focus { paragraph: self.paragraph, speaks: true, ..focus });
                }
                self.settle(focus, PARAGRAPH_BEFORE);
            }
            _ => self.waiting.clear(),
        }
    }

    /// "Le ministre des Quais a promis … « … », a déclaré Ada Hill": a name that comes without a role right behind an
    /// office without a name is its holder's.
    fn name_offices(&mut self) {
        let holders = self.resolver.holders_of_offices();
        for said in &mut self.said {
            let holder = said.speaker.and_then(|id| holders.iter().find(|(office, _)| *office == id));
            if let Some((_, holder)) = holder {
                said.speaker = Some(*holder);
                said.sure = said.sure.min(HOLDER);
            }
        }
    }

    /// The quotations with their speakers' names.
    pub fn finish(mut self) -> Vec<Finding> {
        self.end_paragraph();
        self.name_offices();
        self.said.sort_by_key(|said| (said.start, said.end));
        said::headings(&mut self.said, self.text, self.marks);
        let (text, people) = (self.text, &self.resolver.people);
        let mut found: Vec<Finding> = self.said.into_iter().map(|said| said.finding(text, people)).collect();
        found.sort_by_key(|finding| (finding.start, finding.end));
        found
    }
}

fn bytes(tokens: &[Token<'_>], span: Span) -> (usize, usize) {
    let inside = span.of(tokens);
    (inside.first().map_or(0, |token| token.start), inside.last().map_or(0, |token| token.end))
}

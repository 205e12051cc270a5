use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::notes::{Annotation, Colour, Place};

/// Which notes a reader wants to see, written as one line: words, and `tag:`, `by:`, `speaker:`, `colour:`, `state:`.
///
/// Everything asked for must hold; colours, states and people asked for are alternatives, as a note has one of each. A
/// value in quotation marks is meant exactly, another one as how a word begins. Capitals and accents do not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    words: Vec<String>,
    tags: Vec<Wanted>,
    people: Vec<Wanted>,
    speakers: Vec<Wanted>,
    colours: Vec<Colour>,
    states: Vec<State>,
}

/// Why a line asks for nothing that can be: the value is no name of its kind. A sentence for the reader.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FilterError {
    #[error("There is no colour “{0}”: {names}.", names = Self::colours())]
    NoColour(String),
    #[error("There is no state “{0}”: {names}.", names = Self::states())]
    NoState(String),
}

impl FilterError {
    /// The names of the colours, as they are asked for.
    pub fn colours() -> String {
        Colour::ALL.map(Colour::name).join(", ")
    }

    /// The names of the states, as they are asked for.
    pub fn states() -> String {
        State::ALL.map(State::name).join(", ")
    }
}

/// A value that is asked for, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Wanted {
    text: String,
    exactly: bool,
}

/// What became of a note's passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Exact,
    Changed,
    Orphan,
}

impl State {
    const ALL: [Self; 3] = [Self::Exact, Self::Changed, Self::Orphan];

    fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Changed => "changed",
            Self::Orphan => "orphan",
        }
    }

    fn of(place: Place) -> Self {
        match place {
            Place::Exact(_) | Place::Article => Self::Exact,
            Place::Changed(_) => Self::Changed,
            Place::Orphan => Self::Orphan,
        }
    }
}

impl Filter {
    /// Reads the line. A key without a value asks for nothing: it is still being typed.
    ///
    /// # Errors
    /// When there is no such colour or state.
    pub fn read(line: &str) -> Result<Self, FilterError> {
        let mut filter = Self::default();
        for Term { key, wanted } in terms(line) {
            if wanted.text.is_empty() {
                continue;
            }
            match key {
                Key::Word => filter.words.push(wanted.text),
                Key::Tag => filter.tags.push(wanted),
                Key::By => filter.people.push(wanted),
                Key::Speaker => filter.speakers.push(wanted),
                Key::Colour => filter
                    .colours
                    .push(one_of(&Colour::ALL, Colour::name, &wanted).ok_or(FilterError::NoColour(wanted.text))?),
                Key::State => filter
                    .states
                    .push(one_of(&State::ALL, State::name, &wanted).ok_or(FilterError::NoState(wanted.text))?),
            }
        }
        Ok(filter)
    }

    /// Whether it asks for nothing, so that all notes are wanted.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The line that asks for a tag and those nested in it.
    pub fn line_for_tag(name: &str) -> String {
        format!("tag:{}", quoted(name))
    }

    /// The line that asks for notes on the words of a speaker.
    pub fn line_for_speaker(name: &str) -> String {
        format!("speaker:{}", quoted(name))
    }

    /// Whether the words of somebody of this name are asked for; everybody's are while nobody is named.
    pub fn asks_for_words_of(&self, name: &str) -> bool {
        self.speakers.is_empty() || self.speakers.iter().any(|wanted| wanted.is_name(name))
    }

    /// Whether a note is wanted: `by` are the names of whoever wrote it, and `is_on_wanted_words` tells whether it is on
    /// words of somebody whose words are asked for.
    pub fn holds(&self, note: &Annotation, by: &[&str], is_on_wanted_words: impl FnOnce() -> bool) -> bool {
        (self.colours.is_empty() || self.colours.contains(&note.colour))
            && (self.states.is_empty() || self.states.contains(&State::of(note.place)))
            && self.tags.iter().all(|wanted| note.tags.iter().any(|tag| wanted.is_tag(tag)))
            && (self.people.is_empty() || self.people.iter().any(|wanted| by.iter().any(|name| wanted.is_name(name))))
            && self.has_words(note)
            && (self.speakers.is_empty() || is_on_wanted_words())
    }

    fn has_words(&self, note: &Annotation) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let mut all = String::with_capacity(note.note.len() + note.selector.quote.len() + 32);
        for part in [&note.note, &note.selector.quote].into_iter().chain(&note.tags) {
            fold_into(&mut all, part);
            // No word goes on from one to the next.
            all.push('\n');
        }
        self.words.iter().all(|word| all.contains(word))
    }
}

impl Wanted {
    /// A tag that is asked for brings those nested in it along.
    fn is_tag(&self, tag: &str) -> bool {
        let tag = folded(tag);
        if self.exactly {
            return tag.strip_prefix(&self.text).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        }
        tag.starts_with(&self.text) || tag.split(['/', ' ', '-', '_']).any(|word| word.starts_with(&self.text))
    }

    fn is_name(&self, name: &str) -> bool {
        let name = folded(name);
        if self.exactly {
            return name == self.text;
        }
        name.starts_with(&self.text) || name.split_whitespace().any(|word| word.starts_with(&self.text))
    }
}

#[derive(Clone, Copy)]
enum Key {
    Word,
    Tag,
    By,
    Speaker,
    Colour,
    State,
}

struct Term {
    key: Key,
    wanted: Wanted,
}

/// The parts of a line, which spaces part outside quotation marks.
fn terms(line: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        let (key, value) = key_of(rest);
        let is_mark = |letter: char| matches!(letter, '"' | '“' | '”' | '„');
        let (text, exactly, after) = match value.strip_prefix(is_mark) {
            Some(inside) => {
                let end = inside.find(is_mark).unwrap_or(inside.len());
                (&inside[..end], true, inside[end..].trim_start_matches(is_mark))
            }
            None => {
                let end = value.find(char::is_whitespace).unwrap_or(value.len());
                (&value[..end], false, &value[end..])
            }
        };
        terms.push(Term { key, wanted: Wanted { text: folded(text.trim()), exactly } });
        rest = after.trim_start();
    }
    terms
}

/// The key that a term begins with, and what is behind it. What is no key is a word: “http://…”.
fn key_of(term: &str) -> (Key, &str) {
    const KEYS: [(&str, Key); 6] = [
        ("tag:", Key::Tag),
        ("by:", Key::By),
        ("speaker:", Key::Speaker),
        ("colour:", Key::Colour),
        ("color:", Key::Colour),
        ("state:", Key::State),
    ];
    let begins = |name: &str| term.get(..name.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(name));
    let found = KEYS.into_iter().find(|(name, _)| begins(name));
    found.map_or((Key::Word, term), |(name, key)| (key, &term[name.len()..]))
}

fn one_of<T: Copy>(all: &[T], name: fn(T) -> &'static str, wanted: &Wanted) -> Option<T> {
    all.iter().copied().find(|one| name(*one).starts_with(&wanted.text))
}

fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

/// A text without capitals and accents.
fn folded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    fold_into(&mut plain, text);
    plain
}

fn fold_into(plain: &mut String, text: &str) {
    let mut rest = text;
    while !rest.is_empty() {
        // Most of a text is ASCII, which is folded a stretch at a time.
        let (ascii, others) = rest.split_at(rest.find(|letter: char| !letter.is_ascii()).unwrap_or(rest.len()));
        let begin = plain.len();
        plain.push_str(ascii);
        plain[begin..].make_ascii_lowercase();
        let (letters, next) = others.split_at(others.find(|letter: char| letter.is_ascii()).unwrap_or(others.len()));
        for letter in letters.chars() {
            decompose_canonical(letter, |part| {
                if !is_combining_mark(part) {
                    plain.extend(part.to_lowercase());
                }
            });
        }
        rest = next;
    }
}

#[cfg(test)]
mod tests {
    use super::Filter;
    use crate::{
        article::{Article, TextRange},
        notes::{Annotation, Draft, Notes, Place},
    };

    const TEXT: &str = "The gate will hold, said Ada. Nobody asked the river.";

    fn note(words: &str, tags: &[&str], colour: &str, text: &str) -> Annotation {
        let article = Article::new("tide.txt", TEXT, Vec::new());
        let start = TEXT.find(words).unwrap();
        let range = TextRange::of_bytes(TEXT, start, start + words.len()).unwrap();
        let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
        let draft = Draft {
            colour: crate::notes::Colour::from_name(colour).unwrap(),
            tags,
            note: text.to_owned(),
            ..Draft::default()
        };
        let mut notes = Notes::default();
        let id = crate::notes::AnnotationId::from_random([1; 5]);
        let edit = notes.annotate(id, &article, range, draft, jiff::Timestamp::UNIX_EPOCH).unwrap();
        notes.apply(&edit);
        notes.annotations[0].clone()
    }

    /// Which of these notes a line finds, by their letters.
    #[track_caller]
    fn check(line: &str, expected: &str) {
        let gone = Annotation { place: Place::Orphan, ..note("river", &[], "pink", "Où est-elle?") };
        let notes = [
            ('a', note("The gate", &["claim"], "yellow", "Says who?"), &["me", "Zoë Marsh"][..], &["Ada Brandt"][..]),
            ('b', note("Nobody", &["claims", "rhetoric/metaphor"], "green", ""), &["Liu"], &[]),
            ('c', gone, &["Liu"], &["Ada Brandt", "Jon Weir"]),
        ];
        let filter = Filter::read(line).unwrap();
        let wanted = notes.iter().filter(|(_, note, by, speakers)| {
            filter.holds(note, by, || speakers.iter().any(|name| filter.asks_for_words_of(name)))
        });
        assert_eq!(wanted.map(|(letter, ..)| *letter).collect::<String>(), expected, "{line}");
    }

    #[test]
    fn words_are_looked_for_in_notes_passages_and_tags() {
        check("", "abc");
        check("who", "a");
        check("GATE says", "a");
        check("ou", "c");
        check("metaphor", "b");
        check("\"gate will\"", "");
        check("http://x", "");
    }

    #[test]
    fn tags_are_meant_as_they_begin_or_exactly() {
        check("tag:claim", "ab");
        check("tag:\"claim\"", "a");
        check("tag:meta", "b");
        check("tag:\"rhetoric\"", "b");
        check("tag:claim tag:rhet", "b");
        check("tag:", "abc");
        check(&Filter::line_for_tag("claim"), "a");
    }

    #[test]
    fn people_speakers_colours_and_states_are_alternatives() {
        check("by:zoe", "a");
        check("by:marsh by:liu", "abc");
        check("By:\"Liu\"", "bc");
        check("speaker:weir", "c");
        check("speaker:\"Ada Brandt\" state:exact", "a");
        check(&Filter::line_for_speaker("Ada Brandt"), "ac");
        check("colour:green color:pink", "bc");
        check("state:orphan", "c");
        check("state:o", "c");
        check("speaker:“Jon Weir”", "c");
    }

    #[test]
    fn what_is_not_there_is_told() {
        let sentence = |line| Filter::read(line).unwrap_err().to_string();
        assert_eq!(sentence("colour:red"), "There is no colour “red”: yellow, green, blue, pink, orange, violet.");
        assert_eq!(sentence("state:new"), "There is no state “new”: exact, changed, orphan.");
    }
}

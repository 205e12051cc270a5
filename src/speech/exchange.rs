//! Step 9c: the exchanges of a story, in which people speak in turns, a paragraph each, and most of their lines name nobody.
//!
//! Who speaks each line is chosen for many lines at once, so that what one names tells of those before and behind it: the
//! likeliest row of speakers by the Viterbi algorithm, each weighed with the two before. How much less likely a row is that
//! has somebody else in a line tells how sure the choice is.

mod cast;
mod found;
mod index;
mod lines;
mod narration;
mod row;
mod words;

use super::kept::Gender;
use super::numbered::numbered;
pub(super) use found::take_turns_of_findings;
pub(super) use lines::take_turns;
use row::Row;
pub(super) use words::Words;

numbered! {
    /// The number of a character in the cast of a story.
    pub(super) struct CharacterId;
}

/// Somebody in a story.
pub(super) struct Character {
    pub name: String,
    pub gender: Option<Gender>,
    /// Whether it is "I", who is no "he" and no "she".
    pub is_narrator: bool,
}

/// What the words round a line tell of its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Their name, or what they are called by.
    Name(CharacterId),
    /// A pronoun, and whom it would mean in an article that is no story.
    Pronoun {
        gender: Option<Gender>,
        meant: Option<CharacterId>,
    },
    Nothing,
}

/// A paragraph in which somebody speaks.
pub(super) struct Line {
    pub paragraph: usize,
    pub told: Told,
    /// Whether the mark stays open, so that the next line goes on.
    pub is_open: bool,
    /// Whether words of the narration stand before what is spoken.
    pub is_led: bool,
    /// Whom its words call by name.
    pub calls: Vec<CharacterId>,
    /// Who acts in the paragraphs since the line before, in order.
    pub actors: Vec<CharacterId>,
    /// Who else is named there.
    pub aside: Vec<CharacterId>,
    /// The last pronoun that acts there.
    pub acting: Option<Acting>,
}

/// A pronoun that opens a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Acting {
    Narrator,
    Gender(Gender),
}

impl Acting {
    /// The last pronoun of a paragraph that acts.
    pub fn last(paragraph: &str, words: &Words) -> Option<Self> {
        let told = |word: &str| match words.is_narrator(word) {
            true => Some(Self::Narrator),
            false => words.pronoun(word).map(Self::Gender),
        };
        if words.is_joined() {
            // '……，他说'
            let opens = |at: usize| paragraph[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
            let signs = paragraph.char_indices().rev().filter(|(at, _)| opens(*at));
            return signs.map(|(at, sign)| &paragraph[at..at + sign.len_utf8()]).find_map(told);
        }
        paragraph.split(|sign: char| !sign.is_alphanumeric()).rev().find_map(told)
    }
}

/// Who speaks a line, and how much likelier that is than that anybody else does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Turn {
    /// Nobody where it is not clear.
    pub speaker: Option<CharacterId>,
    pub margin: f64,
}

/// A row of lines is cut behind so many, and where so many paragraphs part two: work and memory grow with its length alone.
const LONGEST: usize = 200;
const PAUSE: usize = 8;

/// A line in which somebody answers has hardly more words, or signs where words stand without spaces.
const LINE: usize = 20;
const JOINED_LINE: usize = 40;

/// An article has so many of them at least if it is a story; a short one has them in every fourth paragraph.
const LINES: usize = 3;
const MANY_LINES: usize = 8;
const APART: usize = 4;

/// A paragraph in which somebody speaks: its number, and what is spoken where it is nothing else.
type Spoken<'t> = (usize, Option<&'t str>);

/// People speak in so many paragraphs one after the other, and in so many of these nothing else stands.
const EXCHANGE: usize = 4;
const EXCHANGE_ALONE: usize = 2;

/// Whether an article is a story: most passages that are a paragraph by themselves are short, and somewhere several people
/// speak without a break. In the news longer ones go on with what was said above, and short ones stand apart.
pub(super) fn is_story<'t>(spoken: impl Iterator<Item = Spoken<'t>>, paragraphs: usize, is_joined: bool) -> bool {
    let (mut short, mut all) = (0, 0);
    let (mut next, mut together, mut alone, mut is_exchange) = (0, 0, 0, false);
    for (paragraph, passage) in spoken {
        if paragraph != next {
            (together, alone) = (0, 0);
        }
        (next, together, alone) = (paragraph + 1, together + 1, alone + usize::from(passage.is_some()));
        is_exchange |= together >= EXCHANGE && alone >= EXCHANGE_ALONE;
        let is_short = |passage: &str| match is_joined {
            true => passage.chars().nth(JOINED_LINE).is_none(),
            false => passage.split_whitespace().nth(LINE).is_none(),
        };
        all += usize::from(passage.is_some());
        short += usize::from(passage.is_some_and(is_short));
    }
    is_exchange && 2 * short > all && (short >= MANY_LINES || short >= LINES && APART * all >= paragraphs)
}

/// How much likelier somebody must be than everybody else for a line to be clearly theirs.
const CLEAR: f64 = 1.5;

/// How much likelier for it to be shown so surely.
const SURENESS: [(f64, f64); 2] = [(CLEAR, 0.8), (0.5, 0.65)];

/// How sure it is at most where nobody is known.
const UNCLEAR: f64 = 0.3;

/// How sure it is where two are as likely.
const DOUBTFUL: f64 = 0.5;

/// How sure it is who has the turn.
fn sureness(margin: f64) -> f64 {
    SURENESS.iter().find(|(least, _)| margin >= *least).map_or(DOUBTFUL, |(_, sure)| *sure)
}

/// Who speaks each line of a story.
pub(super) fn turns(cast: &[Character], lines: &[Line]) -> Vec<Turn> {
    let mut found = Vec::with_capacity(lines.len());
    let mut first = 0;
    while first < lines.len() {
        let is_far = |pair: &[Line]| pair[1].paragraph - pair[0].paragraph > PAUSE;
        let pause = lines[first..].windows(2).take(LONGEST).position(is_far);
        let end = pause.map_or(lines.len().min(first + LONGEST), |last| first + last + 1);
        Row { cast, lines: &lines[first..end] }.turns(&mut found);
        first = end;
    }
    found
}

impl Told {
    /// With what the narration beside the line tells, where this tells little.
    fn with(self, beat: Self) -> Self {
        match (self, beat) {
            (Self::Nothing, _) => beat,
            (Self::Pronoun { gender: None, meant }, Self::Pronoun { gender, .. }) => Self::Pronoun { gender, meant },
            (Self::Pronoun { gender: None, .. }, Self::Name(_)) => beat,
            _ => self,
        }
    }

    /// The last name that is told, else the first pronoun.
    fn or_name(self, other: Self) -> Self {
        match (self, other) {
            (_, Self::Name(_)) | (Self::Nothing, _) => other,
            _ => self,
        }
    }

    fn name(self) -> Option<CharacterId> {
        match self {
            Self::Name(name) => Some(name),
            Self::Pronoun { meant, .. } => meant,
            Self::Nothing => None,
        }
    }
}

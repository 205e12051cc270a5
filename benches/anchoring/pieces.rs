//! A text in pieces (words, marks, white space), each with a number, so that its true place after an edit is known.

use crate::chance::Chance;

/// A piece of text and the number it had before the edit; `None` for what the edit put in.
pub type Piece = (String, Option<usize>);
/// Numbers of pieces, the end exclusive.
pub type Span = (usize, usize);

pub const KINDS: [&str; 4] = ["word", "phrase", "sentence", "paragraph"];

pub struct Pieces {
    pub text: String,
    pub pieces: Vec<Piece>,
    /// The byte at which each piece begins.
    pub at: Vec<usize>,
    pub paragraphs: Vec<Span>,
    pub sentences: Vec<Span>,
}

pub fn is_word(piece: &str) -> bool {
    piece.chars().next().is_some_and(char::is_alphanumeric)
}

pub fn is_space(piece: &str) -> bool {
    !piece.is_empty() && piece.chars().all(char::is_whitespace)
}

impl Pieces {
    pub fn of(text: String) -> Self {
        let (mut pieces, mut at): (Vec<Piece>, Vec<usize>) = (Vec::new(), Vec::new());
        for (start, letter) in text.char_indices() {
            let joins = pieces.last().is_some_and(|(last, _)| {
                let before = last.chars().next_back().unwrap_or(' ');
                before.is_alphanumeric() && letter.is_alphanumeric() || before.is_whitespace() && letter.is_whitespace()
            });
            match pieces.last_mut() {
                Some((last, _)) if joins => last.push(letter),
                _ => {
                    at.push(start);
                    pieces.push((letter.to_string(), Some(at.len() - 1)));
                }
            }
        }
        let mut paragraphs = Vec::new();
        let mut first = 0;
        for (k, (piece, _)) in pieces.iter().enumerate() {
            if piece.contains('\n') {
                paragraphs.push((first, k));
                first = k + 1;
            }
        }
        paragraphs.push((first, pieces.len()));
        let mut sentences = Vec::new();
        for (from, until) in &paragraphs {
            let mut first = *from;
            for k in *from..*until {
                if is_space(&pieces[k].0) && k > first && k + 1 < *until && ends(&pieces[first..k]) {
                    let begins = pieces[k + 1].0.starts_with(|c: char| c.is_uppercase() || "“\"‘".contains(c));
                    if begins {
                        sentences.push((first, k));
                        first = k + 1;
                    }
                }
            }
            if first < *until {
                sentences.push((first, *until));
            }
        }
        Self { text, pieces, at, paragraphs, sentences }
    }

    /// The bytes of some pieces, without white space at the ends.
    pub fn bytes(&self, (mut from, mut until): Span) -> (usize, usize) {
        while from < until && is_space(&self.pieces[from].0) {
            from += 1;
        }
        while until > from && is_space(&self.pieces[until - 1].0) {
            until -= 1;
        }
        if from == until {
            return (self.at[from.min(self.at.len() - 1)], self.at[from.min(self.at.len() - 1)]);
        }
        (self.at[from], self.at[until - 1] + self.pieces[until - 1].0.len())
    }

    /// The length of some pieces in characters.
    pub fn length(&self, span: Span) -> usize {
        let (start, end) = self.bytes(span);
        self.text[start..end].chars().count()
    }

    pub fn sentence_of(&self, piece: usize) -> Span {
        let found = self.sentences.iter().find(|(from, until)| *from <= piece && piece < *until);
        found.copied().unwrap_or((piece, piece + 1))
    }

    fn pick(&self, kind: usize, chance: &mut Chance, busy: &[Span]) -> Option<Span> {
        for _ in 0..300 {
            let Some(span) = self.try_pick(kind, chance) else { continue };
            if busy.iter().all(|(from, until)| span.1 + 4 <= *from || span.0 >= until + 4) {
                return Some(span);
            }
        }
        None
    }

    fn try_pick(&self, kind: usize, chance: &mut Chance) -> Option<Span> {
        let within = |span: Span, least: usize, most: usize| {
            let length = self.length(span);
            (least <= length && length <= most).then_some(span)
        };
        match kind {
            0 => {
                let from = chance.below(self.pieces.len());
                let word = &self.pieces[from].0;
                (is_word(word) && word.chars().count() >= 2).then_some((from, from + 1))
            }
            1 => {
                let from = chance.below(self.pieces.len());
                if !is_word(&self.pieces[from].0) {
                    return None;
                }
                let wanted = chance.between(20, 50);
                let mut until = from + 1;
                while until < self.pieces.len() && self.length((from, until)) < wanted {
                    until += 1;
                }
                while until > from && !is_word(&self.pieces[until - 1].0) {
                    until -= 1;
                }
                let in_line = !self.pieces[from..until].iter().any(|(piece, _)| piece.contains('\n'));
                within((from, until), 20, 50).filter(|_| in_line)
            }
            2 => within(*chance.pick(&self.sentences), 60, 160),
            _ => {
                let first = chance.below(self.paragraphs.len());
                let from = self.paragraphs[first].0;
                let last = self.paragraphs[first..].iter().find(|(_, until)| self.length((from, *until)) >= 300)?;
                within((from, last.1), 300, 600)
            }
        }
    }

    /// One passage of each kind, none near another or near `busy`; nothing where there is no room.
    pub fn targets(&self, chance: &mut Chance, busy: &[Span]) -> Vec<Span> {
        let mut taken = busy.to_vec();
        // Long ones first: they are harder to place.
        for kind in (0..4).rev() {
            match self.pick(kind, chance, &taken) {
                Some(span) => taken.push(span),
                None => return Vec::new(),
            }
        }
        let mut targets = taken[busy.len()..].to_vec();
        targets.reverse();
        targets
    }
}

fn ends(pieces: &[Piece]) -> bool {
    let tail: String = pieces[pieces.len().saturating_sub(2)..].iter().map(|(piece, _)| piece.as_str()).collect();
    tail.trim_end_matches(['"', '”', '’', '\'']).ends_with(['.', '!', '?'])
        && tail.chars().rev().take_while(|c| "\"”’'".contains(*c)).count() <= 1
}

//! Words and marks of a text, as passages are compared by them.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization as _;

/// A word or a mark of a text. White space is none, so that a text wrapped anew is the same text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Bytes of the text, the end exclusive.
    pub start: usize,
    pub end: usize,
    /// Characters before it.
    pub at: usize,
    /// Its number in the [`Vocabulary`].
    pub word: u32,
    /// Whether it is the first of its line.
    pub begins_line: bool,
}

/// What is known of a word once for all its places.
struct Word {
    letters: Box<[char]>,
    /// A bit for each letter modulo 32, to tell most unlike words apart at once.
    mask: u32,
    is_word: bool,
    is_ideograph: bool,
    weight: f32,
}

/// The words of several texts, numbered.
#[derive(Default)]
pub(super) struct Vocabulary {
    numbers: HashMap<Box<str>, u32>,
    words: Vec<Word>,
    alike: HashMap<(u32, u32), f32>,
}

impl Vocabulary {
    /// Cuts a text into words (runs of letters and digits, each ideograph and kana for itself) and single marks.
    ///
    /// Words are compared in compatibility form and without case, and quotes, dashes and dots in one form each.
    pub fn tokens(&mut self, text: &str) -> Vec<Token> {
        let mut tokens: Vec<Token> = Vec::new();
        let mut letters = text.char_indices().enumerate().peekable();
        let mut begins_line = true;
        while let Some((at, (start, letter))) = letters.next() {
            if letter.is_whitespace() || is_unseen(letter) {
                begins_line |= letter == '\n';
                continue;
            }
            let mut end = start + letter.len_utf8();
            if letter.is_alphanumeric() && !is_ideograph(letter) {
                while let Some((_, (next, letter))) = letters.next_if(|(_, (_, letter))| continues_word(*letter)) {
                    end = next + letter.len_utf8();
                }
            }
            let word = self.number(&text[start..end]);
            // "...", "--" and doubled quotes say what "…", "—" and one quote say.
            if let Some(last) = tokens.last_mut()
                && last.word == word
                && last.end == start
                && matches!(*self.words[word as usize].letters, ['\'' | '"' | '-' | '.'])
            {
                last.end = end;
            } else {
                tokens.push(Token { start, end, at, word, begins_line });
            }
            begins_line = false;
        }
        tokens
    }

    fn number(&mut self, written: &str) -> u32 {
        let plain = plain_form(written);
        if let Some(number) = self.numbers.get(plain.as_str()) {
            return *number;
        }
        let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        let letters: Box<[char]> = plain.chars().collect();
        let is_word = letters.first().is_some_and(|letter| letter.is_alphanumeric());
        let weight = if is_word { letters.len().min(8) as f32 / 4.0 + 0.5 } else { 0.4 };
        let mask = letters.iter().fold(0, |mask, letter| mask | 1u32 << (u32::from(*letter) & 31));
        let is_ideograph = letters.first().is_some_and(|letter| is_ideograph(*letter));
        self.words.push(Word { letters, mask, is_word, is_ideograph, weight });
        self.numbers.insert(plain.into_boxed_str(), number);
        number
    }

    pub fn letters(&self, word: u32) -> &[char] {
        &self.words[word as usize].letters
    }

    pub fn is_word(&self, word: u32) -> bool {
        self.words[word as usize].is_word
    }

    pub fn is_ideograph(&self, word: u32) -> bool {
        self.words[word as usize].is_ideograph
    }

    /// How much a token counts: long words are rarer than short ones, marks say little.
    pub fn weight(&self, word: u32) -> f32 {
        self.words[word as usize].weight
    }

    /// 1 for the same word, 0 for another one; between them, from 0.5 up, one that a slip of the pen makes of it
    /// (1 - edits / longer length).
    pub fn likeness(&mut self, one: u32, other: u32) -> f32 {
        if one == other {
            return 1.0;
        }
        let (a, b) = (&self.words[one as usize], &self.words[other as usize]);
        if !(a.is_word && b.is_word) {
            return 0.0;
        }
        let (short, long) = (a.letters.len().min(b.letters.len()), a.letters.len().max(b.letters.len()));
        // One edit changes two letters of the masks at most.
        if short * 2 < long || long < 3 || (a.mask ^ b.mask).count_ones() as usize > long {
            return 0.0;
        }
        let key = (one.min(other), one.max(other));
        if let Some(likeness) = self.alike.get(&key) {
            return *likeness;
        }
        let likeness = 1.0 - edits(&a.letters, &b.letters) as f32 / long as f32;
        let likeness = if likeness >= 0.5 { likeness } else { 0.0 };
        self.alike.insert(key, likeness);
        likeness
    }
}

/// The fewest letters put in, left out or replaced to make one word of another (Levenshtein).
fn edits(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, letter) in one.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], line + 1);
        for (column, candidate) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != candidate);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[other.len()]
}

fn plain_form(written: &str) -> String {
    if written.is_ascii() {
        return if written == "`" { "'".to_owned() } else { written.to_ascii_lowercase() };
    }
    let styled = |letter: char| match letter {
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '`' | '´' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '…' => '.',
        other => other,
    };
    let plain: String = written.chars().filter(|letter| !is_unseen(*letter)).map(styled).nfkc().collect();
    plain.to_lowercase().replace('ß', "ss").replace('ς', "σ")
}

/// Soft hyphens, joiners and marks of direction, which a reader does not see.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn continues_word(letter: char) -> bool {
    let is_mark = matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}');
    is_mark || letter.is_alphanumeric() && !is_ideograph(letter)
}

/// Whether a letter is written without spaces to its neighbours: Chinese, and Japanese kana.
fn is_ideograph(letter: char) -> bool {
    matches!(letter,
        '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(text);
        let read: Vec<String> = tokens.iter().map(|token| vocabulary.letters(token.word).iter().collect()).collect();
        assert_eq!(read, expected, "{text}");
    }

    #[test]
    fn styles_and_case_make_no_difference_and_ideographs_stand_alone() {
        check("“We can’t”—he\n said…", &["\"", "we", "can", "'", "t", "\"", "-", "he", "said", "."]);
        check("Co\u{ad}op -- ﬁsh ...", &["coop", "-", "fish", "."]);
        check("习近平2015年 said", &["习", "近", "平", "2015", "年", "said"]);
        check("e\u{301}t\u{e9}", &["été"]);
    }

    #[test]
    fn words_with_slips_are_alike() {
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens("harbour harbor horse a an");
        let mut like = |one: usize, other: usize| vocabulary.likeness(tokens[one].word, tokens[other].word);
        assert!(like(0, 1) > 0.8 && like(0, 2) < 0.6 && like(3, 4) == 0.0);
    }
}

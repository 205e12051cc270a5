/// A text in one plain style, to compare texts that differ only in white space, quotation marks and dashes.
///
/// White space of any length becomes one space, so re-wrapped and newly split paragraphs read the same.
pub(super) struct Plain {
    pub text: String,
    /// Bytes of `text` from which on the difference to the bytes of the original stays the same: (plain, original).
    steps: Vec<(usize, usize)>,
    /// The length of the original in bytes.
    length: usize,
}

impl Plain {
    pub fn of(original: &str) -> Self {
        let mut plain = Self { text: String::with_capacity(original.len()), steps: Vec::new(), length: original.len() };
        for (at, letter) in original.char_indices() {
            if letter.is_whitespace() {
                if !plain.text.ends_with(' ') {
                    plain.push(at, ' ');
                }
                continue;
            }
            match letter {
                '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
                '“' | '”' | '„' | '‟' | '«' | '»' | '＂' | '″' => plain.push(at, '"'),
                '‘' | '’' | '‚' | '‛' | '‹' | '›' | '＇' | '′' => plain.push(at, '\''),
                '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => plain.push(at, '-'),
                '…' => (0..3).for_each(|_| plain.push(at, '.')),
                other => plain.push(at, other),
            }
        }
        plain
    }

    fn push(&mut self, original: usize, letter: char) {
        let here = self.text.len();
        let as_before = self.steps.last().is_some_and(|(plain, at)| at + (here - plain) == original);
        if !as_before {
            self.steps.push((here, original));
        }
        self.text.push(letter);
    }

    /// The byte of the original at which a character of the plain text begins; its end for the end.
    pub fn original(&self, plain: usize) -> usize {
        if plain >= self.text.len() {
            return self.length;
        }
        let step = self.steps.partition_point(|(from, _)| *from <= plain).saturating_sub(1);
        self.steps.get(step).map_or(0, |(from, original)| original + (plain - from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the words between two bars of the plain text are in the original.
    fn check(original: &str, plain: &str, inside: &str) {
        let made = Plain::of(original);
        let unmarked = plain.replace('|', "");
        assert_eq!(made.text, unmarked);
        let start = plain.find('|').unwrap();
        let end = plain.rfind('|').unwrap() - 1;
        assert_eq!(&original[made.original(start)..made.original(end)], inside);
    }

    #[test]
    fn plain_places_lead_back_to_the_original() {
        check("“Yes,”  he\nsaid — once…", "|\"Yes,\"| he said - once...", "“Yes,”");
        check("“Yes,”  he\nsaid — once…", "\"Yes,\" |he said -| once...", "he\nsaid —");
        check("“Yes,”  he\nsaid — once…", "\"Yes,\" he said - |once...|", "once…");
        check("co\u{ad}op 中文 ’tis", "|coop| 中文 'tis", "co\u{ad}op");
        check("co\u{ad}op 中文 ’tis", "coop |中文| 'tis", "中文");
    }
}

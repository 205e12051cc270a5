//! What became of a passage whose words changed: which of the words that were there are there no longer.

/// Characters that are shown before the first word that changed.
const BEFORE: usize = 28;

/// The words of a passage as they were, in three parts: before what changed, what is there no longer, and the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordsBefore {
    pub before: String,
    pub gone: String,
    pub after: String,
}

impl WordsBefore {
    /// Of a passage as it was and as it is now. Of many words before what changed, the last are left.
    pub fn of(was: &str, now: &str) -> Self {
        let (was, now): (Vec<&str>, Vec<&str>) = (pieces(was), pieces(now));
        let alike = was.iter().zip(&now).take_while(|(one, other)| one == other).count();
        let rest = was.len().min(now.len()) - alike;
        let at_end = was.iter().rev().zip(now.iter().rev()).take(rest).take_while(|(one, other)| one == other).count();
        let gone = alike..was.len() - at_end;
        let before = was[..gone.start].concat();
        let (changed, after) = (was[gone.clone()].concat(), was[gone.end..].concat());
        let words = changed.trim_end();
        Self {
            before: shortened(&before),
            gone: words.to_owned(),
            after: format!("{}{after}", &changed[words.len()..]),
        }
    }
}

/// The words of a text, each with the spaces behind it; a letter that is a word of its own is a piece.
fn pieces(text: &str) -> Vec<&str> {
    let is_alone = |letter: char| ('\u{2e80}'..='\u{9fff}').contains(&letter);
    let mut ends: Vec<usize> = Vec::new();
    let mut last = None;
    for (at, letter) in text.char_indices() {
        let begins = last.is_some_and(|last: char| {
            last.is_whitespace() && !letter.is_whitespace() || is_alone(last) || is_alone(letter)
        });
        if begins {
            ends.push(at);
        }
        last = Some(letter);
    }
    ends.push(text.len());
    let mut from = 0;
    ends.into_iter().map(|end| &text[std::mem::replace(&mut from, end)..end]).collect()
}

fn shortened(before: &str) -> String {
    let letters = before.chars().count();
    if letters <= BEFORE {
        return before.to_owned();
    }
    let cut: String = before.chars().skip(letters - BEFORE).collect();
    let from = cut.find(char::is_whitespace).map_or(0, |space| space + 1);
    format!("… {}", &cut[from..])
}

#[cfg(test)]
mod tests {
    use super::WordsBefore;

    fn check(was: &str, now: &str, expected: [&str; 3]) {
        let [before, gone, after] = expected.map(str::to_owned);
        assert_eq!(WordsBefore::of(was, now), WordsBefore { before, gone, after });
    }

    #[test]
    fn the_words_that_are_there_no_longer_are_told_from_the_others() {
        check("nine times a year", "ten times a year", ["", "nine", " times a year"]);
        check(
            "it would close nine times a year",
            "it would close about nine times",
            ["it would close ", "nine times a year", ""],
        );
        check("a gate closes", "a gate closes again", ["a gate ", "closes", ""]);
        check("每年大约关闭九次", "每年大约关闭十次", ["每年大约关闭", "九", "次"]);
        check("the same", "the same", ["the same", "", ""]);
        check("", "words", ["", "", ""]);
    }

    #[test]
    fn of_many_words_before_what_changed_the_last_are_left() {
        let words = "one two three four five six seven eight nine ten";
        check(words, &words.replace("ten", "twelve"), ["… five six seven eight nine ", "ten", ""]);
    }
}

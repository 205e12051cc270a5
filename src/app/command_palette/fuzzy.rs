/// How well the words of a name fit what was typed, and which of its letters were typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The higher, the better.
    pub score: i32,
    /// Numbers of characters of the name, in order.
    pub letters: Vec<usize>,
}

/// What a letter is worth at the beginning of a word, right behind the letter typed before, and anywhere else.
const BEGINS: i32 = 12;
const FOLLOWS: i32 = 10;
const ANYWHERE: i32 = 1;
/// What each letter that was passed over costs, until it costs nothing more.
const PASSED: i32 = 1;
const MOST_PASSED: i32 = 6;

/// Whether the letters typed come in a name in their order, and how well: beginnings of words and runs are worth most.
/// Each typed word may be anywhere in the name. Nothing typed fits everything.
pub fn fit(name: &str, typed: &str) -> Option<Fit> {
    let name: Vec<char> = name.chars().map(plain).collect();
    let mut all = Fit { score: 0, letters: Vec::new() };
    for word in typed.split_whitespace() {
        let word: Vec<char> = word.chars().map(plain).collect();
        let found = fit_word(&name, &word)?;
        all.score += found.score;
        all.letters.extend(found.letters);
    }
    all.letters.sort_unstable();
    all.letters.dedup();
    Some(all)
}

fn plain(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// The best way to find the letters of one word: for each typed letter and each place, the best score that ends there.
fn fit_word(name: &[char], word: &[char]) -> Option<Fit> {
    let mut rows: Vec<Vec<Option<(i32, usize)>>> = Vec::with_capacity(word.len());
    for (number, letter) in word.iter().enumerate() {
        let mut row = vec![None; name.len()];
        for (at, _) in name.iter().enumerate().filter(|(_, other)| *other == letter) {
            let own = if begins_word(name, at) { BEGINS } else { ANYWHERE };
            row[at] = match number.checked_sub(1).map(|before| &rows[before]) {
                None => Some((own, at)),
                Some(before) => (0..at)
                    .filter_map(|from| {
                        let (score, _) = before[from]?;
                        let passed = (at - from - 1) as i32;
                        let own = if passed == 0 { own.max(FOLLOWS) } else { own };
                        Some((score + own - (PASSED * passed).min(MOST_PASSED), from))
                    })
                    .max_by_key(|(score, _)| *score),
            };
        }
        rows.push(row);
    }
    let (mut at, (score, _)) =
        rows.last()?.iter().enumerate().filter_map(|(at, best)| Some((at, (*best)?))).max_by_key(
            |(at, (score, _))| {
                // Of two equally good places the first.
                (*score, std::cmp::Reverse(*at))
            },
        )?;
    let mut letters = Vec::with_capacity(word.len());
    for row in rows.iter().rev() {
        letters.push(at);
        at = row[at]?.1;
    }
    letters.reverse();
    Some(Fit { score, letters })
}

fn begins_word(name: &[char], at: usize) -> bool {
    at == 0 || !name[at - 1].is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::fit;

    /// The name with the letters that were typed as capitals.
    #[track_caller]
    fn check(name: &str, typed: &str, expected: &str) {
        let found = fit(name, typed).map(|fit| {
            let mark = |(at, letter): (usize, char)| {
                if fit.letters.contains(&at) { letter.to_ascii_uppercase() } else { letter.to_ascii_lowercase() }
            };
            name.chars().enumerate().map(mark).collect::<String>()
        });
        assert_eq!(found.unwrap_or_default(), expected, "{name} by {typed}");
    }

    #[test]
    fn letters_are_found_where_they_tell_most() {
        check("Highlight in green", "high", "HIGHlight in green");
        check("Highlight in green", "hg", "Highlight in Green");
        check("Highlight in green", "green high", "HIGHlight in GREEN");
        check("Next quotation of this speaker", "nqs", "Next Quotation of this Speaker");
        check("Export…", "", "export…");
        check("Export…", "tx", "");
        check("大纲 outline", "大out", "大纲 OUTline");
    }

    #[test]
    fn beginnings_are_worth_more_than_middles() {
        let score = |name| fit(name, "not").unwrap().score;
        assert!(score("Not speech") > score("Annotate") && score("Notes panel") > score("Next quotation"));
    }
}

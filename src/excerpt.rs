//! Words of somebody as a sentence or a list shows them: on one line, and no more of them than fit.

/// Words on one line, with single spaces: also a file's name may hold line breaks.
pub fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words up to so many characters, with “…” where more follow.
pub fn shortened(words: &str, most: usize) -> String {
    match words.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{one_line, shortened};

    #[test]
    fn words_fit_on_one_line() {
        assert_eq!(one_line(" The tide\n\n turned. "), "The tide turned.");
        assert_eq!(shortened("潮水退了", 4), "潮水退了");
        assert_eq!(shortened("潮水退了。", 4), "潮水退了…");
    }
}

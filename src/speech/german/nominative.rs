//! What a speaker is called whom a German sentence names in another case: 'laut [der Regierung]' is the government.

use super::super::lexicon::Lexicon;
use super::super::people;
use super::agreement;

/// The words of a noun phrase as a speaker is called by them: in the first case, as far as article and noun tell, and without
/// the capital of an article that opens a sentence.
pub(in super::super) fn nominative(words: &str, lexicon: &Lexicon) -> String {
    let plain = people::plain(words);
    // 'die „Lyser Post“'
    let title = |words: &str| {
        let body = words.trim_start_matches(['„', '"', '«', '»', '“']);
        let inside = body.trim_end_matches(['“', '"', '»', '«', '”']);
        (body.len() < words.len() && inside.len() < body.len() && !inside.is_empty()).then(|| inside.to_owned())
    };
    if let Some(title) = title(&plain) {
        return title;
    }
    let Some((article, rest)) = plain.split_once(' ') else { return teller_of(&plain, lexicon).unwrap_or(plain) };
    let lower = article.to_lowercase();
    let noun = rest.split(' ').next().unwrap_or(rest).to_lowercase();
    let feminine = agreement::is_feminine(&noun);
    let bare = noun.strip_suffix('s').unwrap_or(&noun);
    let man = |noun: &str| lexicon.is_person(noun) && !agreement::is_woman(noun);
    let bare_noun = rest.starts_with(char::is_uppercase);
    if lower.len() == 3
        && lower.starts_with('d')
        && let Some(title) = title(rest)
    {
        return title;
    }
    // 'des Ministeriums', 'des Landesamtes'
    if lower == "des" {
        let (noun, hanging) = rest.split_at(rest.find(' ').unwrap_or(rest.len()));
        let mut endless = ["s", "es"].iter().filter_map(|end| noun.strip_suffix(end));
        if let Some(body) = endless.find(|one| lexicon.is_body(&one.to_lowercase())) {
            return format!("{body}{hanging}");
        }
    }
    let first = match lower.as_str() {
        "der" if feminine => "die",
        // no other word stands between, whose ending would have to change too
        "einer" if feminine || bare_noun => "eine",
        "dem" if man(&noun) => "der",
        "einem" if man(&noun) || bare_noun => "ein",
        "des" if man(bare) => return format!("der {}", without_genitive(rest)),
        "eines" if man(bare) => return format!("ein {}", without_genitive(rest)),
        "der" | "die" | "das" | "ein" | "eine" | "dieser" | "diese" => lower.as_str(),
        _ => return plain,
    };
    format!("{first} {rest}")
}

/// Who says what a compound names: of 'Bank-Angaben' and 'Polizeiangaben' the first part.
pub(in super::super) fn teller_of(word: &str, lexicon: &Lexicon) -> Option<String> {
    if let Some((teller, said)) = word.rsplit_once('-') {
        return lexicon.is_statement(&said.to_lowercase()).then(|| teller.to_owned());
    }
    let teller = word.strip_suffix("angaben").filter(|teller| lexicon.is_body(&teller.to_lowercase()))?;
    Some(teller.to_owned())
}

/// Of 'Sprechers der Bank' 'Sprecher der Bank'.
fn without_genitive(rest: &str) -> String {
    let (noun, hanging) = rest.split_at(rest.find(' ').unwrap_or(rest.len()));
    format!("{}{hanging}", noun.strip_suffix('s').unwrap_or(noun))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speakers_are_called_in_the_first_case() {
        for (words, expected) in [
            ("Der Wirt", "der Wirt"),
            ("der Regierung", "die Regierung"),
            ("einer Sprecherin der Bank", "eine Sprecherin der Bank"),
            ("dem Trainer", "der Trainer"),
            ("des Sprechers der Bank", "der Sprecher der Bank"),
            ("des Hauses", "des Hauses"),
            ("dem Dorf", "dem Dorf"),
            ("einem Bericht der Bank", "ein Bericht der Bank"),
            ("einem langen Bericht", "einem langen Bericht"),
            ("einer Studie", "eine Studie"),
            ("Ada Hill", "Ada Hill"),
            ("des Ministeriums in Lys", "Ministerium in Lys"),
            ("des Landesamtes", "Landesamt"),
            ("Hill-Studie", "Hill"),
            ("Polizeiangaben", "Polizei"),
            ("der „Lyser Post“", "Lyser Post"),
        ] {
            assert_eq!(nominative(words, Lexicon::german()), expected, "in {words}");
        }
    }
}

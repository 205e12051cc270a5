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
        return of_paper(title, lexicon);
    }
    let Some((article, rest)) = plain.split_once(' ') else {
        return teller_of(&plain, lexicon).unwrap_or_else(|| plain.into_owned());
    };
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
        return of_paper(title, lexicon);
    }
    // 'des Betriebsrates', 'dem Vorstand'
    if matches!(lower.as_str(), "des" | "dem") && !rest.contains(' ') {
        let ends: &[&str] = if lower == "des" { &["es", "s"] } else { &[""] };
        let mut bare = ends.iter().filter_map(|end| rest.strip_suffix(end));
        if let Some(bare) = bare.find(|bare| is_mans(&bare.to_lowercase())) {
            return format!("der {bare}");
        }
    }
    // 'nach Angaben der Länder', 'laut den Forschenden'
    if matches!(lower.as_str(), "der" | "den") && bare_noun && are_many(&noun, lower == "den", lexicon) {
        let forms = if lower == "den" && noun.ends_with("ern") { rest.strip_suffix('n') } else { None };
        return format!("die {}", forms.filter(|_| !rest.contains(' ')).unwrap_or(rest));
    }
    // 'des Ministeriums', 'des Landesamtes'
    if lower == "des" {
        let (noun, hanging) = rest.split_at(rest.find(' ').unwrap_or(rest.len()));
        let mut endless = ["s", "es"].iter().filter_map(|end| noun.strip_suffix(end));
        if let Some(body) = endless.find(|one| lexicon.is_body(&one.to_lowercase())) {
            return format!("{body}{hanging}");
        }
    }
    // 'den beiden Politikern'
    if let Some(both) = rest.strip_prefix("beiden ").filter(|_| matches!(lower.as_str(), "den" | "der")) {
        return format!("die beiden {}", if both.ends_with("ern") { &both[..both.len() - 1] } else { both });
    }
    if let Some(described) = with_adjectives(&lower, rest, lexicon) {
        return described;
    }
    // 'seinem Haus', 'ihrer Sprecherin'
    if let Some(own) = possessive(&lower, feminine).filter(|_| bare_noun) {
        return format!("{own} {rest}");
    }
    let first = match lower.as_str() {
        "dem" if lexicon.is_neuter(&noun) && bare_noun => "das",
        "der" if feminine => "die",
        // no other word stands between, whose ending would have to change too
        "einer" if feminine || bare_noun => "eine",
        "dem" | "den" if man(&noun) => "der",
        "einen" if man(&noun) => "ein",
        "einem" if man(&noun) || bare_noun => "ein",
        "des" if man(bare) => return format!("der {}", without_genitive(rest)),
        "eines" if man(bare) => return format!("ein {}", without_genitive(rest)),
        "sein" | "seine" | "ihr" | "ihre" | "unser" | "unsere" | "mein" | "meine" => lower.as_str(),
        "der" | "die" | "das" | "ein" | "eine" | "dieser" | "diese" => lower.as_str(),
        _ => return plain.into_owned(),
    };
    format!("{first} {rest}")
}

/// A phrase with words that describe its noun in the first case: of 'der örtlichen Polizei' 'die örtliche Polizei'.
fn with_adjectives(article: &str, rest: &str, lexicon: &Lexicon) -> Option<String> {
    let words: Vec<&str> = rest.split(' ').collect();
    // 'der Lysischen Zeitung'
    let describes =
        |word: &&&str| word.ends_with("en") && (word.starts_with(char::is_lowercase) || word.ends_with("schen"));
    let describing = words.iter().take_while(describes).count();
    let noun = words.get(describing).filter(|_| describing > 0)?.to_lowercase();
    let feminine = agreement::is_feminine(&noun);
    let man = |noun: &str| lexicon.is_person(noun) && !agreement::is_woman(noun);
    let neuter = lexicon.is_neuter(&noun);
    let (first, ending) = match article {
        "der" if feminine => ("die", "e"),
        "einer" if feminine => ("eine", "e"),
        "dem" | "den" if man(&noun) => ("der", "e"),
        "dem" if neuter => ("das", "e"),
        "einem" | "einen" if man(&noun) => ("ein", "er"),
        "einem" if neuter => ("ein", "es"),
        _ => return None,
    };
    let described =
        words[..describing].iter().map(|word| format!("{}{ending}", word.strip_suffix("en").unwrap_or(word)));
    let all: Vec<String> = described.chain(words[describing..].iter().map(|word| (*word).to_owned())).collect();
    Some(format!("{first} {}", all.join(" ")))
}

/// A possessive in the first case: of "seinem" 'sein', of "ihrer" before a woman 'ihre'.
fn possessive(lower: &str, feminine: bool) -> Option<String> {
    let stem = ["sein", "ihr", "unser", "mein", "dein"].into_iter().find(|stem| lower.starts_with(stem))?;
    match &lower[stem.len()..] {
        "em" => Some(stem.to_owned()),
        "er" if feminine => Some(format!("{stem}e")),
        _ => None,
    }
}

/// Of 'Lyser Zeitung' itself, of 'Badischen Zeitung' 'Badische Zeitung'.
fn of_paper(title: String, lexicon: &Lexicon) -> String {
    let parted = title.split_once(' ').filter(|(_, paper)| lexicon.ends_like_paper(paper) && !paper.contains(' '));
    match parted.and_then(|(first, paper)| Some((first.strip_suffix("en")?, paper))) {
        Some((stem, paper)) if stem.ends_with("sch") => format!("{stem}e {paper}"),
        _ => title,
    }
}

/// Whether a noun for a body, in lower case, takes "der": "betriebsrat".
fn is_mans(lower: &str) -> bool {
    ["rat", "verband", "verein", "konzern", "vorstand", "senat", "klub", "club", "bund", "ausschuss"]
        .iter()
        .any(|end| lower.ends_with(end))
}

/// Whether a noun, in lower case, stands for several behind "der" in the second case and behind "den".
fn are_many(lower: &str, told: bool, lexicon: &Lexicon) -> bool {
    const BODIES: [&str; 9] =
        ["länder", "behörden", "kommunen", "gewerkschaften", "parteien", "ministerien", "eltern", "grünen", "leute"];
    let one = lower.strip_suffix("en").or_else(|| lower.strip_suffix('n'));
    let people = one.is_some_and(|one| lexicon.is_person(one)) && (told || lower.ends_with("en"));
    let things = ["ungen", "tionen", "schaften"].iter().any(|end| lower.ends_with(end));
    let women = lower.strip_suffix("nen").is_some_and(agreement::is_woman);
    BODIES.iter().any(|end| lower.ends_with(end)) || people || things || women || told && lower.ends_with("enden")
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
            ("dem Ministerium", "das Ministerium"),
            ("der örtlichen Polizei", "die örtliche Polizei"),
            ("einem früheren Trainer aus Lys", "ein früherer Trainer aus Lys"),
            ("seinem Haus", "sein Haus"),
            ("ihrer Sprecherin", "ihre Sprecherin"),
            ("dem Dorf", "dem Dorf"),
            ("einem Bericht der Bank", "ein Bericht der Bank"),
            ("einem langen Bericht", "einem langen Bericht"),
            ("einer Studie", "eine Studie"),
            ("Ada Hill", "Ada Hill"),
            ("des Ministeriums in Lys", "Ministerium in Lys"),
            ("des Landesamtes", "Landesamt"),
            ("des Betriebsrates", "der Betriebsrat"),
            ("der Länder", "die Länder"),
            ("den Forschenden", "die Forschenden"),
            ("den Ermittlern", "die Ermittler"),
            ("der „Lysischen Zeitung“", "Lysische Zeitung"),
            ("Hill-Studie", "Hill"),
            ("Polizeiangaben", "Polizei"),
            ("der „Lyser Post“", "Lyser Post"),
        ] {
            assert_eq!(nominative(words, Lexicon::german()), expected, "in {words}");
        }
    }
}

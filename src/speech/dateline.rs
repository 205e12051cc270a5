//! The place and the agency that open an article: 'Lys (dpa) - Der Rat …', 'LYS, Nov. 22 (Post) — The council …'.

/// How long it is at most, in bytes.
const LONGEST: usize = 90;

/// Agencies that stand in the bracket, without a dash behind it too.
const AGENCIES: [&str; 17] = [
    "dpa", "afp", "reuters", "epd", "kna", "dapd", "ap", "dts", "ots", "sid", "apa", "sda", "ddp", "rtr", "pte", "idw",
    "awp",
];

/// How long the line is that opens a paragraph, up to the first sentence; nothing where there is none.
pub(super) fn length(paragraph: &str) -> Option<usize> {
    let trimmed = paragraph.trim_start();
    let lead = paragraph.len() - trimmed.len();
    let longest = trimmed.char_indices().map(|(at, letter)| at + letter.len_utf8()).take_while(|end| *end <= LONGEST);
    let head = &trimmed[..longest.last()?];
    let (place, rest) = head.split_once(" (")?;
    let (inside, behind) = rest.split_once(')')?;
    let agency = inside.split(['/', ' ', '-', ',']).next()?.to_lowercase();
    let is_place = place.len() >= 2
        && place.split([' ', '/', '-']).all(|word| word.chars().next().is_none_or(char::is_uppercase) || word == "am")
        && !place.contains(['"', '„', '«', '»', ':', '.', '!', '?']);
    let known = AGENCIES.contains(&agency.as_str());
    let open = behind.trim_start();
    let unparted = open.trim_start_matches(['-', '–', '—']).trim_start();
    let parted = unparted.len() < open.len();
    let opens = unparted.chars().next().is_some_and(|letter| !letter.is_lowercase() && letter != ',' && letter != ':');
    (is_place && known && opens && (parted || behind.starts_with(' '))).then(|| lead + head.len() - unparted.len())
}

/// The same in English, where the place is in capitals and a dash stands behind it.
pub(super) fn english_length(paragraph: &str) -> Option<usize> {
    const DASHES: [&str; 5] = [" — ", " – ", " - ", " -- ", "— "];
    let lead = paragraph.len() - paragraph.trim_start().len();
    // most paragraphs do not open with two capitals
    let mut letters = paragraph[lead..].chars();
    if !(letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_uppercase)) {
        return None;
    }
    let head = &paragraph[lead..paragraph.floor_char_boundary(lead + LONGEST)];
    let (at, dash) = DASHES.iter().filter_map(|dash| Some((head.find(dash)?, dash))).min()?;
    let (line, behind) = (&head[..at], &head[at + dash.len()..]);
    let place = line.split([',', '(']).next()?.trim_end();
    let is_place = place.len() > 2
        && place.split(' ').count() <= 4
        && place.chars().all(|letter| letter.is_uppercase() || matches!(letter, ' ' | '.' | '\'' | '’' | '-'));
    // ', Nov. 22 (Post)', but not ', the mayor says'
    let mut rest = line[place.len()..].split([' ', ',', '(', ')', '/']).filter(|word| !word.is_empty());
    let is_dated = rest.all(|word| word.starts_with(|letter: char| letter.is_uppercase() || letter.is_numeric()));
    let opens = behind.starts_with(|letter: char| !letter.is_lowercase());
    (is_place && is_dated && opens).then_some(lead + at + dash.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_english_article_opens_with_its_place() {
        let check = |paragraph: &str, line: &str| {
            assert_eq!(english_length(paragraph).map_or("", |length| &paragraph[..length]), line);
        };
        check("LYS — The gate is shut.", "LYS — ");
        check("PORT MARL, Nov. 22 (Post) - Nobody knows.", "PORT MARL, Nov. 22 (Post) - ");
        check("LYS -- \"It rains.\"", "LYS -- ");
        check("THE END - or is it?", "");
        check("HILL, who was late — He said so.", "");
        check("It is late — The gate is shut.", "");
    }
}

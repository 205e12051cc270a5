//! The place and the agency that open a German article: 'Lys (dpa) - Der Rat …'.

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

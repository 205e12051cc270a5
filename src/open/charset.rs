use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::signs::is_wide;

/// How many bytes from the first one beyond ASCII are looked at to tell a charset.
const SAMPLE: usize = 1 << 20;

/// A file's bytes as text, the byte-order mark taken away.
pub(super) struct Decoded {
    pub text: String,
    /// The charset's name for the reader.
    pub charset: &'static str,
    /// How many characters could not be read and stand as U+FFFD.
    pub damaged: usize,
}

/// Turns bytes into text, or gives `None` where they can be no text in any charset.
///
/// A byte-order mark decides; then UTF-8 when it is valid, UTF-16 by the places of its zeros, UTF-8 with a little
/// damage; only then the guess of chardetng, which always has one.
///
/// UTF-8 stays where it lies: a long text is not in memory twice.
pub(super) fn decode(mut bytes: Vec<u8>) -> Option<Decoded> {
    if bytes.starts_with(UTF_8_MARK) {
        bytes.drain(..UTF_8_MARK.len());
        return Some(match String::from_utf8(bytes) {
            Ok(text) => Decoded { text, charset: "UTF-8", damaged: 0 },
            Err(error) => read(UTF_8, error.as_bytes()),
        });
    }
    if let Some(decoded) = by_mark(&bytes) {
        return Some(decoded);
    }
    let has_zeros = bytes.contains(&0);
    // ISO-2022-JP is all ASCII; only its escapes give it away.
    let bytes = if !has_zeros && (!bytes.contains(&0x1b) || guess(&bytes) == UTF_8) {
        match String::from_utf8(bytes) {
            Ok(text) => return Some(Decoded { text, charset: "UTF-8", damaged: 0 }),
            Err(error) => error.into_bytes(),
        }
    } else {
        bytes
    };
    by_content(&bytes, has_zeros)
}

const UTF_8_MARK: &[u8] = b"\xef\xbb\xbf";

/// What bytes are that bear no mark and are no whole UTF-8.
fn by_content(bytes: &[u8], has_zeros: bool) -> Option<Decoded> {
    if let Some(charset) = utf_16_without_mark(bytes) {
        return Some(read(charset, bytes));
    }
    if has_zeros {
        return None;
    }
    if is_damaged_utf_8(bytes) {
        return Some(read(UTF_8, bytes));
    }
    let charset = guess(bytes);
    let charset = if charset.is_single_byte() && are_signs(bytes) { WINDOWS_1252 } else { charset };
    let guessed = read(charset, bytes);
    if guessed.damaged > 0 {
        // A text with characters of four bytes may be told for something else; GB18030 is strict enough to ask again.
        let again = read(GB18030, bytes);
        if again.damaged == 0 {
            return Some(again);
        }
    }
    Some(guessed)
}

fn by_mark(bytes: &[u8]) -> Option<Decoded> {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe\0\0") {
        return Some(utf_32(rest, u32::from_le_bytes));
    }
    if let Some(rest) = bytes.strip_prefix(b"\0\0\xfe\xff") {
        return Some(utf_32(rest, u32::from_be_bytes));
    }
    if let Some(rest) = bytes.strip_prefix(b"\x84\x31\x95\x33") {
        return Some(read(GB18030, rest));
    }
    let (charset, length) = Encoding::for_bom(bytes)?;
    Some(read(charset, &bytes[length..]))
}

fn read(charset: &'static Encoding, bytes: &[u8]) -> Decoded {
    // What calls itself GBK or GB2312 may still hold what only GB18030 has.
    let charset = if charset == GBK { GB18030 } else { charset };
    let (text, had_damage) = charset.decode_without_bom_handling(bytes);
    let damaged = if had_damage { text.matches('\u{fffd}').count() } else { 0 };
    let name = match charset.name() {
        "gb18030" => "GB18030",
        "windows-1252" => "Windows-1252",
        name => name,
    };
    Decoded { text: text.into_owned(), charset: name, damaged }
}

fn utf_32(bytes: &[u8], number: fn([u8; 4]) -> u32) -> Decoded {
    let mut damaged = 0;
    let text = bytes
        .chunks(4)
        .map(|chunk| {
            <[u8; 4]>::try_from(chunk).ok().and_then(|four| char::from_u32(number(four))).unwrap_or_else(|| {
                damaged += 1;
                '\u{fffd}'
            })
        })
        .collect();
    Decoded { text, charset: "UTF-32", damaged }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let first = bytes.iter().position(|byte| !byte.is_ascii() || *byte == 0x1b).unwrap_or(0);
    // The detector looks at the two bytes before the first one beyond ASCII, too.
    let from = first.saturating_sub(2);
    let to = bytes.len().min(from + SAMPLE);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes[from..to], to == bytes.len());
    detector.guess(None, Utf8Detection::Allow)
}

/// Whether all that lies beyond ASCII would be signs in Windows-1252, and none of them stands within a word.
///
/// So few, “£5” or “§ 3”, tell the detector nothing, and it takes them for letters of rarer charsets.
fn are_signs(bytes: &[u8]) -> bool {
    let is_letter = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphabetic);
    bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii()).all(|(at, byte)| {
        matches!(byte, 0x80 | 0x82 | 0x84..=0x87 | 0x89 | 0x8b | 0x91..=0x97 | 0x99 | 0x9b | 0xa0..=0xa9 | 0xab..=0xb4 | 0xb6..=0xb9 | 0xbb..=0xbf)
            && (matches!(byte, 0x92 | 0x96 | 0x97) || !(is_letter(at.checked_sub(1)) && is_letter(at.checked_add(1))))
    })
}

/// Whether broken UTF-8 is still UTF-8: of what lies beyond ASCII, by far the most is whole.
///
/// Two fitting bytes come about by chance in a text of another charset, three hardly ever.
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk
            .valid()
            .bytes()
            .map(|byte| match byte {
                0xc0..0xe0 => 1,
                0xe0.. => 3,
                _ => 0,
            })
            .sum::<usize>();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole >= 4 * broken.max(1) || (whole > 0 && broken == 1 && ends_within_a_character(bytes))
}

/// Whether a text was cut off between the bytes of its last character.
fn ends_within_a_character(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

/// UTF-16 that has lost its mark: only that gives zeros and control characters where a text has none, and read
/// the right way round it is made of common characters.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(64 * 1024) & !1];
    let is_odd = |byte: &u8| matches!(byte, 0..=8 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f);
    // A text of one byte a character that holds a stray zero is nearly all ASCII; every second byte of UTF-16 is not.
    let ascii = sample.iter().filter(|byte| matches!(byte, b' '..=b'~')).count();
    if sample.len() < 4 || !sample.iter().any(is_odd) || ascii * 10 > sample.len() * 8 {
        return None;
    }
    let little = commonness(sample, u16::from_le_bytes);
    let big = commonness(sample, u16::from_be_bytes);
    if little.0 >= 0.9 && little > big {
        Some(UTF_16LE)
    } else if big.0 >= 0.9 && big > little {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The share of characters that texts are made of, in bytes read as UTF-16, and how many of them are ASCII: read
/// the wrong way round, “Hi” is two Chinese characters.
fn commonness(sample: &[u8], number: fn([u8; 2]) -> u16) -> (f32, u32) {
    let units = sample.chunks_exact(2).map(|pair| number([pair[0], pair[1]]));
    let (mut all, mut common, mut ascii) = (0_u32, 0_u32, 0_u32);
    for letter in char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')) {
        all += 1;
        common += u32::from(is_common(letter));
        ascii += u32::from(letter.is_ascii());
    }
    (common as f32 / all.max(1) as f32, ascii)
}

fn is_common(letter: char) -> bool {
    match letter {
        '\t' | '\n' | '\r' | '\u{c}' | ' '..='~' | '\u{a0}'..='\u{24f}' | '\u{2010}'..='\u{203a}' => true,
        '\u{370}'..='\u{6ff}' | '\u{900}'..='\u{e7f}' | '\u{1e00}'..='\u{1fff}' => true,
        '\u{1f300}'..='\u{1faff}' => true,
        _ => {
            is_wide(letter) && letter.is_alphanumeric()
                || matches!(letter, '\u{3000}'..='\u{3020}' | '\u{ff01}'..='\u{ff5e}')
        }
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, EUC_JP, EUC_KR, ISO_2022_JP, ISO_8859_2, KOI8_R, SHIFT_JIS, WINDOWS_1251};
    use proptest::prelude::*;

    use super::*;

    const ENGLISH: &str = "“We have moved the school library twice in five years,” said Ingrid Halloran, the mayor. “I’m not asking again.”";
    const FRENCH: &str = "« La mer est entrée dans l’école », a déclaré la maire. « Où irons-nous après Noël ? »";
    const GERMAN: &str = "„Das Tor schließt neunmal im Jahr“, sagte der Ingenieur für Küstenschutz über die Mündung.";
    const SIMPLIFIED: &str = "一月里，海水连着三夜漫过盐岛镇的堤岸。镇长林素云说：“五年里，我们把学校图书馆搬了两次。”";
    const TRADITIONAL: &str =
        "「我們不會再讓孩子們把書抱上樓去。」鎮長林素雲說，潮水已經退了，可是市場廣場上還有積水。";
    const JAPANESE: &str = "「五年間に図書館を二度も移しました」と町長は言った。海の水は朝まで市場の広場に残っていた。";
    const KOREAN: &str =
        "“우리는 오 년 동안 학교 도서관을 두 번 옮겼습니다.” 시장이 말했다. 바닷물은 아침까지 광장에 남아 있었다.";
    const RUSSIAN: &str = "«Мы дважды за пять лет переносили школьную библиотеку», – сказала мэр города.";
    const POLISH: &str =
        "„Dwa razy w ciągu pięciu lat przenosiliśmy szkolną bibliotekę” – powiedziała burmistrz. Źle się dzieje.";

    #[track_caller]
    fn check(bytes: &[u8], charset: &str, text: &str) {
        let decoded = decode(bytes.to_vec()).expect("should be text");
        assert_eq!((decoded.charset, decoded.text.as_str(), decoded.damaged), (charset, text, 0));
    }

    #[track_caller]
    fn check_detected(charset: &'static Encoding, name: &str, text: &str) {
        let (bytes, _, had_unmappable) = charset.encode(text);
        assert!(!had_unmappable, "{text}");
        check(&bytes, name, text);
    }

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn a_byte_order_mark_decides() {
        let with_mark = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
        check(&with_mark(b"\xef\xbb\xbf", ENGLISH.as_bytes()), "UTF-8", ENGLISH);
        check(&with_mark(b"\xff\xfe", &utf_16(SIMPLIFIED, u16::to_le_bytes)), "UTF-16LE", SIMPLIFIED);
        check(&with_mark(b"\xfe\xff", &utf_16(SIMPLIFIED, u16::to_be_bytes)), "UTF-16BE", SIMPLIFIED);
        check(&with_mark(b"\xff\xfe\0\0", b"T\0\0\0\x42\xf4\x01\0"), "UTF-32", "T\u{1f442}");
        check(&with_mark(b"\x84\x31\x95\x33", &GB18030.encode(SIMPLIFIED).0), "GB18030", SIMPLIFIED);
    }

    #[test]
    fn utf_8_and_utf_16_without_a_mark() {
        check(b"The gate closes.", "UTF-8", "The gate closes.");
        for text in [ENGLISH, FRENCH, SIMPLIFIED, JAPANESE, KOREAN, RUSSIAN] {
            check(text.as_bytes(), "UTF-8", text);
            let lines = format!("{text}\n\n{text}\n");
            check(&utf_16(&lines, u16::to_le_bytes), "UTF-16LE", &lines);
            check(&utf_16(&lines, u16::to_be_bytes), "UTF-16BE", &lines);
        }
    }

    #[test]
    fn the_shortest_utf_16() {
        check(b"H\0i\0", "UTF-16LE", "Hi");
        check(b"\0H\0i", "UTF-16BE", "Hi");
    }

    #[test]
    fn one_byte_a_character() {
        check_detected(WINDOWS_1252, "Windows-1252", ENGLISH);
        check_detected(WINDOWS_1252, "Windows-1252", FRENCH);
        check_detected(WINDOWS_1252, "Windows-1252", GERMAN);
        check(b"Caf\xe9 prices rose again.", "Windows-1252", "Café prices rose again.");
        check(b"\xa35 million, \xa7 3, 20 \xb0C", "Windows-1252", "£5 million, § 3, 20 °C");
        check(b"It\x92s late, he said.", "Windows-1252", "It’s late, he said.");
        check_detected(WINDOWS_1251, "windows-1251", RUSSIAN);
        check_detected(KOI8_R, "KOI8-U", &RUSSIAN.replace(['«', '»', '–'], ""));
        check_detected(ISO_8859_2, "ISO-8859-2", &POLISH.replace(['„', '”', '–'], ""));
    }

    #[test]
    fn several_bytes_a_character() {
        check_detected(GB18030, "GB18030", SIMPLIFIED);
        check_detected(BIG5, "Big5", TRADITIONAL);
        check_detected(SHIFT_JIS, "Shift_JIS", JAPANESE);
        check_detected(EUC_JP, "EUC-JP", JAPANESE);
        check_detected(ISO_2022_JP, "ISO-2022-JP", JAPANESE);
        check_detected(EUC_KR, "EUC-KR", KOREAN);
    }

    #[test]
    fn gb18030_with_characters_of_four_bytes() {
        // 䶮 and 𠮷 and é are not in GBK.
        check_detected(GB18030, "GB18030", &format!("{SIMPLIFIED}记者王䶮和𠮷野在 Café 里说。{SIMPLIFIED}"));
    }

    #[test]
    fn a_character_cut_off_at_the_end_is_one_place_of_damage() {
        let decoded = decode(SIMPLIFIED.as_bytes()[..SIMPLIFIED.len() - 1].into()).unwrap();
        assert_eq!((decoded.charset, decoded.damaged), ("UTF-8", 1));
        let decoded = decode(b"Caf\xc3\xa9 prices rose again in the caf\xc3".into()).unwrap();
        assert_eq!((decoded.charset, decoded.text.as_str()), ("UTF-8", "Café prices rose again in the caf\u{fffd}"));
    }

    proptest! {
        #[test]
        fn any_bytes_are_text_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            decode(bytes);
        }

        #[test]
        fn utf_8_stays_what_it_is(text in "[^\0\u{1b}\u{feff}]{0,100}") {
            let decoded = decode(text.as_bytes().into()).unwrap();
            prop_assert_eq!(decoded.text, text);
        }
    }
}

//! Passages of our own with words cut out, doubled and moved: a sentence breaks off, a clause stands where none can.

use std::collections::BTreeSet;

use proptest::{prelude::*, sample::Index};

/// What is done to a stretch of a text.
#[derive(Clone, Copy, Debug)]
enum Tear {
    Cut,
    Double,
    Move,
    BreakOff,
}

/// Two passages of a file in `tests/data/speech`, torn in some places.
pub fn passages(file: &str) -> impl Strategy<Value = String> + use<> {
    let passage = prop::sample::select(read(file));
    let kind = prop::sample::select(vec![Tear::Cut, Tear::Double, Tear::Move, Tear::BreakOff]);
    let tear = (kind, any::<Index>(), 1..6_usize, any::<Index>());
    ([passage.clone(), passage], prop::collection::vec(tear, 1..6)).prop_map(|(passages, tears)| {
        let mut words: Vec<&str> = passages.iter().flat_map(|passage| words_of(passage)).collect();
        for (kind, from, length, to) in tears {
            if words.is_empty() {
                break;
            }
            let from = from.index(words.len());
            let stretch = from..words.len().min(from + length);
            match kind {
                Tear::Cut => drop(words.drain(stretch)),
                Tear::Double => {
                    let doubled = words[stretch].to_vec();
                    let to = to.index(words.len());
                    words.splice(to..to, doubled);
                }
                Tear::Move => {
                    let moved: Vec<_> = words.drain(stretch).collect();
                    let to = to.index(words.len() + 1);
                    words.splice(to..to, moved);
                }
                Tear::BreakOff => words.truncate(from + 1),
            }
        }
        words.concat()
    })
}

/// Each letter of the passages of a file once.
pub fn letters(file: &str) -> BTreeSet<char> {
    read(file).iter().flat_map(|passage| passage.chars()).collect()
}

/// The passages of a file without the marks of who says what.
fn read(file: &str) -> Vec<String> {
    let path = format!("{}/tests/data/speech/{file}", env!("CARGO_MANIFEST_DIR"));
    let source = std::fs::read_to_string(path).expect("the passages are there");
    let mut passages: Vec<String> = Vec::new();
    for line in source.lines().take_while(|line| *line != "known:").filter(|line| !line.starts_with('#')) {
        match (line.strip_prefix("- "), passages.last_mut()) {
            (Some(opening), _) => passages.push(plain(opening)),
            (None, Some(passage)) => passage.extend(["\n", &plain(line)]),
            (None, None) => {}
        }
    }
    passages
}

/// A line without `{Ada Hill|` and `}`.
fn plain(line: &str) -> String {
    let parts = line.split('{').enumerate();
    let parts =
        parts.map(|(at, part)| if at == 0 { part } else { part.rsplit_once('|').map_or(part, |(_, said)| said) });
    parts.collect::<String>().replace('}', "")
}

/// Words, with what is between them; of Chinese its characters.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(|letter: char| !letter.is_ascii_alphanumeric() && !matches!(letter, 'à'..='ÿ'))
}

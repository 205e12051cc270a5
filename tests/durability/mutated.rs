//! Sidecars that were damaged by chance: no intact entry may be lost.

use super::*;

/// A sidecar with something in each of its lists, and the lines that each entry stands in.
fn full_sidecar() -> (Vec<u8>, Vec<Entry>) {
    let mut reading = reading(Notes { author: "Anna".into(), ..Notes::default() });
    for number in 0..14 {
        add(&mut reading, number, &format!("remark {number} — “quoted” (and) [bracketed], “id: 7”\nin \"two\" lines"));
    }
    let now = Timestamp::from_second(1_800_000_000).unwrap();
    let make = |reading: &mut Reading, edit: Option<Edit>| edit.into_iter().for_each(|edit| reading.apply(edit));
    for number in 0..4 {
        let edit = reading.notes().add_tag(&[id(number), id(number + 4)], &format!("tag {number}"), now);
        make(&mut reading, edit);
        let range = TextRange::of_bytes(TEXT, 15 + number as usize, 30).unwrap();
        let verdict = Verdict::SaidBy(format!("Speaker {number}"));
        let edit = reading.notes().rule(id(100 + number), reading.article(), range, verdict, now);
        make(&mut reading, edit);
        let edit = reading.notes().same_person(id(200 + number), &format!("S. {number}"), "Ada Brandt", now);
        make(&mut reading, edit);
    }
    for number in [12, 13] {
        let edit = reading.notes().delete(&id(number), now);
        make(&mut reading, edit);
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbour.txt");
    let mut sidecar = Sidecar::open(Some(&path), article(), OWN_LAYER, Folders { notes: None });
    sidecar.save(reading.notes()).unwrap();
    let text = fs::read_to_string(beside(&path, OWN_LAYER)).unwrap();

    let mut entries = Vec::new();
    let mut list = String::new();
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix("    ").filter(|_| line.ends_with(": [\n")) {
            list = name.trim_end_matches(": [\n").to_owned();
        }
        let mut entry = line.to_owned();
        if line == "        (\n" {
            while !entry.ends_with("        ),\n") {
                entry.push_str(lines.next().unwrap());
            }
        }
        if entry.starts_with("        (") {
            entries.push(Entry { list: list.clone(), text: entry.trim_end_matches(",\n").to_owned() });
        }
    }
    assert_eq!(entries.len(), 4 + 12 + 8 + 2);
    (text.into_bytes(), entries)
}

/// An entry as it was written.
struct Entry {
    list: String,
    text: String,
}

impl Entry {
    /// The first text in quotation marks: the name or the id.
    fn name(&self) -> &str {
        self.text.split('"').nth(1).unwrap()
    }

    /// Whether a document shows the entry, as a sidecar that holds nothing else would.
    fn is_in(&self, document: &Document) -> bool {
        let (name, notes) = (self.name(), &document.notes);
        let alone = format!("(format: 1, annotations: [], {}: [{}])", self.list, self.text);
        let alone = alone.replace("annotations: [], annotations", "annotations");
        let alone = Document::read(alone.as_bytes()).unwrap().notes;
        match self.list.as_str() {
            "tags" => notes.tag(name).is_some_and(|tag| tag.meaning.contains(&alone.tags[0].meaning)),
            "annotations" => notes.annotations.iter().any(|one| {
                let own = &alone.annotations[0];
                let is_on = |range| range == (own.selector.start, own.selector.end);
                is_on((one.selector.start, one.selector.end))
                    && one.selector.quote == own.selector.quote
                    && one.note.contains(&own.note)
            }),
            "speech" => notes.corrections.iter().any(|one| one.subject == alone.corrections[0].subject),
            _ => notes.removed.keys().any(|id| id.as_str() == name),
        }
    }
}

fn holds(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|window| window == part.as_bytes())
}

/// What a careless program, or a failing disk, makes of a file.
fn mutate(bytes: &mut Vec<u8>, entries: &[Entry], chance: &mut Chance) {
    let at = chance.below(bytes.len());
    let entry = &entries[chance.below(entries.len())].text;
    let start_of = |bytes: &[u8], entry: &str| bytes.windows(entry.len()).position(|window| window == entry.as_bytes());
    let line_at = |bytes: &[u8]| bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    match chance.below(10) {
        0 => bytes[at] ^= 1 << chance.below(8),
        1 => bytes[at] = b"()[]{}\",:\\/"[chance.below(11)],
        2 => drop(bytes.drain(at..(at + chance.below(60)).min(bytes.len()))),
        3 => bytes.truncate(at),
        4 => bytes[at] = 0x80 + chance.below(128) as u8,
        // An entry once more, as it is or with other words.
        5 | 6 => {
            if let Some(place) = start_of(bytes, &entries[chance.below(entries.len())].text) {
                let again =
                    if chance.below(2) == 0 { entry.replace("remark", "another remark") } else { entry.clone() };
                bytes.splice(place..place, format!("{again},\n").into_bytes());
            }
        }
        // What an unfinished merge leaves round an entry.
        7 => {
            if let Some(place) = start_of(bytes, entry) {
                let behind = place + entry.len() + 2;
                let other = entry.replace("remark", "their remark");
                let end = format!("=======\n{other},\n>>>>>>> theirs\n");
                bytes.splice(behind.min(bytes.len())..behind.min(bytes.len()), end.into_bytes());
                bytes.splice(place..place, b"<<<<<<< HEAD\n".iter().copied());
            }
        }
        8 => {
            let line = line_at(bytes);
            bytes.splice(line..line, b"<<<<<<< HEAD\n".iter().copied());
        }
        // A line lost.
        _ => {
            let line = line_at(bytes);
            let length = bytes[line..].iter().position(|byte| *byte == b'\n').map_or(0, |end| end + 1);
            bytes.drain(line..line + length);
        }
    }
}

#[test]
fn a_mutated_sidecar_panics_nobody_and_loses_no_intact_entry() {
    let (whole, entries) = full_sidecar();
    let mut chance = Chance(5);
    let rounds = rounds(200) * 10;
    let (mut damaged, mut refused, mut intact) = (0, 0, 0);
    for round in 0..rounds {
        let mut bytes = whole.clone();
        for _ in 0..=chance.below(3) {
            mutate(&mut bytes, &entries, &mut chance);
            if bytes.is_empty() {
                bytes.push(b'(');
            }
        }
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        let there: Vec<&Entry> = entries.iter().filter(|entry| holds(&bytes, &entry.text)).collect();
        // A file in which nothing is left of a sidecar is left as it is.
        let Ok(read) = Document::read(&bytes) else {
            assert!(there.is_empty(), "round {round}: refused\n{shown}");
            refused += 1;
            continue;
        };
        damaged += usize::from(!read.damage.is_empty());
        intact += there.len();
        let again = read.write();
        let second = Document::read(&again).unwrap();
        for entry in &there {
            assert!(entry.is_in(&read), "round {round}: lost {}\nfrom\n{shown}", entry.text);
            assert!(entry.is_in(&second), "round {round}: lost {} on writing\nfrom\n{shown}", entry.text);
        }
        assert_eq!(second.notes, read.notes, "round {round}\n{shown}");
        let again = String::from_utf8_lossy(&again).into_owned();
        assert_eq!(String::from_utf8_lossy(&second.write()), again, "round {round}: written otherwise\n{shown}");
        if !read.damage.is_empty() {
            let lost = words_lost(&shown, &again);
            assert!(lost.is_empty(), "round {round}: {lost:?} is not kept\nof\n{shown}\nin\n{again}");
        }
    }
    eprintln!("{rounds} sidecars: {damaged} damaged, {refused} with nothing left; all of {intact} intact entries read");
}

/// The words of a person that are in one text and not in the other.
fn words_lost<'a>(before: &'a str, after: &'a str) -> Vec<&'a str> {
    let is_own = |line: &&str| {
        !["article:", "format:", "before:", "colour:", "made:", "//"].iter().any(|sign| line.contains(sign))
    };
    let in_line =
        |line: &'a str| line.split("\\n").flat_map(|part| part.split(|letter: char| !letter.is_alphanumeric()));
    let after: HashSet<&str> = after.lines().flat_map(in_line).collect();
    before.lines().filter(is_own).flat_map(in_line).filter(|word| !after.contains(word)).collect()
}

//! What happens to an article: every edit works on pieces, so that the true place of a passage is known.

use crate::{
    chance::Chance,
    pieces::{Piece, Pieces, Span, is_space, is_word},
};

/// What an edit works with.
pub struct Desk<'a> {
    pub doc: &'a Pieces,
    /// The passages it is about.
    pub targets: &'a [Span],
    pub words: &'a [String],
    pub texts: &'a [String],
}

pub type Edit = fn(&Desk<'_>, &mut Chance) -> Vec<Piece>;

/// An edit and how it is measured.
pub struct Case {
    pub name: &'static str,
    pub edit: Edit,
    /// Only the four passages that the edit spares or hits are counted.
    pub is_aimed: bool,
    /// Near-duplicates of the passages stand in the article beforehand.
    pub has_twins: bool,
}

const fn case(name: &'static str, edit: Edit) -> Case {
    Case { name, edit, is_aimed: false, has_twins: false }
}

const fn aimed(name: &'static str, edit: Edit) -> Case {
    Case { name, edit, is_aimed: true, has_twins: false }
}

pub const CASES: [Case; 16] = [
    case("nothing", |desk, _| desk.doc.pieces.clone()),
    case("paragraphs split and merged", split_and_merged),
    case("quotes, dashes, spaces restyled", restyled),
    case("re-wrapped", wrapped),
    case("5 % of the words changed", |desk, chance| words_changed(desk, chance, 0.05)),
    case("20 % of the words changed", |desk, chance| words_changed(desk, chance, 0.2)),
    case("40 % of the words changed", |desk, chance| words_changed(desk, chance, 0.4)),
    case("typos in 10 % of the characters", typos),
    aimed("an editor's revision", revised),
    aimed("paragraphs shuffled", shuffled),
    aimed("its sentence moved elsewhere", sentence_moved),
    aimed("deleted", |desk, _| deleted(desk, desk.targets)),
    aimed("deleted, its sentence too every second time", deleted_with_sentence),
    Case {
        name: "deleted, a near-duplicate stands elsewhere",
        edit: deleted_with_sentence,
        is_aimed: true,
        has_twins: true,
    },
    aimed("an exact copy added, the original edited", copy_added),
    Case {
        name: "kept, a near-duplicate elsewhere, 5 % changed",
        edit: |desk, chance| words_changed(desk, chance, 0.05),
        is_aimed: true,
        has_twins: true,
    },
];

const NAMES: [&str; 8] = ["Miller", "Okafor", "Sanders", "Lindqvist", "Ito", "Brown", "Haddad", "Novak"];

fn new(text: &str) -> Piece {
    (text.to_owned(), None)
}

fn words_changed(desk: &Desk<'_>, chance: &mut Chance, share: f64) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for (piece, number) in &desk.doc.pieces {
        if !is_word(piece) || chance.share() >= share {
            out.push((piece.clone(), *number));
            continue;
        }
        match chance.share() {
            how if how < 0.6 => out.push((chance.pick(desk.words).clone(), *number)),
            how if how < 0.8 => {
                if out.last().is_some_and(|(last, _)| last == " ") {
                    out.pop();
                }
            }
            _ => out.extend([(piece.clone(), *number), new(" "), new(chance.pick(desk.words).as_str())]),
        }
    }
    out
}

fn typos(desk: &Desk<'_>, chance: &mut Chance) -> Vec<Piece> {
    const LETTERS: &[u8] = b"etaoinshrdlucmfwypvbgkqjxz";
    let mut out = Vec::new();
    for (piece, number) in &desk.doc.pieces {
        let mut changed = String::new();
        for letter in piece.chars() {
            if is_space(piece) || chance.share() >= 0.1 || !letter.is_alphanumeric() {
                changed.push(letter);
                continue;
            }
            let (how, other) = (chance.share(), char::from(*chance.pick(LETTERS)));
            if how >= 0.75 {
                changed.push(letter);
            }
            if !(0.5..0.75).contains(&how) {
                changed.push(other);
            }
        }
        if !changed.is_empty() {
            out.push((changed, *number));
        }
    }
    out
}

fn shuffled(desk: &Desk<'_>, chance: &mut Chance) -> Vec<Piece> {
    let mut groups: Vec<Vec<Piece>> = Vec::new();
    for (from, until) in &desk.doc.paragraphs {
        let paragraph = &desk.doc.pieces[*from..*until];
        // Paragraphs that one passage joins stay together.
        match groups.last_mut() {
            Some(group) if desk.targets.iter().any(|(x, y)| x < from && y > from) => {
                group.push(new("\n\n"));
                group.extend_from_slice(paragraph);
            }
            _ => groups.push(paragraph.to_vec()),
        }
    }
    chance.shuffle(&mut groups);
    groups.join(&new("\n\n"))
}

fn deleted(desk: &Desk<'_>, spans: &[Span]) -> Vec<Piece> {
    let is_kept = |k: &usize| !spans.iter().any(|(from, until)| from <= k && k < until);
    (0..desk.doc.pieces.len()).filter(is_kept).map(|k| desk.doc.pieces[k].clone()).collect()
}

fn deleted_with_sentence(desk: &Desk<'_>, chance: &mut Chance) -> Vec<Piece> {
    let widen = |target: &Span| {
        let sentence = desk.doc.sentence_of(target.0);
        if chance.share() < 0.5 { (target.0.min(sentence.0), target.1.max(sentence.1)) } else { *target }
    };
    let spans: Vec<Span> = desk.targets.iter().map(widen).collect();
    deleted(desk, &spans)
}

/// Replaces a few words.
fn lightly(mut pieces: Vec<Piece>, chance: &mut Chance, words: &[String], count: usize) -> Vec<Piece> {
    let mut at: Vec<usize> = (0..pieces.len()).filter(|k| is_word(&pieces[*k].0) && pieces[*k].0.len() > 2).collect();
    chance.shuffle(&mut at);
    for k in at.into_iter().take(count) {
        let is_number = pieces[k].0.bytes().all(|byte| byte.is_ascii_digit());
        pieces[k].0 = if is_number { chance.between(2, 999).to_string() } else { chance.pick(words).clone() };
    }
    pieces
}

fn copy_of(doc: &Pieces, target: Span) -> (Span, Vec<Piece>) {
    let sentence = doc.sentence_of(target.0);
    let span = (target.0.min(sentence.0), target.1.max(sentence.1));
    (span, doc.pieces[span.0..span.1].iter().map(|(piece, _)| new(piece)).collect())
}

/// Puts each copy at the end of a paragraph that is not its own nor beside it, and not inside another passage.
fn insert(
    doc: &Pieces,
    pieces: Vec<Piece>,
    copies: Vec<(Span, Vec<Piece>)>,
    chance: &mut Chance,
    busy: &[Span],
) -> Vec<Piece> {
    let mut ends: Vec<(usize, Vec<Piece>)> = Vec::new();
    for ((x, y), copy) in copies {
        let is_far = |(number, end): (usize, usize)| {
            let near = &doc.paragraphs[number.saturating_sub(1)..(number + 2).min(doc.paragraphs.len())];
            let fits = near.iter().all(|(from, until)| *until <= x || *from >= y)
                && !busy.iter().any(|(from, until)| *from <= end && end + 1 < *until);
            fits.then_some(end)
        };
        let far = doc.paragraphs.iter().enumerate().filter(|(_, span)| span.1 > span.0);
        let far: Vec<usize> = far.filter_map(|(number, span)| is_far((number, span.1 - 1))).collect();
        if !far.is_empty() {
            ends.push((*chance.pick(&far), copy));
        }
    }
    let (mut out, mut seen) = (Vec::new(), Vec::new());
    for (piece, number) in pieces {
        out.push((piece, number));
        if let Some(number) = number
            && !seen.contains(&number)
            && ends.iter().any(|(end, _)| *end == number)
        {
            seen.push(number);
            for (_, copy) in ends.iter().filter(|(end, _)| *end == number) {
                out.push(new(" "));
                out.extend_from_slice(copy);
            }
        }
    }
    out
}

fn copy_added(desk: &Desk<'_>, chance: &mut Chance) -> Vec<Piece> {
    let doc = desk.doc;
    let mut out = doc.pieces.clone();
    let mut copies = Vec::new();
    for target in desk.targets {
        let ((x, y), copy) = copy_of(doc, *target);
        // Of one word the neighbours change, not the word itself.
        let is_short = doc.length(*target) < 15;
        let fits = |k: &usize| {
            let piece = &doc.pieces[*k].0;
            is_word(piece) && piece.chars().count() > 2 && (target.0 <= *k && *k < target.1) != is_short
        };
        let mut at: Vec<usize> = (x..y).filter(fits).collect();
        chance.shuffle(&mut at);
        let count = chance.between(1, 2);
        for k in at.into_iter().take(count) {
            out[k].0.clone_from(chance.pick(desk.words));
        }
        copies.push(((x, y), copy));
    }
    insert(doc, out, copies, chance, desk.targets)
}

fn sentence_moved(desk: &Desk<'_>, chance: &mut Chance) -> Vec<Piece> {
    let doc = desk.doc;
    let mut out = doc.pieces.clone();
    let mut moved = Vec::new();
    for (from, until) in desk.targets {
        let sentence = doc.sentence_of(*from);
        // Two passages of one sentence move with it once.
        if moved.iter().any(|(other, _)| *other == sentence) {
            continue;
        }
        let is_inside = sentence.1 >= *until;
        let pieces = doc.pieces[sentence.0..sentence.1].iter();
        let copy = pieces.map(|(piece, number)| (piece.clone(), number.filter(|_| is_inside)));
        moved.push((sentence, copy.collect()));
        // What is left of the place stays as a mark, so that the paragraph's end is still found.
        out[sentence.0..sentence.1].iter_mut().for_each(|(piece, _)| piece.clear());
    }
    insert(doc, out, moved, chance, desk.targets).into_iter().filter(|(piece, _)| !piece.is_empty()).collect()
}

fn split_and_merged(desk: &Desk<'_>, chance: &mut Chance) -> Vec<Piece> {
    let begins = |k: usize| desk.doc.sentences.binary_search_by_key(&k, |span| span.0).is_ok();
    let change = |(k, (piece, number)): (usize, &Piece)| {
        if piece.contains('\n') && chance.share() < 0.4 {
            (" ".to_owned(), *number)
        } else if piece == " " && begins(k + 1) && chance.share() < 0.4 {
            ("\n\n".to_owned(), *number)
        } else {
            (piece.clone(), *number)
        }
    };
    desk.doc.pieces.iter().enumerate().map(change).collect()
}

fn restyled(desk: &Desk<'_>, chance: &mut Chance) -> Vec<Piece> {
    let mut is_open = false;
    let change = |(piece, number): &Piece| {
        let restyled = match piece.as_str() {
            "\"" => {
                is_open = !is_open;
                if is_open { "“" } else { "”" }
            }
            "“" | "”" => "\"",
            "'" => "’",
            "’" | "‘" => "'",
            "—" | "–" => {
                if chance.share() < 0.5 {
                    "--"
                } else {
                    "-"
                }
            }
            " " => match chance.share() {
                share if share < 0.1 => "\u{a0}",
                share if share < 0.15 => "  ",
                _ => " ",
            },
            other => other,
        };
        (restyled.to_owned(), *number)
    };
    desk.doc.pieces.iter().map(change).collect()
}

fn wrapped(desk: &Desk<'_>, _: &mut Chance) -> Vec<Piece> {
    let mut column = 0;
    let change = |(piece, number): &Piece| {
        let is_break = is_space(piece) && !piece.contains('\n') && column > 66;
        let piece = if is_break { "\n" } else { piece };
        column = if piece.contains('\n') { 0 } else { column + piece.chars().count() };
        (piece.to_owned(), *number)
    };
    desk.doc.pieces.iter().map(change).collect()
}

/// An editor: one sentence in ten goes, one in ten gets a new one after it, numbers and names change, a few words.
fn revised(desk: &Desk<'_>, chance: &mut Chance) -> Vec<Piece> {
    let doc = desk.doc;
    let other = Pieces::of(chance.pick(desk.texts).clone());
    let fresh: Vec<Vec<Piece>> = other
        .sentences
        .iter()
        .filter(|span| {
            span.1 - span.0 > 12 && !doc.text.contains(&other.text[other.bytes(**span).0..other.bytes(**span).1])
        })
        .map(|span| other.pieces[span.0..span.1].iter().map(|(piece, _)| new(piece)).collect())
        .collect();
    let (mut gone, mut after) = (vec![false; doc.pieces.len()], Vec::new());
    for (from, until) in &doc.sentences {
        let share = chance.share();
        let is_hit = desk.targets.iter().any(|(x, y)| x < until && y > from && y - x <= until - from);
        if share < 0.1 && !is_hit {
            gone[*from..*until].fill(true);
        } else if (0.1..0.2).contains(&share) && !fresh.is_empty() {
            let sentence = chance.pick(&fresh).clone();
            after.push((until - 1, lightly(sentence, chance, desk.words, 8)));
        }
    }
    let mut out = Vec::new();
    for (k, (piece, number)) in doc.pieces.iter().enumerate() {
        if gone[k] {
            continue;
        }
        let is_number = piece.bytes().all(|byte| byte.is_ascii_digit());
        let is_name = piece.starts_with(char::is_uppercase) && piece.chars().count() > 3;
        let changed = if is_number && chance.share() < 0.4 {
            chance.between(2, 999).to_string()
        } else if is_name && chance.share() < 0.12 {
            (*chance.pick(&NAMES)).to_owned()
        } else if is_word(piece) && chance.share() < 0.03 {
            chance.pick(desk.words).clone()
        } else {
            piece.clone()
        };
        out.push((changed, *number));
        for (_, sentence) in after.iter().filter(|(end, _)| *end == k) {
            out.push(new(" "));
            out.extend_from_slice(sentence);
        }
    }
    out
}

/// An article in which near-duplicates of the passages stand (of its sentence, for a word or phrase), one to three
/// words of each changed, and the passages in it.
pub fn with_twins(doc: &Pieces, chance: &mut Chance, words: &[String]) -> (Pieces, Vec<Span>) {
    let targets = doc.targets(chance, &[]);
    let copies = targets.iter().map(|target| {
        let (span, copy) = copy_of(doc, *target);
        let count = chance.between(1, 3);
        (span, lightly(copy, chance, words, count))
    });
    let copies: Vec<_> = copies.collect();
    let pieces = insert(doc, doc.pieces.clone(), copies, chance, &targets);
    let (mut place, mut at, mut text) = (vec![0; doc.pieces.len()], 0, String::new());
    for (piece, number) in &pieces {
        if let Some(number) = number {
            place[*number] = at;
        }
        at += piece.len();
        text.push_str(piece);
    }
    let old = Pieces::of(text);
    let moved = |target: &Span| {
        let (start, end) = doc.bytes(*target);
        let first = (target.0..target.1).find(|k| !is_space(&doc.pieces[*k].0)).unwrap_or(target.0);
        let start = (place[first], place[first] + end - start);
        let from = old.at.partition_point(|at| *at < start.0);
        (from, old.at.partition_point(|at| *at < start.1))
    };
    let targets = targets.iter().map(moved).collect();
    (old, targets)
}

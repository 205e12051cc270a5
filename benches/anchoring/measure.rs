//! One article, edited once: what became of its passages.

use quotemark::{
    article::{Article, TextRange},
    notes::{Anchor, Anchoring, Passage, Place, Selector},
};

use crate::{
    Texts,
    chance::Chance,
    edits::{Case, Desk, with_twins},
    pieces::{Pieces, Span, is_space, is_word},
};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    Right,
    Near,
    Wrong,
    Orphan,
}

/// What became of one passage.
pub struct Row {
    /// A number of [`crate::pieces::KINDS`].
    pub kind: usize,
    /// Whether the earlier text was known.
    pub is_mapped: bool,
    pub outcome: Outcome,
    pub is_exact: bool,
    pub has_true_ends: bool,
    /// A word that was changed itself.
    pub is_changed_word: bool,
    /// Nothing of it is left.
    pub is_gone: bool,
    /// It was not found as it is, and nobody could say where it ends (see [`Border::can_be_told`]) or, by what a note
    /// keeps of it, which of several places it is (see [`stands_as_well_elsewhere`]).
    pub cannot_be_told: bool,
}

/// About 8,000 characters of several texts.
fn article(texts: &[String], chance: &mut Chance) -> String {
    let (mut parts, mut length): (Vec<&str>, usize) = (Vec::new(), 0);
    let mut order: Vec<usize> = (0..texts.len()).collect();
    chance.shuffle(&mut order);
    for number in order {
        if length >= 7500 {
            break;
        }
        for part in texts[number].split('\n').map(str::trim).filter(|part| !part.is_empty()) {
            if length < 8300 {
                parts.push(part);
                length += part.len() + 2;
            }
        }
    }
    parts.join("\n\n")
}

pub fn run(case: &Case, seed: u64, texts: &Texts, report: Option<&mut dyn FnMut(&str)>) -> Vec<Row> {
    let mut chance = Chance::of(case.name, seed);
    let plain = Pieces::of(article(&texts.articles, &mut chance));
    let (doc, targets) = if case.has_twins {
        with_twins(&plain, &mut chance, &texts.words)
    } else {
        let targets = plain.targets(&mut chance, &[]);
        (plain, targets)
    };
    if targets.len() < 4 {
        return Vec::new();
    }
    let beside = doc.targets(&mut chance, &targets);
    let desk = Desk { doc: &doc, targets: &targets, words: &texts.words, texts: &texts.articles };
    let pieces = (case.edit)(&desk, &mut chance);
    let (mut place, mut text) = (vec![None; doc.pieces.len()], String::new());
    for (piece, number) in &pieces {
        if let Some(number) = number
            && !is_space(piece)
            && place[*number].is_none()
        {
            place[*number] = Some((text.len(), text.len() + piece.len()));
        }
        text.push_str(piece);
    }
    let spans: Vec<Span> = targets.iter().chain(&beside).copied().collect();
    let old = Article::new("old.txt", doc.text.as_str(), Vec::new());
    let new = Article::new("new.txt", text.as_str(), Vec::new());
    let stretches: Vec<(usize, usize)> = spans.iter().map(|span| doc.bytes(*span)).collect();
    let selectors: Vec<Selector> = stretches
        .iter()
        .filter_map(|(start, end)| Some(Selector::of(&old, TextRange::of_bytes(old.text(), *start, *end)?)))
        .collect();
    let scored = if case.is_aimed { 4 } else { spans.len() };
    let mut marked = Anchoring::new(&old);
    let twins: Vec<usize> = selectors.iter().map(|selector| marked.twins(selector)).collect();
    let passages: Vec<Passage<'_>> =
        selectors.iter().zip(twins).map(|(selector, twins)| Passage { selector, twins }).collect();
    let mapped = Anchoring::new(&new).by_earlier_text(&doc.text, &stretches);
    let searched = Anchoring::new(&new).by_words(&passages, Some(&marked.sketch()), old.characters());
    let mut rows = Vec::new();
    let mut failures = Vec::new();
    for (number, span) in spans.iter().take(scored).enumerate() {
        let where_now: Vec<(usize, usize)> = (span.0..span.1).filter_map(|k| place[k]).collect();
        let truth = where_now.first().zip(where_now.last()).map(|_| {
            let start = where_now.iter().map(|bytes| bytes.0).min().unwrap_or(0);
            (start, where_now.iter().map(|bytes| bytes.1).max().unwrap_or(0))
        });
        let kind = number % 4;
        let is_changed_word =
            kind == 0 && truth.is_none_or(|(start, end)| !same_word(&text[start..end], &doc.pieces[span.0].0));
        for (is_mapped, found) in [(true, mapped[number]), (false, searched[number])] {
            let mut row = row(&new, kind, is_mapped, found, truth, is_changed_word);
            row.cannot_be_told = row.outcome == Outcome::Near
                && truth.zip(found.place.range()).is_some_and(|(truth, range)| {
                    let found = (range.start().byte(), range.end().byte());
                    let ends = [(false, truth.0, found.0), (true, truth.1, found.1)];
                    ends.into_iter().filter(|(_, truth, found)| truth != found).all(|(is_end, _, found)| {
                        let border = Border::of(&doc, &place, &text, *span, is_end);
                        border.is_some_and(|border| border.holds(found) && !border.can_be_told())
                    })
                });
            row.cannot_be_told |= !is_mapped
                && row.outcome != Outcome::Right
                && truth.is_some_and(|truth| stands_as_well_elsewhere(&selectors[number], &text, truth));
            let is_counted = !is_changed_word || truth.is_none() && case.name.starts_with("deleted");
            if row.outcome != Outcome::Right && !(row.outcome == Outcome::Orphan && truth.is_none()) && is_counted {
                let shown = found.place.range().map_or_else(
                    || "–".to_owned(),
                    |range| in_its_place(&text, (range.start().byte(), range.end().byte())),
                );
                let was = in_its_place(&doc.text, doc.bytes(*span));
                let is = truth.map_or_else(|| "–".to_owned(), |truth| in_its_place(&text, truth));
                failures.push(format!(
                    "{} {} {} seed {seed} {:?}{} exact {} ({})\n   was: {was}\n   is:  {is}\n   got: {shown}",
                    case.name,
                    if is_mapped { "A" } else { "B" },
                    crate::pieces::KINDS[kind],
                    row.outcome,
                    if row.cannot_be_told { " untold" } else { "" },
                    row.is_exact,
                    found.why,
                ));
            }
            rows.push(row);
        }
    }
    if let Some(report) = report {
        failures.iter().for_each(|failure| report(failure));
    }
    rows
}

/// A stretch of a text (in bytes) with what stands round it, in one line.
fn in_its_place(text: &str, (start, end): (usize, usize)) -> String {
    let from = text.floor_char_boundary(start.saturating_sub(80));
    let until = text.ceil_char_boundary((end + 80).min(text.len()));
    format!("@{start} {}[[{}]]{}", &text[from..start], &text[start..end], &text[end..until]).replace('\n', "⏎")
}

fn same_word(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

fn row(
    new: &Article,
    kind: usize,
    is_mapped: bool,
    found: Anchor,
    truth: Option<(usize, usize)>,
    is_changed_word: bool,
) -> Row {
    let mut has_true_ends = false;
    let outcome = match (found.place.range(), truth) {
        (None, _) => Outcome::Orphan,
        (Some(_), None) => Outcome::Wrong,
        (Some(range), Some((start, end))) => {
            let (from, until) = (range.start().byte(), range.end().byte());
            let words = new.slice(range);
            let trimmed = from + words.len() - words.trim_start().len();
            has_true_ends = (trimmed, trimmed + words.trim().len()) == (start, end);
            let shared = until.min(end).saturating_sub(from.max(start)) as f64;
            let both = (until.max(end) - from.min(start)) as f64;
            if shared >= 0.9 * both {
                Outcome::Right
            } else if shared > 0.0 {
                Outcome::Near
            } else {
                Outcome::Wrong
            }
        }
    };
    Row {
        kind,
        is_mapped,
        outcome,
        is_exact: matches!(found.place, Place::Exact(_)),
        has_true_ends,
        is_changed_word,
        is_gone: truth.is_none(),
        cannot_be_told: false,
    }
}

/// Whether the words of a passage stand at another place of the new text, with at least as much before and after them of
/// what was kept of its surroundings as at the true one.
fn stands_as_well_elsewhere(selector: &Selector, text: &str, truth: (usize, usize)) -> bool {
    let kept = |start: usize, end: usize| {
        let before = text[..start].chars().rev().zip(selector.before.chars().rev());
        let after = text[end..].chars().zip(selector.after.chars());
        let same = |(one, other): &(char, char)| one == other;
        (before.take_while(same).count(), after.take_while(same).count())
    };
    if text[truth.0..truth.1] != selector.quote {
        return false;
    }
    let here = kept(truth.0, truth.1);
    text.match_indices(&selector.quote).filter(|(at, _)| *at != truth.0).any(|(at, quote)| {
        let there = kept(at, at + quote.len());
        there.0 >= here.0 && there.1 >= here.1
    })
}

/// The most words that are lost or put in at an end without its being told where sentences end.
const FEW: usize = 8;

/// What stands between the two words next to an end of a passage, one in it and one beside it, that are still there.
struct Border {
    /// Words that stood there before the edit, in the passage and beside it.
    inside: usize,
    beside: usize,
    /// Words that stand there now.
    now: usize,
    /// The bytes of the new text between the two.
    stretch: (usize, usize),
}

impl Border {
    fn of(
        doc: &Pieces,
        place: &[Option<(usize, usize)>],
        text: &str,
        (from, until): Span,
        is_end: bool,
    ) -> Option<Self> {
        let is_left = |k: &usize| {
            let now = place[*k].map(|(start, end)| &text[start..end]);
            now.is_some_and(|now| same_word(now, &doc.pieces[*k].0))
        };
        let (before, after) = if is_end {
            ((from..until).rev().find(is_left)?, (until..doc.pieces.len()).find(is_left)?)
        } else {
            ((0..from).rev().find(is_left)?, (from..until).find(is_left)?)
        };
        let stretch = (place[before]?.1, place[after]?.0);
        let now = Pieces::of(text.get(stretch.0..stretch.1)?.to_owned());
        let words =
            |from: usize, until: usize| doc.pieces[from..until].iter().filter(|piece| is_word(&piece.0)).count();
        let border = if is_end { until } else { from };
        let (one, other) = (words(before + 1, border), words(border, after));
        let (inside, beside) = if is_end { (one, other) } else { (other, one) };
        let now = now.pieces.iter().filter(|piece| is_word(&piece.0)).count();
        Some(Self { inside, beside, now, stretch })
    }

    /// Whether a byte of the new text lies there.
    fn holds(&self, at: usize) -> bool {
        self.stretch.0 <= at && at <= self.stretch.1
    }

    /// Whether the texts say how many of the words that stand there now are of the passage: each may stand for one that
    /// stood there, or all stand for what was lost on one side. Where words were lost on both sides and fewer or more
    /// stand there now, or more than the passage lost, nothing tells which.
    fn can_be_told(&self) -> bool {
        match (self.inside, self.beside, self.now) {
            (0, ..) | (.., 0) => true,
            // Whole sentences came or went, which have their own ends.
            (inside, beside, now) if inside.max(beside).max(now) > FEW => true,
            (inside, 0, now) => now <= inside,
            (inside, beside, now) => now == inside + beside,
        }
    }
}

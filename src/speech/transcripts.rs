//! Speech that a layout names line by line: interviews, hearings, plays.

use std::collections::HashMap;
use std::ops::Range;

use super::labels::{self, Form, Label};
use super::marks;
use super::people::is_upper;
use super::scan;
use super::survey::Mention;

/// What somebody says in a transcript, a stage direction left out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    pub start: usize,
    pub end: usize,
    pub label: Mention,
}

/// A turn of fewer words counts as one only with a sign that ends a sentence.
const WORDS: usize = 6;

/// The last letters of what no label but a sentence of a Chinese story ends with: 王明笑着说, 王明摇了摇头.
const TELLING: [char; 12] = ['说', '說', '道', '问', '問', '答', '喊', '叫', '称', '稱', '了', '头'];

/// What opens a quotation in Chinese.
const OPENING: [char; 3] = ['“', '「', '『'];

/// Nobody speaks for longer: in a file of many articles a label far behind another belongs to another text.
const LONGEST_TURN: usize = 10_000;

/// The turns of the transcripts in a text, in order.
pub(super) fn turns(text: &str, paragraphs: &[Range<usize>]) -> Vec<Turn> {
    let labels = lines(text, paragraphs).filter_map(|line| labels::read(text, line));
    // 记者提问：…
    let labels = labels.map(|label| {
        let asks = if text[label.name.clone()].ends_with("记者提问") { "提问".len() } else { 0 };
        Label { name: label.name.start..label.name.end - asks, ..label }
    });
    let mut labels: Vec<Label> = labels.filter(|label| !labels::is_thing(&text[label.name.clone()])).collect();
    // 王明笑着说：“…” and what happens then: a story
    let tells = |label: &Label| is_told(text, label) && text[label.name.clone()].ends_with(TELLING);
    if labels.iter().any(tells) || is_story(text, &labels) {
        labels.retain(|label| !is_told(text, label));
    }
    let mut turns = Vec::new();
    for near in close_together(&labels) {
        // those that name nobody who speaks may have joined two transcripts
        for labels in close_together(&speakers(text, near.to_vec())) {
            // 答：…: the rules of Chinese know who answers
            if labels.iter().all(|label| &text[label.name.clone()] != "答") {
                turns.extend(turns_of(text, labels));
            }
        }
    }
    turns
}

/// 王明：“…”: whether a label of Chinese stands before words in quotation marks.
fn is_told(text: &str, label: &Label) -> bool {
    let chinese = text[label.name.clone()].starts_with(|first: char| ('\u{4e00}'..='\u{9fff}').contains(&first));
    chinese && text[label.behind..].starts_with(OPENING)
}

/// Whether much between the labels is neither labelled nor in quotation marks.
fn is_story(text: &str, labels: &[Label]) -> bool {
    let (Some(first), Some(last)) = (labels.first(), labels.last()) else { return false };
    let between = first.name.start..last.name.end;
    let lines = lines(text, std::slice::from_ref(&between)).map(|line| text[line].trim_start());
    let told = lines.filter(|line| !line.is_empty() && !line.starts_with(OPENING)).count();
    told >= 2 * labels.len()
}

/// Labels parted where too much stands between them for one to go on to the next.
fn close_together(labels: &[Label]) -> impl Iterator<Item = &[Label]> {
    labels.chunk_by(|label, next| next.name.start - label.behind <= LONGEST_TURN)
}

/// The turns of a transcript, in order, or none if there is no such: three labelled lines, two
/// names or the letter of an interview, one of them twice; or one name that answers questions.
fn turns_of(text: &str, labels: &[Label]) -> Vec<Turn> {
    let counts = counts(text, labels);
    let two = counts.len() > 1 || counts.keys().any(|name| labels::role(name).is_some());
    let asked = !two && is_asked(text, labels);
    if labels.len() < 3 || !(two || asked) || counts.values().all(|count| *count < 2) {
        return Vec::new();
    }
    let stop = |label: &Label, next: &Label| {
        let start = line_start(text, next.name.start);
        let before = line_start(text, text[..start].trim_end().len());
        // the question before an answer is not the one's who answers, but may be the answer before
        if asked && before >= label.behind { before } else { start.max(label.behind) }
    };
    let stops = labels.windows(2).map(|two| stop(&two[0], &two[1])).chain([text.len()]);
    let mut turns = Vec::new();
    for (number, (label, stop)) in labels.iter().zip(stops).enumerate() {
        let behind = label.behind + text[label.behind..stop].len() - text[label.behind..stop].trim_start().len();
        let words = &text[behind..stop];
        // behind the last turn another text may follow
        let last = number + 1 == labels.len();
        let words = if last { words.split("\n\n").next().unwrap_or(words) } else { words };
        let words = before_narration(words, &text[label.name.clone()]);
        add_spoken(text, behind..behind + words.len(), Mention::label(label.name.start, label.name.end), &mut turns);
    }
    let spoken = turns.iter().filter(|turn| reads_like_speech(&text[turn.start..turn.end])).count();
    if spoken * 2 < turns.len() { Vec::new() } else { turns }
}

/// The words of a turn up to a paragraph that opens by telling of whoever has it: 'Dahl laughs.'
fn before_narration<'t>(words: &'t str, name: &str) -> &'t str {
    const OPENING: usize = 24;
    let name = name.rsplit(' ').next().unwrap_or(name);
    if name.chars().nth(1).is_none() || labels::role(name).is_some() {
        return words;
    }
    let name = name.to_lowercase();
    let is_part = |letter: char| letter.is_alphabetic() && letter.is_ascii();
    let tells = |(start, _): &(usize, &str)| {
        let line = words[*start..].trim_start();
        let opening: String = line.chars().take_while(|letter| *letter != '\n').take(OPENING + name.len()).collect();
        let opening = opening.to_lowercase();
        opening.find(&name).is_some_and(|at| {
            let (before, behind) = (&opening[..at], &opening[at + name.len()..]);
            !before.contains(marks::is_sign) && !before.ends_with(is_part) && !behind.starts_with(is_part)
        })
    };
    words.match_indices('\n').find(tells).map_or(words, |(end, _)| &words[..end])
}

/// Whether a question that nobody is named for stands before most labels.
fn is_asked(text: &str, labels: &[Label]) -> bool {
    let asks = |label: &&Label| {
        let before = text[..line_start(text, label.name.start)].trim_end();
        before.ends_with(['?', '？', '…']) || before.ends_with("...")
    };
    labels.iter().filter(asks).count() * 3 >= labels.len() * 2
}

/// Whether a turn of a transcript or its label holds any of a stretch.
pub(super) fn holds(turns: &[Turn], stretch: &Range<usize>) -> bool {
    let first = turns.partition_point(|turn| turn.end <= stretch.start);
    turns.get(first).is_some_and(|turn| turn.label.start < stretch.end)
}

/// The lines of the paragraphs.
fn lines<'t>(text: &'t str, paragraphs: &'t [Range<usize>]) -> impl Iterator<Item = Range<usize>> + 't {
    paragraphs.iter().flat_map(move |paragraph| {
        let mut next = Some(paragraph.start);
        std::iter::from_fn(move || {
            let start = next?;
            let length = scan::position(&text.as_bytes()[start..paragraph.end], |byte| byte == b'\n');
            next = length.map(|length| start + length + 1);
            Some(start..length.map_or(paragraph.end, |length| start + length))
        })
    })
}

/// The labels that name somebody who speaks.
fn speakers(text: &str, mut labels: Vec<Label>) -> Vec<Label> {
    let all = counts(text, &labels);
    let again = |label: &Label| all.get(&text[label.name.clone()]).is_some_and(|count| *count > 1);
    // without a colon, names must come in turns: a heading or a sentence of one word comes once
    for form in [Form::Point, Form::Alone] {
        let mut own =
            labels.iter().filter(|label| label.form == form && again(label)).map(|label| &text[label.name.clone()]);
        let first = own.next();
        let several = own.any(|name| Some(name) != first);
        labels.retain(|label| label.form != form || several && again(label));
    }
    if !follow_closely(text, &labels) {
        labels.retain(|label| {
            let name = &text[label.name.clone()];
            label.form != Form::Colon || again(label) || is_upper(name) || labels::role(name).is_some()
        });
    }
    labels
}

/// Whether most lines from the first label to the last have one: then a name that comes once is a name too.
fn follow_closely(text: &str, labels: &[Label]) -> bool {
    let (Some(first), Some(last)) = (labels.first(), labels.last()) else { return false };
    let between = &text[first.name.start..last.name.end];
    let lines = between.lines().filter(|line| !line.trim().is_empty() && !labels::is_direction(line)).count();
    labels.len() * 3 >= lines * 2
}

/// How often each name labels a line; letters count for the name that they stand for: "A. H." for "Ada Hill".
fn counts<'t>(text: &'t str, labels: &[Label]) -> HashMap<&'t str, usize> {
    let mut counts = HashMap::new();
    let mut short = Vec::new();
    for label in labels {
        let name = &text[label.name.clone()];
        match labels::letters(name) {
            Some(letters) => short.push((letters, name)),
            None => *counts.entry(name).or_insert(0) += 1,
        }
    }
    if !short.is_empty() {
        let mut whole: HashMap<String, &str> = HashMap::new();
        for name in labels.iter().map(|label| &text[label.name.clone()]).filter(|name| counts.contains_key(name)) {
            whole.entry(labels::initials(name)).or_insert(name);
        }
        for (letters, name) in short {
            *counts.entry(whole.get(&letters).copied().unwrap_or(name)).or_insert(0) += 1;
        }
    }
    counts
}

/// Adds what is spoken between two places: lines that are stage directions part it.
fn add_spoken(text: &str, words: Range<usize>, label: Mention, turns: &mut Vec<Turn>) {
    let mut stretch: Option<Range<usize>> = None;
    let mut add = |stretch: Option<Range<usize>>| {
        let Some(stretch) = stretch else { return };
        let begin = labels::after_direction(&text[stretch.clone()]).trim_start();
        let start = stretch.end - begin.len();
        let end = start + without_last_direction(begin).trim_end().len();
        if end > start {
            turns.push(Turn { start, end, label });
        }
    };
    for line in lines(text, std::slice::from_ref(&words)) {
        if labels::is_direction(&text[line.clone()]) {
            add(stretch.take());
        } else {
            stretch = match stretch {
                None if text[line.clone()].trim().is_empty() => None,
                None => Some(line),
                Some(before) => Some(before.start..line.end),
            };
        }
    }
    add(stretch);
}

/// "Thank you. (Applause)" without what stands in brackets at its end.
fn without_last_direction(words: &str) -> &str {
    let trimmed = words.trim_end();
    let opening = match trimmed.chars().next_back() {
        Some(')') => '(',
        Some(']') => '[',
        Some('）') => '（',
        _ => return words,
    };
    let Some(open) = trimmed.char_indices().rev().take(60).find(|(_, letter)| *letter == opening) else { return words };
    let before = trimmed[..open.0].trim_end();
    if ends_sentence(before) { before } else { words }
}

fn ends_sentence(words: &str) -> bool {
    words.ends_with(['.', '!', '?', '…', '—', '–', '。', '！', '？', '"', '”', '’', '»'])
}

/// A list has values behind its labels, a transcript sentences.
fn reads_like_speech(words: &str) -> bool {
    ends_sentence(words) || words.split_whitespace().nth(WORDS).is_some()
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The turns of a text as `name: words`.
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = turns(text, std::slice::from_ref(&(0..text.len())))
            .iter()
            .map(|turn| format!("{}: {}", &text[turn.label.start..turn.label.end], &text[turn.start..turn.end]))
            .collect();
        assert_eq!(found, expected, "in {text}");
    }

    #[test]
    fn a_paragraph_without_a_label_goes_on() {
        check("ANN: Yes.\nBEN: No.\n\nNever.\nANN: Well.", &["ANN: Yes.", "BEN: No.\n\nNever.", "ANN: Well."]);
    }

    #[test]
    fn what_tells_of_whoever_speaks_is_not_spoken() {
        check(
            "ANN: Yes.\nBEN: No.\n\nBen laughs.\n\nIt is late.\nANN: Well.\nBEN: Ann left.\n\nNever.",
            &["ANN: Yes.", "BEN: No.", "ANN: Well.", "BEN: Ann left."],
        );
        check(
            "记者：怎么看？\n顾蘅：看鸟。\n采访间隙，顾蘅接到电话。\n记者：想过吗？\n顾蘅：想过。",
            &["记者: 怎么看？", "顾蘅: 看鸟。", "记者: 想过吗？", "顾蘅: 想过。"],
        );
    }

    #[test]
    fn stage_directions_are_not_spoken() {
        check(
            "ANN: (laughs) Yes. (Applause)\nBEN: No.\n(He sits.)\nNever.\nANN: Well.",
            &["ANN: Yes.", "BEN: No.", "BEN: Never.", "ANN: Well."],
        );
    }

    #[test]
    fn comings_and_scenes_of_a_play_are_not_spoken() {
        check(
            "ACT I\n\nANN. Yes.\nBEN. No.\n\nEnter ADA.\n\nANN. Well.\n\nExeunt.\n\nSCENE 2. The wall.\n\nBEN. Now.\nExit polls say so.",
            &["ANN: Yes.", "BEN: No.", "ANN: Well.", "BEN: Now.\nExit polls say so."],
        );
    }

    #[test]
    fn a_play_names_its_people_with_points_or_alone() {
        check("ANN. Yes.\nBEN. No.\nANN. Well.\nBEN. Now.", &["ANN: Yes.", "BEN: No.", "ANN: Well.", "BEN: Now."]);
        check(
            "ANN\nYes.\n\nBEN\nNo.\n\nANN\nWell.\n\nBEN\nNow.",
            &["ANN: Yes.", "BEN: No.", "ANN: Well.", "BEN: Now."],
        );
    }

    #[test]
    fn headings_of_far_articles_are_no_transcript() {
        let article = "It rained in Leeds, and nobody came. ".repeat(LONGEST_TURN / 30);
        let far = format!("THE LATEST:\n{article}\nWEATHER: It rains.\n{article}\nTHE LATEST:\n{article}");
        check(&far, &[]);
        let near = "ANN: Yes.\nBEN: No.\nANN: Well.";
        check(&format!("{far}\n{near}"), &["ANN: Yes.", "BEN: No.", "ANN: Well."]);
    }

    #[test]
    fn what_is_no_transcript() {
        for text in [
            "Price: 3\nDate: Monday\nPrice: 4\nDate: Tuesday",
            "UPDATE: It rains.\nNOTE: It snows.\nUPDATE: It stops.",
            "ANN: Yes.\nANN: No.\nANN: Well.",
            "BACKGROUND\nIt rains.\nOUTLOOK\nIt snows.\nRESULT\nIt stops.",
            "LEEDS. It rains.\nNo. It stops.\nYORK. It snows.",
            "Mayor: we will win\nIt was late.",
        ] {
            check(text, &[]);
        }
    }
}

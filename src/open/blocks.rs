use std::ops::Range;

use super::{
    front,
    heading::may_be_heading,
    layout::Layout,
    leftover::{self, first_leftover},
    line::{FORM_FEED, Line, lines_of},
    signs::{is_number, is_page_break},
};
use crate::article::{Block, BlockKind, TextRange};

/// Tells the parts of a plain text from one another, by how its lines read and stand.
///
/// The blocks lie in order, share nothing, and leave out white space alone. One pass over the lines for each step,
/// so that the work grows with the text and no faster.
pub(super) fn blocks_of(text: &str) -> Vec<Block> {
    let lines = lines_of(text);
    let front = front::read(&lines);
    let end = first_leftover(&lines).max(front.end);
    let mut parts = front.blocks;
    let mut begin = front.end;
    for left in leftover::between(&lines[front.end..end]) {
        let left = left.start + front.end..left.end + front.end;
        parts.extend(body(&lines, begin..left.start));
        begin = left.end;
        parts.extend(left.map(|number| (BlockKind::Leftover, number..number + 1)));
    }
    parts.extend(body(&lines, begin..end));
    parts.extend((end..lines.len()).map(|number| {
        let is_feed = lines[number].text == FORM_FEED;
        (if is_feed { BlockKind::PageBreak } else { BlockKind::Leftover }, number..number + 1)
    }));
    parts
        .into_iter()
        .filter_map(|(kind, numbers)| {
            let (first, last) = (lines.get(numbers.start)?, lines.get(numbers.end.checked_sub(1)?)?);
            Some(Block { kind, range: TextRange::of_bytes(text, first.start, last.end())? })
        })
        .collect()
}

/// The paragraphs, headings and page breaks among some of the lines.
fn body(all: &[Line], numbers: Range<usize>) -> Vec<(BlockKind, Range<usize>)> {
    let lines = &all[numbers.clone()];
    let layout = Layout::of(lines);
    let mut groups: Vec<(BlockKind, Range<usize>)> = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        if is_page_break(line.text) || is_page_number_at_feed(lines, number) {
            push_page_break(&mut groups, lines, number);
            continue;
        }
        match groups.last_mut() {
            Some((BlockKind::Paragraph, group))
                if layout.continues(&lines[group.start], &lines[group.end - 1], line) =>
            {
                group.end = number + 1;
            }
            _ => groups.push((BlockKind::Paragraph, number..number + 1)),
        }
    }
    mark_headings(&mut groups, lines);
    for (_, group) in &mut groups {
        *group = group.start + numbers.start..group.end + numbers.start;
    }
    groups
}

/// A form feed beside a page number is one page break, not two.
fn push_page_break(groups: &mut Vec<(BlockKind, Range<usize>)>, lines: &[Line], number: usize) {
    match groups.last_mut() {
        Some((BlockKind::PageBreak, group))
            if lines[number].text == FORM_FEED || lines[group.end - 1].text == FORM_FEED =>
        {
            group.end = number + 1;
        }
        _ => groups.push((BlockKind::PageBreak, number..number + 1)),
    }
}

fn is_page_number_at_feed(lines: &[Line], number: usize) -> bool {
    let is_feed =
        |near: Option<usize>| near.and_then(|near| lines.get(near)).is_some_and(|line| line.text == FORM_FEED);
    is_number(lines[number].text) && (is_feed(number.checked_sub(1)) || is_feed(number.checked_add(1)))
}

/// A heading stands alone, and something longer than it follows.
fn mark_headings(groups: &mut [(BlockKind, Range<usize>)], lines: &[Line]) {
    // A poem or a list is all short lines; where they do not stand out, none is a heading.
    let may_be_heading = |group: &Range<usize>| group.len() == 1 && may_be_heading(lines[group.start].text);
    if groups.iter().filter(|(_, group)| may_be_heading(group)).count() * 20 > groups.len() * 11 {
        return;
    }
    // Where no blank line parts anything, a short line between long ones stands alone enough.
    let has_blanks = lines.iter().skip(1).any(|line| line.blank_before);
    let mut longer_follows = false;
    for number in (0..groups.len()).rev() {
        let (kind, group) = &groups[number];
        if *kind != BlockKind::Paragraph {
            continue;
        }
        let line = &lines[group.start];
        let next_apart = lines.get(group.end).is_some_and(|next| next.blank_before);
        let is_alone = !has_blanks || line.blank_before && next_apart;
        let columns: usize = lines[group.clone()].iter().map(|line| line.columns).sum();
        if is_alone && longer_follows && may_be_heading(group) {
            groups[number].0 = BlockKind::Heading(1);
        } else {
            longer_follows = columns >= 60;
        }
    }
}

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use super::Notes;

/// The code book as it is shown: a tag whose name goes on from another's after a `/` stands under that one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TagRow {
    /// The whole name, with those it is nested in.
    pub name: String,
    /// How many rows it is nested in.
    pub depth: usize,
    /// The name without those it is nested in.
    pub last: String,
    /// Its number in the code book; `None` for a name that only holds others.
    pub tag: Option<usize>,
    /// How many annotations carry the tag itself.
    pub own: usize,
    /// How many carry it or one nested in it.
    pub count: usize,
}

/// Deeper than this a name is not taken apart.
const DEEPEST: usize = 8;

struct Node<'a> {
    row: TagRow,
    parent: Option<usize>,
    children: Vec<usize>,
    /// The annotation that was counted here last.
    counted: Option<usize>,
    name: &'a str,
}

impl Notes {
    /// The tags in the order of the code book, each followed by those nested in it.
    pub fn tag_rows(&self) -> Vec<TagRow> {
        let mut nodes: Vec<Node<'_>> = Vec::new();
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let mut tops = Vec::new();
        for (tag, name) in self.tags.iter().map(|tag| tag.name.as_str()).enumerate() {
            let mut parent: Option<usize> = None;
            for path in paths(name) {
                let number = *numbers.entry(path).or_insert_with(|| {
                    let above = parent.map_or("", |parent| nodes[parent].name);
                    let row = TagRow {
                        name: path.to_owned(),
                        depth: parent.map_or(0, |parent| nodes[parent].row.depth + 1),
                        last: parent.map_or(path, |_| path[above.len()..].trim_start_matches(['/', ' '])).to_owned(),
                        tag: None,
                        own: 0,
                        count: 0,
                    };
                    let number = nodes.len();
                    match parent {
                        Some(parent) => nodes[parent].children.push(number),
                        None => tops.push(number),
                    }
                    nodes.push(Node { row, parent, children: Vec::new(), counted: None, name: path });
                    number
                });
                parent = Some(number);
            }
            if let Some(number) = parent {
                nodes[number].row.tag = Some(tag);
            }
        }
        for (annotation, tags) in self.annotations.iter().map(|annotation| &annotation.tags).enumerate() {
            for number in tags.iter().filter_map(|name| numbers.get(name.as_str())) {
                nodes[*number].row.own += 1;
                let mut at = Some(*number);
                // An annotation with several tags under one name counts once there.
                while let Some(node) = at.map(|at| &mut nodes[at]).filter(|node| node.counted != Some(annotation)) {
                    node.counted = Some(annotation);
                    node.row.count += 1;
                    at = node.parent;
                }
            }
        }
        let mut rows = Vec::with_capacity(nodes.len());
        let mut left: Vec<usize> = tops.into_iter().rev().collect();
        while let Some(number) = left.pop() {
            left.extend(nodes[number].children.iter().rev());
            rows.push(nodes[number].row.clone());
        }
        rows
    }
}

/// The names that a name is nested in, then the name itself: `a`, `a/b`, `a/b/c`.
fn paths(name: &str) -> impl Iterator<Item = &str> {
    let above = name.match_indices('/').take(DEEPEST).filter_map(|(at, _)| {
        let (above, rest) = (name[..at].trim_end(), name[at..].trim_matches(['/', ' ']));
        (!above.is_empty() && !above.ends_with('/') && !rest.is_empty()).then_some(above)
    });
    above.chain(std::iter::once(name))
}

#[cfg(test)]
mod tests {
    use crate::notes::tests::tagged;

    /// Gives each annotation its tags, then reads the rows: two spaces for each that a row is nested in, the last part of
    /// the name in brackets where no such tag is there, how many carry it, and how many it or one under it.
    #[track_caller]
    fn check(tags: &[&[&str]], expected: &[&str]) {
        let notes = tagged(tags);
        let shown = notes.tag_rows().into_iter().map(|row| {
            let name = if row.tag.is_some() { row.last } else { format!("({})", row.last) };
            format!("{}{name} {} {}", "  ".repeat(row.depth), row.own, row.count)
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn tags_without_a_slash_stand_in_the_order_of_the_code_book() {
        check(&[&["claim", "doubt"], &["claim"]], &["claim 2 2", "doubt 1 1"]);
        check(&[], &[]);
    }

    #[test]
    fn a_tag_stands_under_the_one_that_its_name_begins_with() {
        check(&[&["style"], &["claim"], &["style/image"]], &["style 1 2", "  image 1 1", "claim 1 1"]);
        check(&[&["style/image/sea"]], &["(style) 0 1", "  (image) 0 1", "    sea 1 1"]);
        check(&[&["style/image"], &["style"]], &["style 1 2", "  image 1 1"]);
    }

    #[test]
    fn a_note_with_several_tags_under_one_name_counts_there_once() {
        check(&[&["style/image", "style/irony", "style"]], &["style 1 1", "  image 1 1", "  irony 1 1"]);
    }

    #[test]
    fn a_slash_without_a_name_before_or_behind_it_nests_nothing() {
        check(&[&["/claim"], &["claim/"], &["a//b"]], &["/claim 1 1", "claim/ 1 1", "(a) 0 1", "  b 1 1"]);
        check(&[&["style / image"], &["style"]], &["style 1 2", "  image 1 1"]);
    }
}

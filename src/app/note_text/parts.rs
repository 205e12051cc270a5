//! A note as parts that stand one under the other.

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use crate::notes::{DONE, TO_DO, marked_up};

/// The mark of an item that has no number.
const DOT: &str = "•";

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Paragraph,
    /// From 1, the highest.
    Heading(u8),
    Code,
    Rule,
}

/// Words that look alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub strong: bool,
    pub emphasis: bool,
    pub struck: bool,
    pub code: bool,
    /// Where it leads.
    pub link: Option<String>,
}

/// A paragraph, heading, item, or piece of code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub kind: Kind,
    /// How many lists and how many quotations it is in.
    pub depth: usize,
    pub quoted: usize,
    /// The dot or number of an item, before its first part.
    pub marker: Option<String>,
    pub runs: Vec<Run>,
}

/// The parts of a note, from the top.
pub fn of(note: &str) -> Vec<Part> {
    let mut reader = Reader::default();
    marked_up(note).into_iter().for_each(|event| reader.take(event));
    reader.close();
    reader.parts
}

/// The words of some parts without their marks, a line each.
pub fn plain(parts: &[Part]) -> String {
    let line = |part: &Part| {
        let marker = part.marker.as_ref().map(|marker| format!("{marker} ")).unwrap_or_default();
        marker + &part.runs.iter().map(|run| run.text.as_str()).collect::<String>()
    };
    let lines = parts.iter().filter(|part| part.kind != Kind::Rule).map(line);
    lines.collect::<Vec<_>>().join("\n")
}

#[derive(Default)]
struct Reader {
    parts: Vec<Part>,
    /// The part that words go into.
    open: Option<Part>,
    /// The number of the next item of each list that is open; `None` for dots.
    lists: Vec<Option<u64>>,
    quoted: usize,
    /// The mark of an item that has no part yet.
    marker: Option<String>,
    strong: usize,
    emphasis: usize,
    struck: usize,
    link: Option<String>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.add(&text, false),
            Event::Code(text) => self.add(&text, true),
            Event::HardBreak | Event::SoftBreak => self.add("\n", false),
            Event::Rule => {
                self.open(Kind::Rule);
                self.close();
            }
            // What these are is not read.
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.open(Kind::Paragraph),
            Tag::Heading { level, .. } => self.open(Kind::Heading(level as u8)),
            Tag::CodeBlock(CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) => self.open(Kind::Code),
            Tag::BlockQuote(_) => {
                self.close();
                self.quoted += 1;
            }
            Tag::List(first) => {
                self.close();
                self.lists.push(first);
            }
            Tag::Item => {
                self.close();
                self.marker = Some(match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number = number.saturating_add(1);
                        format!("{}.", *number - 1)
                    }
                    _ => DOT.to_owned(),
                });
            }
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strikethrough => self.struck += 1,
            Tag::Link { dest_url, .. } => self.link = Some(dest_url.into_string()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock => self.close(),
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quoted = self.quoted.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.close();
                self.lists.pop();
            }
            TagEnd::Item => {
                if self.marker.is_some() {
                    self.open(Kind::Paragraph);
                }
                self.close();
            }
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strikethrough => self.struck = self.struck.saturating_sub(1),
            TagEnd::Link => self.link = None,
            _ => {}
        }
    }

    fn open(&mut self, kind: Kind) {
        self.close();
        self.open = Some(Part {
            kind,
            depth: self.lists.len(),
            quoted: self.quoted,
            marker: self.marker.take(),
            runs: Vec::new(),
        });
    }

    /// Closes the part that is open; one of code loses the line break at its end.
    fn close(&mut self) {
        let Some(mut part) = self.open.take() else { return };
        if let Some(last) = part.runs.last_mut().filter(|_| part.kind == Kind::Code) {
            last.text.truncate(last.text.trim_end_matches('\n').len());
        }
        self.parts.push(part);
    }

    /// Adds words; those of an item of a close list stand in no paragraph.
    fn add(&mut self, text: &str, code: bool) {
        if self.open.is_none() {
            self.open(Kind::Paragraph);
        }
        let run = Run {
            text: text.to_owned(),
            strong: self.strong > 0,
            emphasis: self.emphasis > 0,
            struck: self.struck > 0,
            code,
            link: self.link.clone(),
        };
        let Some(part) = &mut self.open else { return };
        // The box of a task stands in place of its dot.
        if [DONE, TO_DO].contains(&text) && part.runs.is_empty() && part.marker.as_deref() == Some(DOT) {
            part.marker = Some(text.trim_end().to_owned());
            return;
        }
        match part.runs.last_mut() {
            Some(last) if (Run { text: last.text.clone(), ..run.clone() }) == *last => last.text.push_str(text),
            _ => part.runs.push(run),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each part as a line: what it is and how deep it stands, its marker, then its runs with their marks.
    #[track_caller]
    fn check(note: &str, expected: &[&str]) {
        let shown = |run: &Run| {
            let mark = |is: bool, mark: &str| if is { mark.to_owned() } else { String::new() };
            let marks = [(run.strong, "b"), (run.emphasis, "i"), (run.struck, "s"), (run.code, "c")];
            let marks: String = marks.into_iter().map(|(is, name)| mark(is, name)).collect();
            let link = run.link.as_ref().map(|to| format!("→{to}")).unwrap_or_default();
            format!("{marks}‹{}›{link}", run.text.replace('\n', "/"))
        };
        let line = |part: &Part| {
            let kind = match part.kind {
                Kind::Paragraph => String::new(),
                Kind::Heading(level) => "#".repeat(level.into()),
                Kind::Code => "`".to_owned(),
                Kind::Rule => "—".to_owned(),
            };
            let (depth, quoted) = ("  ".repeat(part.depth), ">".repeat(part.quoted));
            let marker = part.marker.clone().unwrap_or_default();
            format!("{depth}{quoted}{marker}{kind}{}", part.runs.iter().map(shown).collect::<String>())
        };
        assert_eq!(of(note).iter().map(line).collect::<Vec<_>>(), expected, "{note}");
    }

    #[test]
    fn words_are_marked() {
        check("who *says* **so**, ~~I~~ `x`?", &["‹who ›i‹says›‹ ›b‹so›‹, ›s‹I›‹ ›c‹x›‹?›"]);
        check("***both*** and\nmore", &["bi‹both›‹ and/more›"]);
        check("see [the **law**](https://x.org).", &["‹see ›‹the ›→https://x.orgb‹law›→https://x.org‹.›"]);
    }

    #[test]
    fn parts_stand_one_under_the_other() {
        check("# Gist\n\nOne.\n\n---\n\nTwo.", &["#‹Gist›", "‹One.›", "—", "‹Two.›"]);
        check("> he said\n>\n> > she said", &[">‹he said›", ">>‹she said›"]);
        check("```\nlet a\nlet b\n```", &["`‹let a/let b›"]);
    }

    #[test]
    fn items_have_their_marks() {
        check("- a\n- b\n  - c\n", &["  •‹a›", "  •‹b›", "    •‹c›"]);
        check("3. a\n4. b\n", &["  3.‹a›", "  4.‹b›"]);
        check("- [ ] a\n- [x] b\n\n1. [ ] c\n", &["  ☐‹a›", "  ☑‹b›", "  1.‹☐ c›"]);
        check("- a\n\n  more\n-\n", &["  •‹a›", "  ‹more›", "  •"]);
    }

    #[test]
    fn a_note_without_marks_is_as_it_was() {
        check("why?\nI ask < you & me", &["‹why?/I ask < you & me›"]);
        check("", &[]);
        assert_eq!(plain(&of("# Why\n\n- *he*\n- she")), "Why\n• he\n• she");
    }
}

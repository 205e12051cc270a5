use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::{Export, ON_ARTICLE, Owned, short_words};
use crate::{
    article::BlockKind,
    excerpt::one_line,
    notes::{Annotation, Extent, Place, may_be_opened, options},
};

/// The notes in the order of the text, each under the words it is on.
pub(super) fn write(export: &Export<'_>) -> String {
    let article = export.reading.article();
    let mut text = format!("# {}\n\nNotes on “{}”\n", escaped(&article.title()), escaped(article.name()));
    let all = export.annotations();
    if all.is_empty() {
        text.push_str("\nThere are no notes.\n");
    }
    let mut are_gone = false;
    for (one, linked) in all.iter().zip(export.linked(&all)) {
        if one.annotation.place == Place::Orphan && !are_gone {
            are_gone = true;
            text.push_str("\n## Notes whose passage is gone from the article\n");
        }
        let linked: Vec<&Annotation> = linked.into_iter().map(|number| all[number].annotation).collect();
        text.push_str(&entry(export, one, &linked));
    }
    text
}

fn entry(export: &Export<'_>, one: &Owned<'_>, linked: &[&Annotation]) -> String {
    let annotation = one.annotation;
    let mut text = match annotation.place {
        Place::Article => format!("\n**{ON_ARTICLE}**\n"),
        _ => format!("\n> {}\n", escaped(&one_line(&annotation.selector.quote))),
    };
    let speakers = export.speakers_of(annotation);
    let source: Vec<String> = speakers.iter().map(|name| escaped(name)).chain(place(export, annotation)).collect();
    if !source.is_empty() {
        text.push_str(&format!(">\n> — {}\n", source.join(", ")));
    }
    if let Place::Changed(range) = annotation.place {
        let now = escaped(&one_line(export.reading.article().slice(range)));
        text.push_str(&format!("\nThe passage changed; it reads now: {now}\n"));
    }
    if !annotation.note.trim().is_empty() {
        text.push_str(&format!("\n{}\n", as_written(&annotation.note)));
    }
    if !linked.is_empty() {
        let linked: Vec<String> = linked.iter().map(|other| format!("“{}”", escaped(&short_words(other)))).collect();
        text.push_str(&format!("\nLinked with: {}\n", linked.join(", ")));
    }
    let tags = annotation.tags.iter().map(|tag| format!("“{}”", escaped(tag)));
    let owner = Some(one.owner).filter(|owner| !owner.is_empty()).map(|owner| format!("by {}", escaped(owner)));
    let foot: Vec<String> = tags.chain([annotation.colour.name().to_owned()]).chain(owner).collect();
    text.push_str(&format!("\n*{}*\n", foot.join(" · ")));
    text
}

/// In what an annotation is, and whether on all of that.
fn place(export: &Export<'_>, annotation: &Annotation) -> Option<String> {
    let article = export.reading.article();
    let start = annotation.place.range()?.start();
    let number = export.paragraph_at(start).map(|number| format!("paragraph {number}"));
    let is_all = annotation.extent == Extent::Paragraph;
    let named = |name: &str| if is_all { format!("the {name}") } else { name.to_owned() };
    let within = number.or_else(|| match article.blocks().get(article.block_at(start)?)?.kind {
        BlockKind::Title => Some(named("title")),
        BlockKind::Byline => Some(named("byline")),
        BlockKind::Heading(_) => Some(named("heading")),
        BlockKind::Paragraph | BlockKind::Navigation | BlockKind::PageBreak | BlockKind::Leftover => None,
    })?;
    Some(if is_all { format!("all of {within}") } else { within })
}

/// A note's Markdown as it was written, but that HTML in it and links that may not be opened are words, that a piece
/// of code which is not closed ends with the note, and that its headings stand under those of the export.
fn as_written(note: &str) -> String {
    let note = &under_headings(note.trim_matches('\n').trim_end());
    let mut text = String::with_capacity(note.len());
    let mut from = 0;
    for at in unsafe_places(note) {
        text.push_str(&note[from..at]);
        text.push('\\');
        from = at;
    }
    text.push_str(&note[from..]);
    if !unsafe_places(&text).is_empty() {
        return paragraphs(note);
    }
    if let Some(fence) = open_fence(&text) {
        text = format!("{text}\n{fence}");
    }
    text
}

/// A note whose headings are two levels lower, six at the lowest.
fn under_headings(note: &str) -> String {
    let mut text = String::with_capacity(note.len());
    let mut from = 0;
    for (event, range) in Parser::new_ext(note, options()).into_offset_iter() {
        let Event::Start(Tag::Heading { level, .. }) = event else { continue };
        let heading = note[range.clone()].trim_end_matches('\n');
        let marks = heading.chars().take_while(|letter| *letter == '#').count();
        let own = if heading[marks..].starts_with([' ', '\t']) || heading.len() == marks { marks } else { 0 };
        let level = (level as usize + 2).min(6);
        text.push_str(&note[from..range.start]);
        text.push_str(&"#".repeat(level));
        if own > 0 {
            text.push_str(&heading[own..]);
        } else {
            // It was marked by a line under it, which knows two levels alone.
            let lines: Vec<&str> = heading.lines().map(|line| line.trim().trim_start_matches(['>', ' '])).collect();
            let words = lines.split_last().map_or(String::new(), |(_, words)| words.join(" "));
            text.push_str(&format!(" {words}"));
        }
        from = range.start + heading.len();
    }
    text.push_str(&note[from..]);
    text
}

/// Where something begins, in bytes, that must not be taken for markup, in the order of the text.
fn unsafe_places(note: &str) -> Vec<usize> {
    let mut places = Vec::new();
    for (event, range) in Parser::new_ext(note, options()).into_offset_iter() {
        match event {
            Event::Html(_) | Event::InlineHtml(_) => {
                places.extend(note[range.clone()].match_indices(['<', '>']).map(|(at, _)| range.start + at));
            }
            Event::Start(Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. })
                if link_type != LinkType::Email && !may_be_opened(&dest_url) =>
            {
                let marks = note[range.clone()].char_indices().take_while(|(_, mark)| matches!(mark, '!' | '[' | '<'));
                places.extend(marks.map(|(at, _)| range.start + at));
            }
            _ => {}
        }
    }
    places.sort_unstable();
    places.dedup();
    places
}

/// The marks that close the code with which a note ends, if it would go on behind the note.
fn open_fence(note: &str) -> Option<String> {
    let behind = format!("{note}\n\nx");
    let events: Vec<_> = Parser::new_ext(&behind, options()).into_offset_iter().collect();
    let (Event::End(TagEnd::CodeBlock), range) = events.last()? else { return None };
    let mark = behind[range.start..].chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    Some(behind[range.start..].chars().take_while(|letter| *letter == mark).collect())
}

/// A note of which nothing is Markdown: its lines stay lines, and nothing in it is taken for Markdown or HTML.
fn paragraphs(note: &str) -> String {
    let lines: Vec<String> = note.trim().lines().map(|line| escaped(line.trim())).collect();
    let mut text = String::new();
    for (number, line) in lines.iter().enumerate() {
        text.push_str(line);
        match lines.get(number + 1) {
            Some(next) if !line.is_empty() && !next.is_empty() => text.push_str("\\\n"),
            Some(_) => text.push('\n'),
            None => {}
        }
    }
    text
}

/// Words that Markdown shows as they are.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let begins_list = {
        let digits = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
        digits.len() < text.len() && digits.starts_with(['.', ')'])
    };
    let mut in_number = begins_list;
    for (at, letter) in text.char_indices() {
        let special = matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$')
            || letter == '!' && text[at + 1..].starts_with('[')
            || at == 0 && matches!(letter, '-' | '+' | '=' | ':')
            || in_number && matches!(letter, '.' | ')');
        in_number &= letter.is_ascii_digit();
        if special {
            out.push('\\');
        }
        out.push(if letter.is_control() { ' ' } else { letter });
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{as_written, escaped, paragraphs, unsafe_places};

    #[test]
    fn nothing_is_taken_for_markdown_or_html() {
        let check = |text: &str, expected: &str| assert_eq!(escaped(text), expected);
        check("A tide, at 3 – 4 %.", "A tide, at 3 – 4 %.");
        check("# *no* [link](x) <b>", "\\# \\*no\\* \\[link\\](x) \\<b\\>");
        check("- not a list", "\\- not a list");
        check("1. not a list", "1\\. not a list");
        check("2015 was. Not", "2015 was. Not");
        check("a_b`c`|d", "a\\_b\\`c\\`\\|d");
        check("![x](y) &amp;", "\\!\\[x\\](y) \\&amp;");
    }

    #[test]
    fn lines_of_a_note_stay_lines() {
        assert_eq!(paragraphs("one\ntwo\n\nthree"), "one\\\ntwo\n\nthree");
    }

    #[test]
    fn markdown_of_a_note_stays_as_it_was_written_but_what_is_not_safe() {
        let check = |note: &str, expected: &str| assert_eq!(as_written(note), expected);
        check(
            "**Gist**\n\n- *so*\n- [x](https://x.org) <https://y.org>\n",
            "**Gist**\n\n- *so*\n- [x](https://x.org) <https://y.org>",
        );
        check("a < b <b>c</b>\n\n<script>\nx</script>", "a < b \\<b\\>c\\</b\\>\n\n\\<script\\>\nx\\</script\\>");
        check("[x](javascript:y) ![z](file:///z)", "\\[x](javascript:y) \\!\\[z](file:///z)");
        check("```\nlet a", "```\nlet a\n```");
        check("~~~~\n```\n<b>", "~~~~\n```\n<b>\n~~~~");
    }

    #[test]
    fn headings_of_a_note_stand_under_those_of_the_export() {
        let check = |note: &str, expected: &str| assert_eq!(as_written(note), expected);
        check("# Gist\n\nwords", "### Gist\n\nwords");
        check("##### Far down", "###### Far down");
        check("Gist of\nit\n===\nwords\n\nMore\n---", "### Gist of it\nwords\n\n#### More");
        check("> Said\n> ===\n\n- # one\n- two", "> ### Said\n\n- ### one\n- two");
        check("#no heading\n\n    # code\n\n```\n# code\n```", "#no heading\n\n    # code\n\n```\n# code\n```");
    }

    proptest! {
        #[test]
        fn no_heading_of_a_note_is_one_of_the_export(note in "[a#=\\->\n ]{0,40}") {
            let text = as_written(&note);
            for event in super::Parser::new_ext(&text, super::options()) {
                if let super::Event::Start(super::Tag::Heading { level, .. }) = event {
                    prop_assert!(level as usize > 2, "{:?}", text);
                }
            }
        }

        #[test]
        fn a_note_never_reaches_behind_its_end(note in "[ab<>!\\[\\]()`~*#:/\n \\-\\\\]{0,50}") {
            let text = as_written(&note);
            prop_assert!(unsafe_places(&text).is_empty(), "{}", text);
            let whole = format!("{text}\n\nbehind it");
            let events: Vec<_> = super::Parser::new_ext(&whole, super::options()).collect();
            let last = [super::Event::Text("behind it".into()), super::Event::End(super::TagEnd::Paragraph)];
            prop_assert!(events.ends_with(&last), "{:?}", events);
        }
    }
}

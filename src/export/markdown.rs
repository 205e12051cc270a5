use super::{Export, ON_ARTICLE, Owned, one_line};
use crate::notes::Place;

/// The notes in the order of the text, each under the words it is on.
pub(super) fn write(export: &Export<'_>) -> String {
    let article = export.reading.article();
    let mut text = format!("# {}\n\nNotes on “{}”\n", escaped(&article.title()), escaped(article.name()));
    let all = export.annotations();
    let (gone, placed): (Vec<Owned<'_>>, Vec<Owned<'_>>) =
        all.into_iter().partition(|one| one.annotation.place == Place::Orphan);
    if placed.is_empty() && gone.is_empty() {
        text.push_str("\nThere are no notes.\n");
    }
    for one in &placed {
        text.push_str(&entry(export, one));
    }
    if !gone.is_empty() {
        text.push_str("\n## Notes whose passage is gone from the article\n");
        for one in &gone {
            text.push_str(&entry(export, one));
        }
    }
    text
}

fn entry(export: &Export<'_>, one: &Owned<'_>) -> String {
    let annotation = one.annotation;
    let mut text = match annotation.place {
        Place::Article => format!("\n**{ON_ARTICLE}**\n"),
        _ => format!("\n> {}\n", escaped(&one_line(&annotation.selector.quote))),
    };
    let speakers = export.speakers_of(annotation);
    let paragraph = annotation.place.range().map(|range| format!("paragraph {}", export.paragraph_at(range.start())));
    let source: Vec<String> = speakers.iter().map(|name| escaped(name)).chain(paragraph).collect();
    if !source.is_empty() {
        text.push_str(&format!(">\n> — {}\n", source.join(", ")));
    }
    if let Place::Changed(range) = annotation.place {
        let now = escaped(&one_line(export.reading.article().slice(range)));
        text.push_str(&format!("\nThe passage changed; it reads now: {now}\n"));
    }
    if !annotation.note.trim().is_empty() {
        text.push_str(&format!("\n{}\n", paragraphs(&annotation.note)));
    }
    let tags = annotation.tags.iter().map(|tag| format!("“{}”", escaped(tag)));
    let owner = Some(one.owner).filter(|owner| !owner.is_empty()).map(|owner| format!("by {}", escaped(owner)));
    let foot: Vec<String> = tags.chain([annotation.colour.name().to_owned()]).chain(owner).collect();
    text.push_str(&format!("\n*{}*\n", foot.join(" · ")));
    text
}

/// A note as it was written: its lines stay lines, and nothing in it is taken for Markdown or HTML.
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
    use super::{escaped, paragraphs};

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
}

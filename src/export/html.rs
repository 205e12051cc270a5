//! A page that holds everything it needs: the article with its speakers' colours, and the notes.

mod style;

use std::fmt::Write as _;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::{Export, ON_ARTICLE, Owned, cuts, short_words, spans};
use crate::{
    article::{Block, BlockKind, TextRange},
    excerpt::one_line,
    notes::{self, Extent, Place},
    reading::Spans,
    speech::{Quotation, QuotationKind, language_tag},
};

/// How many speakers have a colour of their own; those after them begin anew.
const COLOURS: usize = 8;

pub(super) fn write(export: &Export<'_>) -> String {
    let article = export.reading.article();
    let all = export.annotations();
    let page = Page { export, spans: spans(&all), linked: export.linked(&all), all };
    let title = escaped(&article.title());
    // “und” is what the standard has for one that is not known.
    let language = language_tag(article).unwrap_or("und");
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{}</style>\n</head>\n<body>\n<main>\n",
        style::sheet()
    );
    html.push_str(&page.on_article());
    for block in article.blocks() {
        html.push_str(&page.block(block));
    }
    if article.blocks().is_empty() {
        let whole = Block { kind: BlockKind::Paragraph, range: article.whole() };
        html.push_str(&page.block(&whole));
    }
    html.push_str("</main>\n<aside>\n");
    html.push_str(&page.speakers());
    html.push_str(&page.notes());
    html.push_str("</aside>\n</body>\n</html>\n");
    html
}

struct Page<'a> {
    export: &'a Export<'a>,
    all: Vec<Owned<'a>>,
    /// Where the annotations are, by their numbers in `all`, and which are linked.
    spans: Spans,
    linked: Vec<Vec<usize>>,
}

impl Page<'_> {
    fn block(&self, block: &Block) -> String {
        let (open, close) = match block.kind {
            kind if kind.is_folded() => return String::new(),
            BlockKind::Title => ("<h1>", "</h1>"),
            BlockKind::Heading(level) => match level {
                0 | 1 => ("<h2>", "</h2>"),
                2 => ("<h3>", "</h3>"),
                _ => ("<h4>", "</h4>"),
            },
            BlockKind::Byline => ("<p class=\"byline\">", "</p>"),
            BlockKind::PageBreak => ("<p class=\"break\">", "</p>"),
            BlockKind::Navigation | BlockKind::Leftover | BlockKind::Paragraph => ("<p>", "</p>"),
        };
        let words = self.words(block.range);
        let on_paragraph = self.spans.overlapping(block.range).map(|(_, number)| self.all[number].annotation);
        match on_paragraph.filter(|one| one.extent == Extent::Paragraph).map(|one| one.colour.name()).next() {
            Some(colour) => format!("<div class=\"noted {colour}\">{open}{words}{close}</div>\n"),
            None => format!("{open}{words}{close}\n"),
        }
    }

    /// Where the notes on the article as a whole belong: above it.
    fn on_article(&self) -> String {
        let numbers = (1..).zip(&self.all).filter(|(_, one)| one.annotation.place == Place::Article);
        let links: String = numbers.map(|(number, _)| link_to_note(number)).collect();
        if links.is_empty() { links } else { format!("<p class=\"byline\">{ON_ARTICLE}{links}</p>\n") }
    }

    /// The words of a block, cut wherever a quotation or an annotation begins or ends.
    fn words(&self, block: TextRange) -> String {
        let reading = self.export.reading;
        let quotations: Vec<(TextRange, &Quotation)> =
            reading.quotations_on(block).map(|(range, number)| (range, &reading.speech().quotations[number])).collect();
        let notes: Vec<(TextRange, usize)> = self.spans.overlapping(block).collect();
        let quoted = quotations.iter().flat_map(|(_, quotation)| quotation.quoted()).copied();
        let ranges = quotations.iter().map(|(range, _)| *range).chain(notes.iter().map(|(range, _)| *range));
        let cuts = cuts(block, ranges.chain(quoted));
        let mut html = String::new();
        for pair in cuts.windows(2) {
            let part = TextRange::between(pair[0], pair[1]);
            let said = quotations.iter().filter(|(range, _)| range.overlap(part).is_some());
            let said = said.min_by_key(|(range, _)| range.len()).copied();
            let marked: Vec<(TextRange, usize)> =
                notes.iter().filter(|(range, _)| range.overlap(part).is_some()).copied().collect();
            html.push_str(&self.part(part, said, &marked));
        }
        html
    }

    /// A stretch that one quotation and the same annotations lie on.
    fn part(&self, part: TextRange, said: Option<(TextRange, &Quotation)>, marked: &[(TextRange, usize)]) -> String {
        let reading = self.export.reading;
        let mut html = escaped(&reading.article().running_words(part));
        for (range, number) in marked {
            let one = &self.all[*number];
            if one.annotation.extent == Extent::Words {
                html = format!("<mark class=\"{}\">{html}</mark>", one.annotation.colour.name());
            }
            if range.end() == part.end() {
                html.push_str(&link_to_note(number + 1));
            }
        }
        let Some((range, quotation)) = said else { return html };
        let kind = match quotation.kind {
            QuotationKind::Direct => "direct",
            QuotationKind::Mixed if quotation.quoted().iter().any(|inside| inside.overlap(part).is_some()) => "direct",
            QuotationKind::Indirect | QuotationKind::Mixed => "indirect",
        };
        let name = quotation.speaker.map_or("Nobody known", |id| &reading.speech().speaker(id).name);
        let class = quotation.speaker.map_or("unknown".to_owned(), |id| format!("s{}", id.number() % COLOURS + 1));
        let title = attribute(&format!("{name}: {}", reading.speech().why(reading.article(), quotation)));
        let who = if range.start() == part.start() {
            let number = quotation.speaker.map_or("?".to_owned(), |id| (id.number() + 1).to_string());
            format!("<sup class=\"who {class}\" title=\"{}\">{number}</sup>", attribute(name))
        } else {
            String::new()
        };
        format!("{who}<span class=\"{kind} {class}\" title=\"{title}\">{html}</span>")
    }

    fn speakers(&self) -> String {
        let speech = self.export.reading.speech();
        if speech.speakers.is_empty() {
            return String::new();
        }
        let mut html = "<h2>Speakers</h2>\n<ol class=\"speakers\">\n".to_owned();
        for (number, speaker) in speech.speakers.iter().enumerate() {
            let count = counted(speaker.quotations, "quotation");
            let words = counted(speaker.words, "word");
            let class = number % COLOURS + 1;
            let name = escaped(&speaker.name);
            let _ = writeln!(html, "<li><span class=\"direct s{class}\">{name}</span> {count}, {words}</li>");
        }
        html + "</ol>\n"
    }

    fn notes(&self) -> String {
        if self.all.is_empty() {
            return String::new();
        }
        let mut html = "<h2>Notes</h2>\n<ol class=\"notes\">\n".to_owned();
        for (number, one) in self.all.iter().enumerate() {
            html.push_str(&self.note(number + 1, one));
        }
        html + "</ol>\n"
    }

    fn note(&self, number: usize, one: &Owned<'_>) -> String {
        let annotation = one.annotation;
        let words = escaped(&one_line(&annotation.selector.quote));
        let mut html = format!("<li id=\"note-{number}\" class=\"{}\">", annotation.colour.name());
        let _ = match annotation.place {
            Place::Article => write!(html, "<a href=\"#place-{number}\">{ON_ARTICLE}</a>"),
            Place::Orphan => write!(html, "<q>{words}</q><p class=\"state\">The passage is gone from the article.</p>"),
            Place::Exact(_) => write!(html, "<a href=\"#place-{number}\"><q>{words}</q></a>"),
            Place::Changed(range) => {
                let now = escaped(&one_line(self.export.reading.article().slice(range)));
                write!(
                    html,
                    "<a href=\"#place-{number}\"><q>{words}</q></a><p class=\"state\">The passage changed; it reads now: \
                     <q>{now}</q></p>"
                )
            }
        };
        if !annotation.note.trim().is_empty() {
            let _ = write!(html, "<div class=\"text\">{}</div>", marked_up(&annotation.note));
        }
        let linked = self.linked[number - 1].iter().map(|other| {
            let words = escaped(&short_words(self.all[*other].annotation));
            format!("<a href=\"#note-{}\"><q>{words}</q></a>", other + 1)
        });
        let linked: Vec<String> = linked.collect();
        if !linked.is_empty() {
            let _ = write!(html, "<p class=\"state\">Linked with: {}</p>", linked.join(", "));
        }
        let tags = annotation.tags.iter().map(|tag| format!("<span class=\"tag\">{}</span>", escaped(tag)));
        let colour = format!("<span class=\"colour\">{}</span>", annotation.colour.name());
        let owner = Some(one.owner).filter(|owner| !owner.is_empty()).map(|owner| format!("by {}", escaped(owner)));
        let foot: Vec<String> = tags.chain([colour]).chain(owner).collect();
        let _ = writeln!(html, "<p class=\"foot\">{}</p></li>", foot.join(" · "));
        html
    }
}

/// The number of a note as a link to it, in its place.
fn link_to_note(number: usize) -> String {
    format!("<a class=\"note\" href=\"#note-{number}\" id=\"place-{number}\">{number}</a>")
}

fn counted(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

/// A note's Markdown as HTML; its headings stand under those of the page.
fn marked_up(note: &str) -> String {
    let under = |level: HeadingLevel| HeadingLevel::try_from(level as usize + 3).unwrap_or(HeadingLevel::H6);
    // HTML knows no such characters.
    let note: String = note.chars().map(|letter| if is_no_html(letter) { ' ' } else { letter }).collect();
    let events = notes::marked_up(&note).into_iter().map(|event| match event {
        Event::Start(Tag::Heading { level, .. }) => {
            Event::Start(Tag::Heading { level: under(level), id: None, classes: Vec::new(), attrs: Vec::new() })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(under(level))),
        event => event,
    });
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events);
    // A task has its box in place of a dot.
    for task in [notes::DONE, notes::TO_DO] {
        for before in ["", "\n<p>"] {
            html = html.replace(&format!("<li>{before}{task}"), &format!("<li class=\"task\">{before}{task}"));
        }
    }
    html
}

fn is_no_html(letter: char) -> bool {
    matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}')
}

/// Text between tags.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter if is_no_html(letter) => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

/// Text inside the quotation marks of an attribute: on one line.
fn attribute(text: &str) -> String {
    escaped(&one_line(text))
}

#[cfg(test)]
mod tests {
    use super::marked_up;

    #[test]
    fn a_task_has_no_dot_beside_its_box() {
        let html = marked_up("- [ ] open\n- [x] done\n- plain");
        assert_eq!(html.matches("<li class=\"task\">").count(), 2, "{html}");
        assert_eq!(html.matches("<li>").count(), 1, "{html}");
    }
}

//! A note as Markdown, made safe to show: nothing in it loads or runs anything.

use linkify::{LinkFinder, LinkKind};
use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream};

/// The boxes of tasks.
pub(crate) const DONE: &str = "☑ ";
pub(crate) const TO_DO: &str = "☐ ";

/// What is read beyond the core of Markdown.
pub(crate) fn options() -> Options {
    Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS
}

/// Whether an address may be opened: one of the web, or a person's for mail.
pub fn may_be_opened(address: &str) -> bool {
    let begins = |scheme: &str| address.get(..scheme.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(scheme));
    ["http://", "https://", "mailto:"].into_iter().any(begins)
}

/// What a note's Markdown says: its lines stay lines, HTML is words, a picture is a link to it, an address of the web is
/// a link, and a link that must not be opened ([`may_be_opened`]) is its words alone.
pub fn marked_up(note: &str) -> Vec<Event<'_>> {
    let mut words = Words::default();
    for event in TextMergeStream::new(Parser::new_ext(note, options())) {
        words.take(event);
    }
    words.events
}

#[derive(Default)]
struct Words<'a> {
    events: Vec<Event<'a>>,
    /// The links and pictures that are open, and whether each is shown as a link.
    links: Vec<bool>,
    in_code: bool,
    /// Whether a line of HTML came before in the same block.
    after_html: bool,
}

impl<'a> Words<'a> {
    fn take(&mut self, event: Event<'a>) {
        match event {
            Event::SoftBreak => self.events.push(Event::HardBreak),
            Event::TaskListMarker(done) => self.events.push(Event::Text(if done { DONE } else { TO_DO }.into())),
            Event::Start(Tag::HtmlBlock) => {
                self.after_html = false;
                self.events.push(Event::Start(Tag::Paragraph));
            }
            Event::End(TagEnd::HtmlBlock) => self.events.push(Event::End(TagEnd::Paragraph)),
            Event::Html(line) => {
                if self.after_html {
                    self.events.push(Event::HardBreak);
                }
                self.after_html = true;
                self.events.push(Event::Text(line.trim_end_matches('\n').to_owned().into()));
            }
            Event::InlineHtml(html) => self.events.push(Event::Text(html)),
            Event::Start(Tag::Link { link_type: LinkType::Email, dest_url, .. }) => {
                self.open_link(format!("mailto:{dest_url}").into());
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => self.open_link(dest_url),
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if self.links.pop() == Some(true) {
                    self.events.push(Event::End(TagEnd::Link));
                }
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                self.in_code = true;
                self.events.push(Event::Start(Tag::CodeBlock(kind)));
            }
            Event::End(TagEnd::CodeBlock) => {
                self.in_code = false;
                self.events.push(Event::End(TagEnd::CodeBlock));
            }
            Event::Text(text) if !self.in_code && !self.in_link() && text.contains("://") => self.find_links(&text),
            other => self.events.push(other),
        }
    }

    fn in_link(&self) -> bool {
        self.links.contains(&true)
    }

    fn open_link(&mut self, to: CowStr<'a>) {
        let is_shown = may_be_opened(&to) && !self.in_link();
        self.links.push(is_shown);
        if is_shown {
            self.events.push(Event::Start(link(to)));
        }
    }

    /// Makes links of the addresses that stand in a text as they are.
    fn find_links(&mut self, text: &str) {
        let mut finder = LinkFinder::new();
        finder.kinds(&[LinkKind::Url]);
        for span in finder.spans(text) {
            let words = || CowStr::from(span.as_str().to_owned());
            if span.kind().is_some() && may_be_opened(span.as_str()) {
                self.events.push(Event::Start(link(words())));
                self.events.push(Event::Text(words()));
                self.events.push(Event::End(TagEnd::Link));
            } else {
                self.events.push(Event::Text(words()));
            }
        }
    }
}

fn link(to: CowStr<'_>) -> Tag<'_> {
    Tag::Link { link_type: LinkType::Inline, dest_url: to, title: "".into(), id: "".into() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Links as `[words](address)`, line breaks as `/`, everything else but words left away.
    #[track_caller]
    fn check(note: &str, expected: &str) {
        let mut addresses = Vec::new();
        let shown: String = marked_up(note)
            .into_iter()
            .map(|event| match event {
                Event::Text(text) | Event::Code(text) => text.into_string(),
                Event::HardBreak => "/".to_owned(),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    addresses.push(dest_url);
                    "[".to_owned()
                }
                Event::End(TagEnd::Link) => format!("]({})", addresses.pop().unwrap()),
                _ => String::new(),
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn lines_stay_lines_and_lists_can_be_ticked_off() {
        check("one\ntwo  \nthree", "one/two/three");
        check("- [x] read\n- [ ] ask", "☑ read☐ ask");
    }

    #[test]
    fn html_is_words() {
        check("<b>so</b> *what*?", "<b>so</b> what?");
        check("<div>\n<script>x</script>", "<div>/<script>x</script>");
    }

    #[test]
    fn only_addresses_of_the_web_and_of_mail_are_links() {
        check("[a](https://x.org/y) [b](HTTP://x.org)", "[a](https://x.org/y) [b](HTTP://x.org)");
        check("[a](javascript:alert(1)) [b](file:///etc/passwd) [c](x.html)", "a b c");
        check("<ann@x.org> <javascript:alert>", "[ann@x.org](mailto:ann@x.org) javascript:alert");
        check(
            "see https://x.org/a_b_c?d=1, and ftp://x.org.",
            "see [https://x.org/a_b_c?d=1](https://x.org/a_b_c?d=1), and ftp://x.org.",
        );
        check("`https://x.org`", "https://x.org");
    }

    #[test]
    fn a_picture_is_a_link_to_it() {
        check("![the gate](https://x.org/gate.png)", "[the gate](https://x.org/gate.png)");
        check("[![the gate](https://x.org/gate.png)](https://x.org)", "[the gate](https://x.org)");
        check("![](file:///x.png)", "");
    }

    proptest! {
        #[test]
        fn nothing_is_left_that_is_not_safe(note in "[a-c<>/!\\[\\]()`*_~#>:\\-\n &;\\\\]{0,60}") {
            for event in marked_up(&note) {
                match event {
                    Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock | Tag::Image { .. }) => {
                        prop_assert!(false, "{:?}", event);
                    }
                    Event::Start(Tag::Link { dest_url, .. }) => prop_assert!(may_be_opened(&dest_url)),
                    _ => {}
                }
            }
        }
    }
}

use std::fmt::Write as _;

use serde::Deserialize;

use crate::notes::Colour;

/// The colours of the light theme that a page needs; the rest of its file is the window's.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Colours {
    paper: String,
    text: String,
    muted: String,
    line: String,
    accent: String,
    speakers: Vec<Speaker>,
    highlights: Vec<Highlight>,
}

#[derive(Deserialize)]
struct Speaker {
    ink: String,
    tint: String,
}

#[derive(Deserialize)]
struct Highlight {
    fill: String,
    edge: String,
}

/// Underlines that tell speakers apart without their colours.
const LINES: [&str; 8] = ["solid", "dashed", "double", "dotted", "wavy", "solid", "dashed", "wavy"];

/// The style sheet of a page.
pub(super) fn sheet() -> String {
    // A test holds the theme to this; a page without it would be black on white.
    let colours: Colours = ron::from_str(include_str!("../../../assets/themes/light.ron")).unwrap_or_default();
    let Colours { paper, text, muted, line, accent, .. } = &colours;
    let mut css = format!(
        "body {{ margin: 0 auto; padding: 2.5rem 1.25rem 5rem; max-width: 36rem; background: {paper}; color: {text}; \
         font: 1.125rem/1.67 \"Source Serif 4\", Literata, \"Noto Serif\", Charter, Georgia, \"Noto Serif CJK SC\", serif; }}\n\
         h1 {{ font-size: 1.9rem; line-height: 1.25; }}\nh2, h3, h4 {{ font-size: 1.2rem; line-height: 1.4; margin: 2rem 0 .6rem; }}\n\
         .byline, .break, .foot, .state, .speakers {{ color: {muted}; font: .8rem/1.5 Inter, \"Noto Sans\", system-ui, sans-serif; }}\n\
         .break {{ text-align: center; }}\n\
         aside {{ margin-top: 3rem; border-top: 1px solid {line}; }}\n\
         a {{ color: {accent}; text-decoration: none; }}\na:hover q {{ text-decoration: underline; }}\n\
         a.note {{ font: .7rem/1 system-ui, sans-serif; vertical-align: super; padding: 0 .15em; }}\n\
         sup.who {{ font: 600 .65rem/1 system-ui, sans-serif; padding-right: .15em; }}\n\
         .direct {{ border-radius: 3px; }}\n.indirect {{ text-decoration: underline; text-decoration-thickness: 1.5px; \
         text-underline-offset: .25em; }}\n\
         .unknown.direct {{ background: {line}; }}\n.unknown.indirect {{ text-decoration-color: {muted}; }}\n\
         sup.unknown {{ color: {muted}; background: none; }}\n\
         .noted {{ border-left: 3px solid; margin-left: -1rem; padding-left: calc(1rem - 3px); }}\n\
         mark {{ color: inherit; border-bottom: 2px solid; }}\n\
         ol.notes > li {{ margin: 0 0 1.2rem; padding-left: .8rem; border-left: 3px solid; }}\n\
         .text {{ margin: .3rem 0; font: .95rem/1.5 system-ui, sans-serif; }}\n\
         .text li, .text ol li {{ margin: 0; padding: 0; border: none; }}\n.text ul > li.task {{ list-style: none; }}\n.text h4, .text h5, .text h6 {{ font-size: 1rem; margin: .6rem 0 .3rem; }}\n\
         .text blockquote {{ margin: .3rem 0; padding-left: .7rem; border-left: 2px solid {line}; color: {muted}; }}\n\
         .text pre {{ white-space: pre-wrap; padding: .4rem .6rem; background: {line}; border-radius: 4px; }}\n\
         ol.notes p {{ margin: .3rem 0; }}\nq {{ quotes: none; }}\n\
         p, li, h1, h2, h3, h4, h5, h6, blockquote, .state q, .tag {{ unicode-bidi: plaintext; text-align: start; }}\n"
    );
    for (number, Speaker { ink, tint }) in colours.speakers.iter().enumerate() {
        let class = number + 1;
        let pattern = LINES[number % LINES.len()];
        // Writing to a string cannot fail.
        let _ = writeln!(
            css,
            ".direct.s{class} {{ background: {tint}; }} .indirect.s{class} {{ text-decoration-color: {ink}; \
             text-decoration-style: {pattern}; }} sup.s{class} {{ color: {ink}; }}"
        );
    }
    for (colour, Highlight { fill, edge }) in Colour::ALL.into_iter().zip(&colours.highlights) {
        let name = colour.name();
        let _ = writeln!(
            css,
            "mark.{name} {{ background: {fill}; border-color: {edge}; }} li.{name}, .noted.{name} {{ border-color: {edge}; }}"
        );
    }
    css
}

#[cfg(test)]
mod tests {
    use super::sheet;

    #[test]
    fn every_speaker_and_highlight_has_its_colours() {
        let css = sheet();
        for part in
            [".direct.s1 { background: #D1DDF0", ".direct.s8 {", "mark.yellow { background: #FFE27A", "li.violet"]
        {
            assert!(css.contains(part), "no {part}");
        }
    }

    #[test]
    fn every_block_begins_on_the_side_from_which_its_words_run() {
        let css = sheet();
        let rule = css.lines().find(|line| line.contains("{ unicode-bidi: plaintext; text-align: start; }")).unwrap();
        let blocks: Vec<&str> = rule.split('{').next().unwrap().split(',').map(str::trim).collect();
        for block in ["p", "li", "h1", "h2", "h4", "blockquote"] {
            assert!(blocks.contains(&block), "no {block} in {rule}");
        }
        // Such a span would be isolated: the parts of a passage that a note cuts would change places.
        assert!(!rule.contains(".direct") && !rule.contains("mark"), "{rule}");
    }
}

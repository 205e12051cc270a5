use std::fmt::Write as _;

use super::{Export, on, state};

const COLUMNS: [&str; 17] = [
    "id",
    "layer",
    "author",
    "state",
    "paragraph",
    "start",
    "end",
    "quote",
    "now",
    "speakers",
    "tags",
    "colour",
    "note",
    "made",
    "changed",
    "on",
    "links",
];

/// A row for each annotation, under a row of names.
pub(super) fn write(export: &Export<'_>) -> String {
    let article = export.reading.article();
    let mut text = COLUMNS.join(",") + "\r\n";
    let all = export.annotations();
    for (one, linked) in all.iter().zip(export.linked(&all)) {
        let links: Vec<&str> = linked.iter().map(|number| all[*number].annotation.id.as_str()).collect();
        let annotation = one.annotation;
        let range = annotation.place.range();
        let number = |number: Option<usize>| number.map(|number| number.to_string()).unwrap_or_default();
        let cells = [
            annotation.id.as_str(),
            one.layer,
            one.owner,
            state(annotation.place),
            &number(range.and_then(|range| export.paragraph_at(range.start()))),
            &number(range.map(|range| article.character_at(range.start()))),
            &number(range.map(|range| article.character_at(range.end()))),
            &annotation.selector.quote,
            range.map_or("", |range| article.slice(range)),
            &export.speakers_of(annotation).join("; "),
            &annotation.tags.join("; "),
            annotation.colour.name(),
            &annotation.note,
            &annotation.made.to_string(),
            &annotation.changed.to_string(),
            on(annotation),
            &links.join("; "),
        ];
        for (number, text_of_cell) in cells.into_iter().enumerate() {
            let comma = if number == 0 { "" } else { "," };
            // Writing to a string cannot fail.
            let _ = write!(text, "{comma}{}", cell(text_of_cell));
        }
        text.push_str("\r\n");
    }
    text
}

/// A cell as a spreadsheet reads it: in quotation marks where it needs them, and never a formula.
fn cell(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let text = if is_formula { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', ';', '\n', '\r', '\t']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn cells_are_quoted_and_no_formulas() {
        let check = |text: &str, expected: &str| assert_eq!(cell(text), expected);
        check("the tide", "the tide");
        check("the tide, and", "\"the tide, and\"");
        check("“he”, \"she\"", "\"“he”, \"\"she\"\"\"");
        check("two\nlines", "\"two\nlines\"");
        check("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"");
        check("+1", "'+1");
        check("-1", "'-1");
        check("@SUM(A1)", "'@SUM(A1)");
        check("\t=1", "\"'\t=1\"");
        check("1-2", "1-2");
    }
}

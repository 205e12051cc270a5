//! Who asks and who answers where passages stand in turn without names: “…，修不好呢？”“修不好我走人。”

use super::page::Span;
use super::paragraph::Paragraph;
use super::quoted::{Spoken, Way};

/// How sure it is that the other side speaks.
const TURNED: f64 = 0.75;

/// The two who talk in a paragraph.
#[derive(Default)]
pub(super) struct Sides {
    asking: Option<Spoken>,
    answering: Option<Spoken>,
    /// Where the last passage ended, whether it was a question, and whether only its place told who asked it.
    end: usize,
    asked: bool,
    turned: bool,
}

impl Sides {
    /// The speaker of a passage: the other side where nothing names anybody and a question tells it.
    pub fn speaker(&mut self, paragraph: &Paragraph<'_, '_>, mark: Span, spoken: Spoken) -> Spoken {
        let asks = paragraph.page().asks(mark);
        let follows = self.end == mark.0;
        let other = match (self.asked, asks) {
            (true, false) if follows || self.turned => self.answering,
            (false, true) if follows => self.asking,
            _ => None,
        };
        let other = other.filter(|other| spoken.way == Way::GoesOn && !paragraph.is_same(other.source, spoken.source));
        self.turned = other.is_some();
        let spoken = other.map_or(spoken, |other| other.goes_on(TURNED));
        if asks {
            self.asking = Some(spoken);
        } else if self.asking.is_some_and(|asking| !paragraph.is_same(asking.source, spoken.source)) {
            self.answering = Some(spoken);
        }
        (self.end, self.asked) = (mark.1, asks);
        spoken
    }
}

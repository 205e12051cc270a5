//! The strip of who speaks where: the whole article from top to bottom, a block in the colour of the speaker for each
//! quotation.

use std::{ops::Range, sync::Arc};

use egui::{Color32, ColorImage, Painter, Rect, TextureHandle, TextureOptions, pos2};

use super::View;
use crate::{
    app::{speaker_mark::DIMMED, theme::measures},
    speech::SpeakerId,
};

/// What the strip shows, painted once: a long article has as many blocks as the strip has pixels, too many for each frame.
#[derive(Default)]
pub(super) struct Strip {
    made_for: Option<MadeFor>,
    picture: Option<TextureHandle>,
}

/// What decides how the strip looks.
#[derive(Debug, PartialEq)]
struct MadeFor {
    /// Where the speech is kept, and how much there is: it grows in place while it is being found.
    speech: usize,
    quotations: usize,
    /// Where the theme is kept.
    theme: usize,
    listened: Option<SpeakerId>,
    /// The height in pixels of the screen.
    pixels: usize,
}

impl Strip {
    pub(super) fn paint(&mut self, painter: &Painter, place: Rect, view: &View<'_>) {
        let speech = view.reading.speech();
        let made_for = MadeFor {
            speech: Arc::as_ptr(speech).addr(),
            theme: std::ptr::from_ref(view.theme).addr(),
            quotations: speech.quotations.len(),
            listened: view.listened,
            pixels: (place.height() * painter.pixels_per_point()).round().max(1.0) as usize,
        };
        if self.made_for.as_ref() != Some(&made_for) {
            let image = picture(view, made_for.pixels, painter.pixels_per_point());
            self.picture = (!speech.quotations.is_empty())
                .then(|| painter.ctx().load_texture("speaker strip", image, TextureOptions::NEAREST));
            self.made_for = Some(made_for);
        }
        if let Some(picture) = &self.picture {
            let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            painter.image(picture.id(), place, whole, Color32::WHITE);
        }
    }
}

/// The strip one pixel wide and so many high.
fn picture(view: &View<'_>, pixels: usize, pixels_per_point: f32) -> ColorImage {
    let said = view.reading.speech().quotations.iter();
    let said = said.map(|quotation| (quotation.range.bytes(), quotation.speaker));
    let shortest = (measures::STRIP_BLOCK * pixels_per_point).round().max(1.0) as usize;
    let mut image = ColorImage::filled([1, pixels], Color32::TRANSPARENT);
    for (rows, speaker) in blocks_of(said, view.reading.article().text().len(), pixels, shortest) {
        let ink = view.marks.mark(speaker).strip(view.theme);
        let is_dimmed = view.listened.is_some() && view.listened != speaker;
        image.pixels[rows].fill(if is_dimmed { ink.gamma_multiply(DIMMED) } else { ink });
    }
    image
}

/// The blocks of what is said in a text of so many bytes, in rows of pixels of a strip, none of them hiding one before.
fn blocks_of(
    said: impl Iterator<Item = (Range<usize>, Option<SpeakerId>)>,
    length: usize,
    pixels: usize,
    shortest: usize,
) -> Vec<(Range<usize>, Option<SpeakerId>)> {
    let row = |byte: usize| ((byte as f64 / length.max(1) as f64 * pixels as f64) as usize).min(pixels);
    let mut blocks: Vec<(Range<usize>, Option<SpeakerId>)> = Vec::new();
    for (range, who) in said {
        let taken = blocks.last().map_or(0, |(rows, _)| rows.end);
        let from = row(range.start).min(pixels.saturating_sub(shortest)).max(taken);
        let to = row(range.end).max(row(range.start) + shortest).min(pixels);
        match blocks.last_mut() {
            Some((rows, speaker)) if *speaker == who && from == rows.end => rows.end = rows.end.max(to),
            _ if from < to => blocks.push((from..to, who)),
            _ => {}
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(said: &[(Range<usize>, usize)], expected: &[(Range<usize>, usize)]) {
        let said = said.iter().map(|(range, who)| (range.clone(), Some(SpeakerId::at(*who))));
        let expected: Vec<_> = expected.iter().map(|(rows, who)| (rows.clone(), Some(SpeakerId::at(*who)))).collect();
        assert_eq!(blocks_of(said, 1_000, 100, 2), expected);
    }

    #[test]
    fn each_quotation_is_a_block() {
        check(&[(100..200, 0), (500..600, 1)], &[(10..20, 0), (50..60, 1)]);
    }

    #[test]
    fn a_short_quotation_is_still_seen() {
        check(&[(100..101, 0), (999..1_000, 1)], &[(10..12, 0), (98..100, 1)]);
    }

    #[test]
    fn quotations_on_the_same_pixels_are_one_block() {
        check(&[(100..200, 0), (200..300, 0), (250..310, 1)], &[(10..30, 0), (30..31, 1)]);
    }

    #[test]
    fn a_long_article_has_no_more_blocks_than_the_strip_has_pixels() {
        let said = (0..500_000).map(|number| (100 * number..100 * number + 40, Some(SpeakerId::at(number % 3))));
        assert!(blocks_of(said, 50_000_000, 500, 2).len() <= 500);
    }
}

//! The measures of the window, in points at scale 1, and the sizes of its type.
//!
//! These hold in every theme; what differs between themes (colours, the width of strokes) is in [`super::Theme`].

/// Height of the top bar.
pub const TOP_BAR: f32 = 44.0;
/// Height of the row of tabs, shown with two or more articles.
pub const TAB_ROW: f32 = 34.0;
/// Height of the find bar.
pub const FIND_BAR: f32 = 52.0;
/// Height of the status line.
pub const STATUS: f32 = 28.0;

/// Width of the left panel (speakers, tags, outline) until it is dragged.
pub const LEFT_PANEL: f32 = 240.0;
/// Width of the right panel (notes) until it is dragged.
pub const RIGHT_PANEL: f32 = 280.0;
/// How narrow a side panel can be dragged.
pub const PANEL_NARROWEST: f32 = 180.0;
/// How wide a side panel can be dragged.
pub const PANEL_WIDEST: f32 = 360.0;
/// How far from its edge, on both sides, a panel is taken hold of to be dragged.
pub const EDGE_REACH: f32 = 4.0;
/// In a window narrower than this the right panel is put away.
pub const RIGHT_PANEL_FITS: f32 = 1040.0;
/// In a window narrower than this both panels are put away; opened, they lie over the text.
pub const BOTH_PANELS_FIT: f32 = 760.0;

/// How large all of the window is, in percent of its usual size.
pub const WINDOW_SIZES: [f32; 8] = [80.0, 90.0, 100.0, 110.0, 125.0, 150.0, 175.0, 200.0];
pub const WINDOW_SIZE: f32 = 100.0;

/// The sizes of the body text, smallest first.
pub const BODY_SIZES: [f32; 8] = [14.0, 16.0, 18.0, 20.0, 22.0, 25.0, 28.0, 32.0];
/// The size of the body text on a first start.
pub const BODY_SIZE: f32 = 18.0;
/// The body size when the sans face is chosen for reading, as a multiple of the serif's: 17 for 18.
pub const SANS_BODY: f32 = 17.0 / 18.0;
/// Width of the column as a multiple of the body size: about 66 Latin letters or 31 Chinese ones.
pub const MEASURE: f32 = 31.1;
/// Latin letters in a line on a first start, and the lengths that can be chosen.
pub const LINE_LENGTH: f32 = 66.0;
pub const LINE_LENGTHS: [f32; 5] = [45.0, 52.0, 59.0, LINE_LENGTH, 75.0];
/// Height of a line as a multiple of the body size on a first start, and the heights that can be chosen.
pub const LINE_HEIGHT: f32 = 1.67;
pub const LINE_HEIGHTS: [f32; 5] = [1.4, 1.5, LINE_HEIGHT, 1.85, 2.0];

/// Space left of the column, for rules and letters.
pub const GUTTER: f32 = 60.0;
/// Middle of a speaker's rule, left of the column.
pub const RULE_AT: f32 = -18.0;
/// Middle of a speaker's letter, left of the column.
pub const LETTER_AT: f32 = -34.0;
/// How much further left the rule of a second speaker in the same row stands.
pub const LANE: f32 = 9.0;
/// Width of the lane a rule is drawn in.
pub const RULE_LANE: f32 = 6.0;
/// Least space between the column and the speaker strip.
pub const RIGHT_SPACE: f32 = 34.0;
/// Width of the speaker strip.
pub const STRIP: f32 = 5.0;
/// Least height of a block in the speaker strip.
pub const STRIP_BLOCK: f32 = 2.0;
/// Gap between the speaker strip and the scroll handle.
pub const STRIP_GAP: f32 = 8.0;
/// Width of the scroll handle.
pub const SCROLL_HANDLE: f32 = 7.0;
/// How far below the top of the view the line stands that was at the top when the article was closed.
pub const LINE_TO_GO_ON_AT: f32 = 8.0;
/// Space above the title.
pub const COLUMN_TOP: f32 = 44.0;
/// Space under the last line, as a share of the view, so that the last line can rise.
pub const COLUMN_BOTTOM: f32 = 0.4;
/// Space between two paragraphs.
pub const PARAGRAPH_GAP: f32 = 18.0;
/// Space before a heading.
pub const BEFORE_HEADING: f32 = 30.0;
/// Space after a heading.
pub const AFTER_HEADING: f32 = 10.0;
/// Space between the title and the byline.
pub const AFTER_TITLE: f32 = 10.0;
/// Space after the byline.
pub const AFTER_BYLINE: f32 = 30.0;

/// Height of a row in the list of speakers.
pub const SPEAKER_ROW: f32 = 32.0;
/// Height of a row in the list of tags.
pub const TAG_ROW: f32 = 28.0;
/// Height of a row in the outline.
pub const OUTLINE_ROW: f32 = 26.0;
/// Height of a row in a menu.
pub const MENU_ROW: f32 = 32.0;
/// Height of a row in the list of people who may have said it.
pub const CANDIDATE_ROW: f32 = 46.0;
/// Height of a row in the command palette.
pub const PALETTE_ROW: f32 = 36.0;
/// Height of a row in the list of recent articles.
pub const RECENT_ROW: f32 = 52.0;

/// Side of an icon button.
pub const ICON_BUTTON: f32 = 32.0;
/// Side of an icon.
pub const ICON: f32 = 16.0;
/// Width of an icon's lines.
pub const ICON_LINE: f32 = 1.5;
/// Height of a button.
pub const BUTTON: f32 = 28.0;
/// Height of a button on the start page.
pub const START_BUTTON: f32 = 34.0;
/// Height of a field.
pub const FIELD: f32 = 32.0;
/// Height of a chip (a tag in a card).
pub const CHIP: f32 = 20.0;
/// Side of the tile that holds a speaker's letter in lists.
pub const KEY_TILE: f32 = 20.0;
/// Width of a tag field in the annotation bar.
pub const TAG_FIELD: f32 = 118.0;
/// Distance of the annotation bar from the last selected row.
pub const ANNOTATION_BAR_GAP: f32 = 8.0;

/// Corner radius of a speaker's tint.
pub const TINT_RADIUS: u8 = 3;
/// Corner radius of a key tile.
pub const KEY_TILE_RADIUS: u8 = 4;
/// Corner radius of a button and of a row under the pointer.
pub const BUTTON_RADIUS: u8 = 6;
/// Corner radius of a card.
pub const CARD_RADIUS: u8 = 8;
/// Corner radius of a popup.
pub const POPUP_RADIUS: u8 = 10;
/// Corner radius of the drop area.
pub const DROP_RADIUS: u8 = 14;

/// Height of the tint behind a row of direct speech of body size 18, round the middle of the row.
pub const TINT_HEIGHT: f32 = 25.0;
/// Height of what stands behind a row that is being read aloud, and the bar before its first words.
pub const SPOKEN_HEIGHT: f32 = 29.0;
pub const SPOKEN_BAR: f32 = 2.5;
/// How much wider than its words a tint is, on each side.
pub const TINT_BEYOND: f32 = 2.0;
/// Height of a highlight's band at body size 18, round the middle of the row.
pub const BAND_HEIGHT: f32 = 20.0;
/// Middle of a highlight's edge line under the middle of the row, at body size 18.
pub const EDGE_AT: f32 = 13.0;
/// Width of a highlight's edge line.
pub const EDGE: f32 = 2.0;
/// How much lower the edge line of a second highlight lies.
pub const EDGE_STEP: f32 = 3.0;
/// Middle of a speaker's underline under the middle of the row, at body size 18.
pub const UNDERLINE_AT: f32 = 11.0;

/// Width of the bar beside a paragraph that has a note, its middle left of the column, and how much further left that of
/// a second note stands.
pub const PARAGRAPH_BAR: f32 = 3.0;
pub const PARAGRAPH_BAR_AT: f32 = -7.0;
pub const PARAGRAPH_BAR_STEP: f32 = 5.0;
/// How far the line of another person's layer goes beyond such a bar.
pub const PARAGRAPH_BAR_MARK: f32 = 8.0;
/// Radius of the handle at an end of the chosen passage, and the side of the square in which it can be taken hold of.
pub const HANDLE: f32 = 5.0;
pub const HANDLE_REACH: f32 = 28.0;
/// The same for a finger.
pub const HANDLE_TOUCH_REACH: f32 = 44.0;
/// Height of the line above the title that tells of notes on the article, and its space to the title.
pub const FRONT_LINE: f32 = 18.0;
pub const FRONT_LINE_GAP: f32 = 4.0;

/// Width of a field's outline.
pub const FIELD_OUTLINE: f32 = 1.0;
/// Width of the outline of a find hit.
pub const HIT_OUTLINE: f32 = 1.3;
/// Width of the outline of the current find hit.
pub const CURRENT_HIT_OUTLINE: f32 = 2.0;
/// Width of the caret.
pub const CARET: f32 = 2.0;

/// Seconds a panel takes to open or close.
pub const PANEL_SECONDS: f32 = 0.14;
/// Seconds the row jumped to takes to fade.
pub const FLASH_SECONDS: f32 = 0.6;
/// Seconds before a tooltip appears.
pub const TOOLTIP_SECONDS: f32 = 0.5;

/// Size of the title and height of its line.
pub const TITLE: (f32, f32) = (31.0, 39.0);
/// The same in a window narrower than [`BOTH_PANELS_FIT`].
pub const NARROW_TITLE: (f32, f32) = (27.0, 34.0);
/// Size of the body text as the sizes below are given, and height of its line.
pub const BODY: (f32, f32) = (BODY_SIZE, 30.0);
/// The same for the sans face, which is itself set smaller.
pub const SANS_BODY_ROW: (f32, f32) = (BODY_SIZE, 29.0);
/// Size of a heading and height of its line.
pub const HEADING: (f32, f32) = (20.0, 28.0);
/// Size of the byline and height of its line.
pub const BYLINE: (f32, f32) = (13.0, 20.0);
/// Size of the window's own text and height of its line.
pub const WINDOW_TEXT: (f32, f32) = (13.0, 18.0);
/// Size of the heading of a list in a panel and height of its line.
pub const PANEL_HEADING: (f32, f32) = (11.5, 16.0);
/// Size of counts, status and reasons and height of their line.
pub const COUNT: (f32, f32) = (12.0, 16.0);
/// Size of keys, times and chips and height of their line.
pub const SMALL: (f32, f32) = (11.5, 16.0);
/// Size of a speaker's letter in the margin.
pub const MARGIN_LETTER: f32 = 12.0;
/// And where several of them would leave the margin.
pub const MARGIN_SMALL: f32 = 9.5;
/// Size of the quoted words in a card and height of their line.
pub const CARD_WORDS: (f32, f32) = (13.5, 19.0);
/// Size of the words in the field of the command palette.
pub const PALETTE_FIELD: f32 = 14.0;
/// Size of the words in the drop area and height of their line.
pub const DROP_WORDS: (f32, f32) = (24.0, 32.0);
/// Size of the quotation mark in the drop area.
pub const DROP_MARK: f32 = 64.0;

/// Height of the line that stands for a web page's folded leftovers.
pub const FOLD: f32 = 20.0;

/// Width of the column for a body size and so many letters in a line.
pub fn measure(size: f32, letters: f32) -> f32 {
    (MEASURE * size * letters / LINE_LENGTH).round()
}

/// The next larger one of some steps, or the largest.
pub fn larger(steps: &[f32], size: f32) -> f32 {
    steps.iter().copied().find(|&step| step > size + 0.01).or(steps.last().copied()).unwrap_or(size)
}

/// The next smaller one of some steps, or the smallest.
pub fn smaller(steps: &[f32], size: f32) -> f32 {
    steps.iter().copied().rev().find(|&step| step < size - 0.01).or(steps.first().copied()).unwrap_or(size)
}

/// The step nearest to a size from outside, such as a settings file.
pub fn nearest(steps: &[f32], size: f32) -> f32 {
    let far = |step: f32| (step - size).abs();
    steps.iter().copied().min_by(|&one, &other| far(one).total_cmp(&far(other))).unwrap_or(size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_column_of_the_first_start_is_560_wide() {
        assert_eq!(measure(BODY_SIZE, LINE_LENGTH), 560.0);
    }

    #[test]
    fn sizes_step_up_and_down_and_stop_at_the_ends() {
        let steps = &BODY_SIZES;
        assert_eq!((larger(steps, 18.0), smaller(steps, 18.0)), (20.0, 16.0));
        assert_eq!((larger(steps, 32.0), smaller(steps, 14.0)), (32.0, 14.0));
        assert_eq!((larger(steps, 17.0), nearest(steps, 1000.0), nearest(steps, f32::NAN)), (18.0, 32.0, 14.0));
    }
}

//! Where the reader is in an article when it is opened, and when it is closed.

use super::Tab;
use crate::{
    app::{column::Column, reading_places::KeptLine},
    article::TextOffset,
};

impl Tab {
    /// Goes on where the reader is in the beginning of the article that was shown while the rest was being read; where
    /// they have not moved there, with the place that was kept.
    pub fn go_on_from(&mut self, glimpse: Self) {
        let has_place = self.kept_place.is_some() && glimpse.kept_place.is_none();
        if let Some(place) = glimpse.column.place_at_top()
            && (!has_place || glimpse.has_read_on())
        {
            self.column = glimpse.column.going_on_at(place);
        }
        (self.selection, self.caret_shown) = (glimpse.selection, glimpse.caret_shown);
        self.hear_glimpse(glimpse);
    }

    /// Shows the article from the place on that was kept of it.
    pub fn begin_at(&mut self, place: Option<TextOffset>) {
        self.kept_place = place;
        self.column = place.map(Column::beginning_at).unwrap_or_default();
    }

    /// Where the line at the top of the view begins; `None` at the beginning of the article.
    fn line_read(&self) -> Option<TextOffset> {
        self.column.place_at_top().filter(|_| !self.column.is_at_begin())
    }

    /// Whether the reader is at another line than the one that is kept.
    fn has_read_on(&self) -> bool {
        self.column.place_at_top().is_some() && self.line_read() != self.kept_place
    }

    /// How much of the article lies before the end of the view, in percent; 0 while its beginning is in view.
    pub fn percent_read(&self) -> u8 {
        let Some(last) = self.column.set().last().filter(|_| !self.column.is_at_begin()) else { return 0 };
        let (seen, all) = (last.showing.end().byte(), self.reading.article().text().trim_end().len());
        u8::try_from((100 * seen / all.max(1)).min(100)).unwrap_or(100)
    }

    /// The line that is to be kept from now on, if it is another one; `Some(None)` at the beginning of the article.
    pub fn take_place(&mut self) -> Option<Option<KeptLine>> {
        if self.glimpsed || !self.has_read_on() {
            return None;
        }
        self.kept_place = self.line_read();
        Some(self.kept_place.map(|place| KeptLine::of(self.reading.article(), place)))
    }
}

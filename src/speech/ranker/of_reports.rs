//! What the reports of a stretch tell of who says a passage in marks.

use super::super::cues::rounded;
use super::super::linear::{Features, Piece, feature};
use super::super::reported::Report;
use super::super::survey::Mention;
use super::Passage;

impl Passage<'_, '_> {
    /// Whether the mention is the source of the report that holds the passage.
    pub(super) fn describe_report<F: Features>(
        &self,
        m: Mention,
        same: bool,
        right: bool,
        place: Piece<'_>,
        out: &mut F,
    ) {
        if let Some((_, report)) = self.covering {
            let hit = self.source.is_some_and(|source| m.touches(source.start, source.end));
            let way = report.way.piece();
            feature!(out, "COV=", hit, way);
            feature!(out, "COV=", hit, rounded(report.probability, 4.0), m.kind.piece());
            feature!(out, "COV=", hit, way, place);
        } else if !same {
            feature!(out, "NC", place, "R=", right);
        }
    }

    /// Whether the mention is the source of a report at all.
    pub(super) fn describe_source<F: Features>(
        &self,
        m: Mention,
        sentence: usize,
        same: bool,
        place: Piece<'_>,
        out: &mut F,
    ) {
        let same = if same { Piece::of("s") } else { Piece::of("") };
        let is_source = |report: &&Report| report.source.is_some_and(|source| source.touches(m.phrase));
        match self.survey.reports[sentence].iter().find(is_source) {
            Some(report) => feature!(out, "SRC", rounded(report.cue_probability, 4.0), place, same),
            None => feature!(out, "NOSRC", place, same),
        }
    }
}

//! Whose a passage is that stands as a word of the writer's sentence: 王明口中的“老路”, 以“正在审理”为由拒绝.

use super::cues::Cue;
use super::page::Span;
use super::paragraph::Paragraph;
use super::quoted::{Spoken, Way};
use super::sources::Source;
use super::words::Classes;

/// How far behind 的 the noun stands that tells of words, in letters: 的这番表态.
const STATED: usize = 5;

impl Paragraph<'_, '_> {
    /// 王明所说的“早修早通”, 王明口中的“老路”
    pub(super) fn owned(&self, start: usize, mark: Span) -> Option<Spoken> {
        let letters = &self.page().letters[start..mark.0];
        // 市长所谓“全部到位”
        let so_called = letters.ends_with(&['所', '谓']);
        let said = if so_called { letters } else { letters.strip_suffix(&['的'])? };
        let length = match said {
            [.., '所', '谓'] => 2,
            [.., '口', '中', '所', '说' | '称'] => 4,
            [.., '口', '中' | '里'] | [.., '嘴', '里' | '中'] | [.., '笔', '下'] => 2,
            [.., '所', '说' | '称' | '言'] | [.., '宣' | '声', '称'] | [.., '提', '到' | '及'] => 2,
            [.., '说'] => 1,
            _ => return None,
        };
        let cue = Cue { start: start + said.len() - length, end: start + said.len(), classes: Classes::SAYING };
        let mention = self.sources.inside((start, cue.start)).last().filter(|mention| mention.end == cue.start)?;
        let clause = (self.sources.clause_start(start, cue.start), cue.start);
        let source =
            self.sources.subject(clause).unwrap_or(Source { span: (mention.start, mention.end), mention: None });
        let source = Source { span: (source.span.0, mention.end), mention: Some(*mention) };
        Some(Spoken { reports: true, way: Way::Cited, ..Spoken::said(source, cue, 0.8) })
    }

    /// 爷爷的口头禅是“不急”, 他把失败归结为“运气不好”
    pub(super) fn put_in_words(&self, start: usize, mark: Span) -> Option<Spoken> {
        let letters = &self.page().letters[..mark.0];
        let clause = self.sources.clause_start(start, mark.0);
        let is = usize::from(letters.ends_with(&['是'])) + usize::from(letters.ends_with(&['就', '是']));
        let noun = is > 0 && self.words().longest_at_end(&letters[clause..mark.0 - is], Classes::KNOWN_BY).is_some();
        let verb = self.words().longest_at_end(&letters[clause..], Classes::PUTTING);
        let before = if noun { mark.0 - is } else { mark.0 - verb? };
        let source = match noun {
            true => self.sources.opening_person((clause, before))?,
            false => self.sources.before(start, before).filter(|source| source.mention.is_some())?,
        };
        let cue = Cue { start: before, end: mark.0, classes: Classes::SAYING };
        Some(Spoken::said(source, cue, 0.8))
    }

    /// 公司以“正在审理”为由拒绝, 王明作出“绝不退让”的表态
    pub(super) fn given(&self, start: usize, mark: Span, speaker: Option<Spoken>) -> Option<Spoken> {
        let letters = &self.page().letters;
        let behind = &letters[mark.1..self.span.1];
        let by = letters[..mark.0].last() == Some(&'以') && mark.0 > start;
        let pretext =
            by && matches!(behind, ['为', '由' | '名', ..] | ['作', '为', '理', '由', ..] | ['的', '理', '由', ..]);
        let before = &letters[start..mark.0];
        let gives = self.words().longest_at_end(before.strip_suffix(&['了']).unwrap_or(before), Classes::GIVING);
        let noun = |at: usize| self.words().longest(&behind[at..], Classes::STATEMENT).is_some();
        let states = behind.first() == Some(&'的') && (1..behind.len().min(STATED)).any(noun);
        // 发表“长江”号首航: what gives more than words needs the noun for them
        let words_alone = matches!(before, [.., '出' | '下' | '来'] | [.., '出' | '下' | '来', '了']);
        let length = if pretext {
            1
        } else if gives.is_some() && (states || words_alone) {
            2
        } else {
            return None;
        };
        let cue = Cue { start: mark.0 - length, end: mark.0, classes: Classes::SAYING };
        // 国防部则以…: the subject of this clause, else of one before
        let source = self.sources.before(start, cue.start).or(speaker.map(|spoken| spoken.source))?;
        Some(Spoken { reports: true, way: Way::Cited, ..Spoken::said(source, cue, 0.8) })
    }
}

//! Whose a passage is that stands as a word of the writer's sentence: 王明口中的“老路”, 以“正在审理”为由拒绝.

use super::cues::Cue;
use super::page::Span;
use super::paragraph::Paragraph;
use super::quoted::{Spoken, Way};
use super::sources::Source;
use super::words::Classes;

/// Nouns for what somebody says: “绝不退让”的表态.
const STATEMENTS: [[char; 2]; 20] = [
    ['表', '态'],
    ['说', '法'],
    ['言', '论'],
    ['承', '诺'],
    ['表', '述'],
    ['警', '告'],
    ['回', '应'],
    ['论', '断'],
    ['指', '控'],
    ['感', '叹'],
    ['感', '慨'],
    ['疑', '问'],
    ['质', '疑'],
    ['评', '价'],
    ['豪', '言'],
    ['誓', '言'],
    ['呼', '声'],
    ['威', '胁'],
    ['声', '明'],
    ['抱', '怨'],
];

/// Nouns for words that somebody is known by: 爷爷的口头禅是“不急”.
const SAYINGS: [&[char]; 12] = [
    &['口', '头', '禅'],
    &['座', '右', '铭'],
    &['答', '案'],
    &['回', '答'],
    &['理', '由'],
    &['评', '价'],
    &['建', '议'],
    &['态', '度'],
    &['心', '愿'],
    &['信', '条'],
    &['结', '论'],
    &['名', '言'],
];

/// Verbs that put a thing in words: 把失败归结为“运气不好”.
const PUTS: [&[char]; 11] = [
    &['归', '结', '为'],
    &['归', '因', '于'],
    &['归', '咎', '于'],
    &['形', '容', '为'],
    &['比', '作'],
    &['定', '性', '为'],
    &['概', '括', '为'],
    &['描', '述', '为'],
    &['总', '结', '为'],
    &['解', '释', '为'],
    &['斥', '为'],
];

/// Verbs that give words: 作出“绝不退让”的表态, 说出“不怕”.
const GIVES: [[char; 2]; 14] = [
    ['作', '出'],
    ['做', '出'],
    ['发', '出'],
    ['放', '出'],
    ['放', '下'],
    ['给', '出'],
    ['抛', '出'],
    ['喊', '出'],
    ['说', '出'],
    ['道', '出'],
    ['写', '出'],
    ['表', '示'],
    ['立', '下'],
    ['留', '下'],
];

impl Paragraph<'_, '_> {
    /// 王明所说的“早修早通”, 王明口中的“老路”
    pub(super) fn owned(&self, start: usize, mark: Span) -> Option<Spoken> {
        let letters = &self.page().letters[start..mark.0];
        let said = letters.strip_suffix(&['的'])?;
        let length = match said {
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
        let noun = SAYINGS.iter().any(|noun| letters[clause..mark.0 - is].ends_with(noun)) && is > 0;
        let verb = PUTS.iter().find(|verb| letters[clause..].ends_with(verb));
        let before = if noun { mark.0 - is } else { mark.0 - verb?.len() };
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
        let gives = GIVES
            .iter()
            .any(|verb| before.ends_with(verb) || before.strip_suffix(&['了']).is_some_and(|it| it.ends_with(verb)));
        let states = behind.first() == Some(&'的')
            && STATEMENTS.iter().any(|noun| {
                let end = behind.len().min(6);
                behind[1..end.max(1)].windows(2).any(|pair| pair == noun)
            });
        let length = if pretext {
            1
        } else if gives && (states || !before.ends_with(&['表', '示'])) {
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

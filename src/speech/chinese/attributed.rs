//! Whose a passage is that stands as a word of the writer's sentence: 王明口中的“老路”, 以“正在审理”为由拒绝.

use super::cues::Cue;
use super::mentions::{Head, Mention};
use super::page::{QUOTED, Span, is_colon, is_comma, is_pause};
use super::paragraph::Paragraph;
use super::quoted::{Spoken, Way};
use super::sources::Source;
use super::words::{Classes, is_han};

/// How far behind 的 the noun stands that tells of words, in letters: 的这番表态.
const STATED: usize = 5;

/// How far before a passage a word of judging may stand: 批评会议“雷声大”.
pub(super) const JUDGED: usize = 14;

/// How many letters may tell when somebody said a word: 赛前.
const WHEN: usize = 6;

/// The most letters of a name that no list has.
const NAME: usize = 4;

impl Paragraph<'_, '_> {
    /// 王明所说的“早修早通”, 王明口中的“老路”
    pub(super) fn owned(&self, start: usize, mark: Span) -> Option<Spoken> {
        let letters = &self.page().letters[start..mark.0];
        // 市长所谓“全部到位”
        let so_called = letters.ends_with(&['所', '谓']);
        let said = if so_called { Some(letters) } else { letters.strip_suffix(&['的']) };
        let Some(said) = said else { return self.one_word_of(start, mark) };
        let length = match said {
            [.., '所', '谓'] => 2,
            [.., '口', '中', '所', '说' | '称'] => 4,
            [.., '口', '中' | '里'] | [.., '嘴', '里' | '中'] | [.., '笔', '下'] => 2,
            [.., '所', '说' | '称' | '言']
            | [.., '宣' | '声', '称']
            | [.., '提', '到' | '及']
            | [.., '报', '道' | '导'] => 2,
            [.., '说'] => 1,
            _ => return self.one_word_of(start, mark),
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
        // 发言人否认这一说法，称其为“…”: what many call somebody is a name
        let calls = matches!(letters[..mark.0], [.., '称', '其' | '此' | '之' | '他' | '她' | '它', '为' | '是']);
        let verb = self.words().longest_at_end(&letters[clause..], Classes::PUTTING).or(calls.then_some(3));
        let before = if noun { mark.0 - is } else { mark.0 - verb? };
        let source = match noun {
            true => self.sources.opening_person((clause, before))?,
            false => self.sources.before(start, before).filter(|source| {
                source.mention.is_some_and(|it| !calls || matches!(it.head, Head::Person(_) | Head::Pronoun))
            })?,
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

    /// 会计劝大家再等等，队长却把账本一合：“…”: who does something in the clause right before a colon, where only the
    /// clauses before have a word of saying.
    pub(super) fn turns_before_colon(&self, start: usize, colon: usize) -> Option<Source> {
        let letters = &self.page().letters;
        let clause = self.sources.clause_start(start, colon);
        let cue = self.cues_in((start, colon)).last().filter(|cue| cue.end <= clause)?;
        let asked = letters[cue.start..cue.end].contains(&'问') || letters[cue.start..cue.end].contains(&'問');
        // 问他怕不怕，他想了想，指着天：“…”
        let answers = || self.sources.subject_before(cue.end, colon).filter(|source| source.span.0 > cue.end + 2);
        let source = self.sources.subject((clause, colon)).or_else(|| answers().filter(|_| asked))?;
        let mention = source.mention?;
        let rest = &letters[mention.end..colon];
        let turns = matches!(rest.first(), Some('则' | '則' | '却' | '卻'));
        let acts = turns || matches!(rest.first(), Some('把' | '将' | '抹' | '站' | '摆' | '摇' | '指' | '挥' | '拍'));
        // 王明说，学生们要记住：“…”: all of it is what he says
        let told = letters.get(cue.end).is_some_and(|next| is_comma(*next) || is_colon(*next));
        // 记者问他后不后悔，他想了想：“…”
        let person = matches!(mention.head, Head::Person(_) | Head::Pronoun);
        let answers = asked && person && !told;
        let named = matches!(mention.head, Head::Person(_) | Head::Title);
        (answers || named && acts && (turns || !told)).then_some(source)
    }

    /// “…。”说这话的人叫王明: who is named behind words that point back to a passage.
    pub(super) fn named_for_it(&self, at: usize) -> Option<Source> {
        let letters = &self.page().letters[at..self.span.1];
        if let Some(source) = self.whose_words_end(at) {
            return Some(source);
        }
        let (said, _) = letters.split_first().filter(|(first, _)| matches!(first, '说' | '說' | '讲' | '講' | '写'))?;
        let of = letters.iter().take(WHEN).position(|letter| *letter == '的')?;
        let points = letters[..of].iter().any(|letter| matches!(letter, '这' | '這' | '此' | '那')) && *said != '的';
        let mut from = of + 1;
        while matches!(letters.get(from), Some('人' | '正' | '就' | '名')) {
            from += 1;
        }
        let is = matches!(letters.get(from), Some('是' | '叫')) && points;
        let begin = at + from + 1;
        let end = self.clause_end(begin);
        if !is || begin >= end {
            return None;
        }
        let person = |mention: &&Mention| matches!(mention.head, Head::Person(_));
        let named = self.sources.inside((begin, end)).iter().rfind(person).copied();
        let plain =
            (2..=NAME).contains(&(end - begin)) && self.page().letters[begin..end].iter().all(|letter| is_han(*letter));
        match named {
            Some(mention) => Some(Source { span: (begin, mention.end), mention: named }),
            None => plain.then_some(Source { span: (begin, end), mention: None }),
        }
    }

    /// “…。”说到这里，她的手停住了; “…”——这句话，他说了一辈子: who does something behind words that point back to a passage.
    fn whose_words_end(&self, at: usize) -> Option<Source> {
        let letters = &self.page().letters[at..self.span.1];
        let length = match letters {
            ['说' | '讲' | '谈', '到' | '至', '这' | '此', '里' | '处' | '儿', ..] => 4,
            ['说' | '讲' | '谈', '到' | '至', '此', ..] => 3,
            ['说' | '讲', '完' | '罢' | '着' | '毕', ..] => 2,
            ['话', '音', '刚' | '未', '落', ..] => 4,
            ['这', '句' | '番', '话', ..] => 3,
            _ => return None,
        };
        let begin = at + length + usize::from(letters.get(length).is_some_and(|next| is_comma(*next)));
        let source = self.sources.opening_person((begin, self.clause_end(begin))).filter(|_| begin > at + length)?;
        let person = source.mention.is_some_and(|it| matches!(it.head, Head::Person(_) | Head::Pronoun));
        person.then_some(source)
    }

    /// 王明赛前的一句“输了怪我”: whose words are counted.
    fn one_word_of(&self, start: usize, mark: Span) -> Option<Spoken> {
        let letters = &self.page().letters[start..mark.0];
        // 师父临终的那句嘱咐——“…”
        let noted = letters.strip_suffix(&['—', '—']).and_then(|noted| {
            let noun = self.words().longest_at_end(noted, Classes::STATEMENT.and(Classes::KNOWN_BY));
            noted.get(..noted.len() - noun.or_else(|| noted.ends_with(&['话']).then_some(1))?)
        });
        let [owner @ .., '的', '一' | '那' | '这' | '這', '句' | '番' | '声'] = noted.unwrap_or(letters) else {
            return None;
        };
        let end = start + owner.len();
        let clause = self.sources.clause_start(start, end);
        let person = |mention: &&Mention| matches!(mention.head, Head::Person(_) | Head::Title);
        // 老师想起了祖父临终前的那句“…”: the nearest
        let last = self.sources.inside((clause, end)).iter().rfind(person).filter(|last| end - last.end <= WHEN);
        let whose = last.map(|last| Source { span: (last.start, last.end), mention: Some(*last) });
        let source = whose.or_else(|| self.sources.opening_person((clause, end)))?;
        let mention = source.mention.filter(|mention| matches!(mention.head, Head::Person(_) | Head::Title))?;
        let cue = Cue { start: end, end: mark.0, classes: Classes::SAYING };
        let near = end.checked_sub(mention.end)? <= WHEN;
        near.then(|| Spoken { reports: true, way: Way::Cited, ..Spoken::said(source, cue, 0.8) })
    }

    /// 王明用“雷声大、雨点小”来形容会议
    pub(super) fn described(&self, start: usize, mark: Span, speaker: Option<Spoken>) -> Option<Spoken> {
        let letters = &self.page().letters;
        let by = mark.0.checked_sub(1).filter(|by| *by >= start && matches!(letters[*by], '用' | '以'))?;
        let verb = mark.1 + usize::from(letters[..self.span.1].get(mark.1) == Some(&'来'));
        let length = self.words().longest(&letters[verb..self.span.1], Classes::DESCRIBING)?;
        let source = self.sources.before(start, by).or(speaker.map(|spoken| spoken.source))?;
        let cue = Cue { start: verb, end: verb + length, classes: Classes::DESCRIBING };
        Some(Spoken::said(source, cue, 0.87))
    }

    /// 批评会议“雷声大、雨点小”
    pub(super) fn judged(&self, start: usize, mark: Span, speaker: Option<Spoken>) -> Option<Spoken> {
        let letters = &self.page().letters;
        let cue = *self.cues_in((start, mark.0)).last().filter(|cue| cue.classes.any(Classes::JUDGING))?;
        let between = letters.get(cue.end..mark.0)?;
        // the passage is what is said, and not a word in it
        let ends = letters.get(mark.1).is_none_or(|next| is_pause(*next));
        // 称这是“…”: a word of a report
        let is_part =
            between.last().is_some_and(|last| matches!(last, '是' | '为' | '作' | '有' | '了' | '在' | '以' | '种'));
        // 称桥“不安全”: what is said of it is reported
        let told = cue.classes.any(Classes::SAYING) && between.len() > 1;
        if is_part
            || told
            || between.len() > JUDGED
            || between.iter().any(|letter| is_pause(*letter) || *letter == QUOTED)
            || !ends
        {
            return None;
        }
        let source = self.said_further(start, cue).or_else(|| self.sources.before(start, cue.start));
        let source = source.or(speaker.map(|spoken| spoken.source))?;
        Some(Spoken::said(source, cue, 0.8))
    }
}

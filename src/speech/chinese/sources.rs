//! Who a clause is about: the mention before a cue that is its subject.

use super::edges::{past_brackets, stands_in_brackets};
use super::latin::is_latin;
use super::mentions::{Head, Mention};
use super::page::{Page, QUOTED, Span, is_end, is_pause};
use super::words::{Classes, Words, is_han, is_number};

/// The longest source; of a longer one the name alone is kept.
const LONGEST: usize = 48;

/// The longest source without a word that tells what it is.
pub(super) const LONGEST_PLAIN: usize = 10;

/// The most letters of a verb before 的 that tells of the one behind it: 英媒采访的.
const DESCRIBED: usize = 3;

/// How many mentions of a sentence are looked at.
const MENTIONS: usize = 24;

/// Words that name a speaker.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source {
    pub span: Span,
    /// The mention it ends with; none for words that no list has.
    pub mention: Option<Mention>,
}

/// The mentions of an article and the questions about them.
pub(super) struct Sources<'p, 't> {
    pub page: &'p Page<'t>,
    pub words: &'static Words,
    pub mentions: &'p [Mention],
}

impl Sources<'_, '_> {
    pub fn letters(&self, span: Span) -> &[char] {
        self.page.letters.get(span.0..span.1).unwrap_or_default()
    }

    /// The mentions that lie inside a stretch.
    pub fn inside(&self, span: Span) -> &[Mention] {
        let first = self.mentions.partition_point(|mention| mention.start < span.0);
        let after = self.mentions.partition_point(|mention| mention.end <= span.1);
        self.mentions.get(first..after).unwrap_or_default()
    }

    /// The source of what begins at `cue`, in the sentence that begins at `start`: the subject of its clause, or of
    /// the nearest clause before that has one.
    pub fn before(&self, start: usize, cue: usize) -> Option<Source> {
        let clause = self.clause_start(start, cue);
        // 前“大使”和主席王明
        let joined = clause > start
            && self.page.letters[clause - 1] == QUOTED
            && matches!(self.page.letters[clause], '和' | '及' | '与' | '、');
        if let Some(moved) = self.moved(start, cue).or_else(|| self.publisher(start, cue)) {
            return Some(moved);
        }
        let around = self.around_term(start, clause).and_then(|around| self.subject((around, cue)));
        if around.is_some() {
            return around;
        }
        let clause = (clause + usize::from(joined), cue);
        if let Some(writer) = self.writer(start, clause).or_else(|| self.one_of_them(clause)) {
            return Some(writer);
        }
        self.subject(clause)
            .map(|source| self.with_marks(start, source))
            .or_else(|| self.plain(clause).filter(|source| self.letters(source.span).iter().any(|c| is_latin(*c))))
            .or_else(|| self.quoted_name(start, clause.0, cue))
            .or_else(|| self.plain(clause).filter(|_| clause.0 > start && self.page.letters[clause.0 - 1] == ' '))
            .or_else(|| self.subject_or_owner(start, clause.0))
            .or_else(|| self.plain(clause))
    }

    /// 王明在“灯会”上说: where a clause begins that a word in quotation marks behind a preposition seems to cut.
    fn around_term(&self, start: usize, clause: usize) -> Option<usize> {
        let number = self.page.marks.partition_point(|mark| mark.1 < clause);
        let mark = self.page.marks.get(number).filter(|mark| mark.1 == clause && mark.0 > start)?;
        let by = self.page.letters[mark.0 - 1];
        let goes_on = self.page.letters.get(mark.1).is_some_and(|next| is_han(*next));
        let term = goes_on && "在于从就对以为因向被由经".contains(by) && !self.page.ends_like_speech(*mark);
        let begin = self.clause_start(start, mark.0);
        (term && begin < mark.0).then(|| self.around_term(start, begin).unwrap_or(begin))
    }

    /// The subject of the clauses before, or whose the subject is: whoever stands nearer.
    fn subject_or_owner(&self, start: usize, end: usize) -> Option<Source> {
        let subject = self.subject_before(start, end);
        let named = |owner: &Source| owner.mention.is_some_and(|it| matches!(it.head, Head::Person(_)));
        let owner = self.owner_before(start, end).filter(|owner| subject.is_none() || named(owner));
        match (subject, owner) {
            (Some(subject), Some(owner)) if owner.span.0 > subject.span.1 => Some(owner),
            (subject, owner) => subject.or(owner),
        }
    }

    /// 王明的答案也在预料之中，马上回应: whose the subject is, in the clauses before.
    fn owner_before(&self, start: usize, end: usize) -> Option<Source> {
        let mut end = end;
        while end > start {
            let begin = self.clause_start(start, end);
            let owner = self.opening_person((begin, end));
            if owner.is_some() {
                return owner;
            }
            end = begin.saturating_sub(1);
        }
        None
    }

    /// The subject of the last clause that has one.
    pub fn subject_before(&self, start: usize, end: usize) -> Option<Source> {
        let mut end = end;
        while end > start {
            let begin = self.clause_start(start, end);
            let source = self.subject((begin, end)).filter(|_| !self.is_topic((begin, end)));
            if let Some(source) = source {
                return Some(self.without_age(source));
            }
            end = begin.saturating_sub(1);
        }
        None
    }

    /// Where the clause begins that ends at `end`, in a sentence that begins at `start`.
    pub fn clause_start(&self, start: usize, end: usize) -> usize {
        let letters = self.letters((start, end));
        let is_end = |letter: &char| is_pause(*letter) || *letter == QUOTED;
        let mut brackets = 0_usize;
        for (at, letter) in letters.iter().enumerate().rev() {
            match letter {
                '）' | ')' => brackets += 1,
                '（' | '(' => brackets = brackets.saturating_sub(1),
                _ if brackets == 0 && (is_end(letter) || parts(letters, at)) => return start + at + 1,
                _ => {}
            }
        }
        // brackets that were closed and never opened part nothing
        let pause = letters.iter().rposition(is_end).filter(|_| brackets > 0);
        pause.map_or(start, |at| start + at + 1)
    }

    /// The subject of a clause: the first mention that is no object and goes on into a verb.
    pub fn subject(&self, clause: Span) -> Option<Source> {
        let begin = self.past_lead(clause);
        // …，包括书店出售的杂志
        if matches!(self.letters((begin, clause.1)), ['包', '括' | '含', ..] | ['例' | '诸', '如', ..]) {
            return None;
        }
        let inside = self.inside((begin, clause.1));
        // 统计局公布的数据: the paper is meant
        let close = self.trim_tail(clause);
        if let Some(paper) =
            inside.last().filter(|last| last.head == Head::Paper && (last.end == clause.1 || last.end == close))
            && self.is_owned_or_counted(begin, paper.start)
            && !self.letters((begin, paper.start)).windows(2).any(|pair| matches!(pair, ['引', '用'] | ['列', '举']))
            && !(self.letters((begin, paper.start)).contains(&'在')
                && matches!(self.page.letters[paper.end - 1], '中' | '里'))
        {
            return Some(Source { span: (self.past_verb(begin, paper.start), paper.end), mention: Some(*paper) });
        }
        // 使馆注意到有媒体报道
        if let [.., last] = inside
            && inside.len() > 1
            && last.end == clause.1
            && matches!(last.head, Head::Title | Head::Body)
            && matches!(self.page.letters[..last.start], [.., before, '有'] if !"没拥所持具含享还".contains(before))
        {
            return Some(Source { span: (last.start, last.end), mention: Some(*last) });
        }
        for (number, mention) in inside.iter().enumerate().take(MENTIONS) {
            let rest = past_brackets(self.letters((mention.end, clause.1)));
            if stands_in_brackets(rest) {
                continue;
            }
            // 律师王明代表李华表示
            let stands_for = |next: &Mention| {
                matches!(mention.head, Head::Person(_))
                    && self.letters((next.start, next.end)) == ['代', '表']
                    && inside.get(number + 2).is_some_and(|client| self.touch(*next, *client))
            };
            let next = inside.get(number + 1).filter(|next| !stands_for(next));
            let joined = next.is_some_and(|next| self.touch(*mention, *next) && next.head != Head::Pronoun);
            // 王某一位亲属
            let counted = |next: &Mention| {
                let between = self.letters((mention.end, next.start));
                next.head == Head::Title && matches!(between, ['一', '位' | '名' | '个'])
            };
            let joined = joined || next.is_some_and(counted);
            // 青山出行CEO王明
            let officer = inside.get(number + 1).filter(|next| matches!(next.head, Head::Person(_)));
            let latin = officer.map(|next| self.letters((mention.end, next.start))).unwrap_or_default();
            let latin = latin.iter().rposition(|letter| !is_latin(*letter)).map_or(latin, |at| &latin[at + 1..]);
            if self.words.is_latin_title(latin) {
                continue;
            }
            // 青山相关负责人: a brand that reads like a name
            let between = inside.get(number + 1).filter(|next| next.head == Head::Title);
            let between = between.map(|next| self.letters((mention.end, next.start)));
            if matches!(between, Some(['相' | '有', '关'] | ['官', '方'] | ['品', '牌'] | ['公', '司'] | ['内', '部']))
            {
                continue;
            }
            // 中央经济工作会议: the meeting
            if inside.get(number + 1).is_some_and(|next| self.is_meeting_of(*mention, *next)) {
                continue;
            }
            // 王明的律师: the lawyer is meant; but not in 王明的回答
            if rest.first() == Some(&'的') && rest.len() > 1 || joined && !self.is_personal(*mention) {
                continue;
            }
            // 参与管家工作的王明: whose work it is stands in words for somebody named behind
            let named = inside[number + 1..].last().filter(|last| {
                matches!(last.head, Head::Person(_))
                    && self.page.letters[last.start - 1] == '的'
                    && self.trim_tail((last.start, clause.1)) == last.end
            });
            if named.is_some() && matches!(mention.head, Head::Title | Head::Body) {
                continue;
            }
            if mention.head == Head::Body && self.leads_to_officer(*mention, inside[number + 1..].last(), clause.1) {
                continue;
            }
            // 接受英媒采访的商界领袖
            let described = inside[number + 1..].last().is_some_and(|last| {
                let between = self.letters((mention.end, last.start));
                let of = between.iter().rposition(|letter| *letter == '的');
                let verb = of.filter(|of| *of > 1 && *of <= DESCRIBED).map(|of| &between[..of]);
                // 代表王明出庭的律师李华
                let named = matches!((mention.head, last.head), (Head::Person(_), Head::Person(_)));
                let does = |verb: &[char]| named || self.words.longest(verb, Classes::ACT) == Some(verb.len());
                let does = verb.is_some_and(does);
                does && self.trim_tail((last.start, clause.1)) == last.end
            });
            if described && !matches!(mention.head, Head::Paper) {
                continue;
            }
            if self.is_object(begin, *mention) && !self.shares_office(begin, *mention)
                || !self.goes_on(*mention, rest, number + 1 == inside.len())
                || self.stands_in_office(*mention, &inside[number + 1..])
            {
                continue;
            }
            // 疑似回应王明，称…: whom the words are for
            let answers = self.words.longest_at_end(self.letters((begin, mention.start)), Classes::ANSWERING);
            if rest.is_empty() && matches!(mention.head, Head::Person(_)) && answers.is_some_and(|it| it > 1) {
                continue;
            }
            // 回复短信称: what was done, and nobody
            let done = self.letters((begin, mention.start));
            let told = self.words.longest(done, Classes::TELLING) == Some(done.len()) && !done.is_empty();
            // 质问部长是否…
            if told && (mention.head == Head::Paper || matches!(done, [.., '问' | '诉' | '醒' | '诫' | '咐' | '嘱']))
            {
                continue;
            }
            let (end, mention) = self.with_partner(*mention, &inside[number + 1..]);
            let mention = &mention;
            let end = end + self.latin_behind(*mention, clause.1);
            // 网友@青山
            let adverb = self.words.longest_at_end(rest, Classes::TAIL).unwrap_or(0);
            let end = if rest.first() == Some(&'@') { clause.1 - adverb } else { end };
            let whole = mention.end - begin <= LONGEST && mention.head != Head::Pronoun;
            let start = if whole { self.past_verb(begin, mention.start) } else { mention.start };
            return Some(Source { span: (start, end), mention: Some(*mention) });
        }
        None
    }

    /// 统计局公布的数据, 研究中心最新调查: whether the words before a paper tell whose or which it is.
    fn is_owned_or_counted(&self, begin: usize, paper: usize) -> bool {
        let before = self.letters((begin, paper));
        before.iter().rev().take(4).any(|letter| *letter == '的')
            || matches!(before, [.., '最', '新' | '近'] | [.., '近', '期'] | [.., '一', '项' | '份'] | [.., '问', '卷'])
    }

    /// Where the words for a source begin behind a verb: 《晨报》发表了[王明的来信], 便有[多位同行].
    pub fn past_verb(&self, begin: usize, head: usize) -> usize {
        let before = self.letters((begin, head));
        let named = || self.mention_at(head).is_some_and(|mention| matches!(mention.head, Head::Person(_)));
        let there = |at: usize| {
            let counts = || self.words.longest(&before[at + 1..], Classes::COUNTING).is_some();
            // 开了二十年面馆的老板王明
            let of = before[at + 1..].iter().rposition(|letter| *letter == '的').map(|of| at + of + 2);
            let counted = before.get(at + 1).is_some_and(|next| is_number(*next)) && named();
            let relative = of.is_some_and(|of| of < before.len() || counted);
            let done = before[at] == '了'
                && !relative
                && at + 2 < before.len()
                && !matches!(before[at + 1], '解' | '结' | '不');
            // 当年有读者, but not 没有读者, 所有读者
            let alone = before[at] == '有'
                && at + 1 == before.len()
                && at > 1
                && matches!(before[at - 1], '年' | '日' | '月' | '时' | '天' | '后' | '前' | '也' | '曾' | '便' | '就');
            done || alone || before[at] == '有' && at > 0 && counts()
        };
        // 她接到[老师的通知], 晨报援引[一份文件]
        let taken = |at: usize| {
            let found = matches!(before[at - 1], '接' | '收' | '看' | '拿' | '遇' | '见' | '找') && before[at] == '到';
            let found = found || matches!(before[at - 1..=at], ['看' | '听', '见']);
            (found || matches!(before[at - 1..=at], ['援' | '转', '引'] | ['引', '述' | '用'])) && at + 1 < before.len()
        };
        (1..before.len()).rev().find(|at| there(*at) || taken(*at)).map_or(begin, |at| begin + at + 1)
    }

    /// Whether nothing but a space parts two mentions: 主席 Ada Hill.
    pub fn touch(&self, mention: Mention, next: Mention) -> bool {
        next.start >= mention.end && self.letters((mention.end, next.start)).iter().all(|letter| *letter == ' ')
    }

    /// Whether a mention is a pronoun that owns nothing: 他, but not 其工作室, 我外交部.
    fn is_personal(&self, mention: Mention) -> bool {
        mention.head == Head::Pronoun && !matches!(self.letters((mention.start, mention.end)), ['其' | '我'])
    }

    /// The person a clause begins with, as its subject or as the owner of it: 男人的声音.
    pub fn opening_person(&self, clause: Span) -> Option<Source> {
        if self.is_topic(clause) {
            return None;
        }
        let begin = self.past_lead(clause);
        // 在王明看来
        let view = self.words.longest_at_end(self.letters((begin, clause.1)), Classes::VIEW).is_some();
        let begin = begin + usize::from(view && self.letters((begin, clause.1)).first() == Some(&'在'));
        // 认为…: what somebody else says
        self.words.longest(self.letters((begin, clause.1)), Classes::SAYING).is_none().then_some(())?;
        let mut inside = self.inside((begin, clause.1)).iter().peekable();
        let mut mention = *inside.next()?;
        while let Some(next) = inside.next_if(|next| self.touch(mention, **next)) {
            mention = *next;
        }
        // 商家的负责人: who it is stands behind
        let person = !matches!(mention.head, Head::Body | Head::Paper);
        // 群众的获得感: everybody, and nobody who speaks
        let anybody = self.words.classes_of(self.letters((begin, mention.end))).any(Classes::GENERAL);
        let person = person && !anybody;
        let owns =
            person && self.page.letters.get(mention.end) == Some(&'的') && mention.start - begin <= LONGEST_PLAIN;
        let source = if owns && !self.is_object(begin, mention) {
            Source { span: (self.past_verb(begin, mention.start), mention.end), mention: Some(mention) }
        } else {
            self.subject((begin, clause.1))?
        };
        let mention = source.mention?;
        // 门前聚集着很多市民: nobody does anything
        let before = self.letters((begin, mention.start));
        let many = self.words.longest_at_end(before, Classes::COUNTING).map(|many| &before[..before.len() - many]);
        let stands = mention.end == clause.1 && many.is_some_and(|before| before.ends_with(&['着']));
        // 基本锁定犯罪嫌疑人
        let title = mention.head == Head::Title && mention.end == clause.1;
        let stands = stands || title && self.words.longest_at_end(before, Classes::ACT).is_some_and(|it| it > 1);
        (!stands && matches!(mention.head, Head::Person(_) | Head::Pronoun | Head::Title)).then_some(source)
    }

    /// A mention as the subject of its clause, so that a pronoun behind may mean it.
    pub fn as_subject(&self, mention: Mention) -> Option<Source> {
        let before = &self.page.letters[..mention.start];
        let near = before.len().saturating_sub(LONGEST);
        let pause = before[near..].iter().rposition(|letter| is_pause(*letter) || *letter == QUOTED);
        let begin = pause.map_or(near, |at| near + at + 1);
        let clause_end =
            mention.end + self.page.letters[mention.end..].iter().take(LONGEST).take_while(|c| !is_end(**c)).count();
        // 王明当起了主持人
        let clause_end = match self.copula((begin, clause_end)) {
            Some(copula) if copula < mention.start && mention.head == Head::Title => return None,
            Some(copula) if copula >= mention.end => copula,
            _ => clause_end,
        };
        let pause = self.page.letters[begin..clause_end].iter().position(|letter| is_pause(*letter));
        // 谈起父亲，…
        if pause.is_some_and(|pause| mention.end <= begin + pause && self.is_topic((begin, begin + pause))) {
            return None;
        }
        self.subject((begin, clause_end))
            .filter(|source| source.mention.is_some_and(|found| found.start == mention.start))
    }
}

/// The fewest letters before a space that parts words: 晨报网1月5日报道 英媒称.
const PARTED: usize = 6;

/// Whether a space parts what stands before it from what stands behind.
fn parts(letters: &[char], at: usize) -> bool {
    letters[at] == ' '
        && at >= PARTED
        && is_han(letters[at - 1])
        && letters.get(at + 1).is_some_and(|next| is_han(*next))
}

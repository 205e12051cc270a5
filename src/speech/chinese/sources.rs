//! Who a clause is about: the mention before a cue that is its subject.

use super::mentions::{Head, Mention};
use super::names::is_latin;
use super::openings::{date_length, dateline_length, place_length};
use super::page::{Page, QUOTED, Span, is_comma, is_end, is_pause};
use super::words::{Classes, Words, is_han};

/// The longest source; of a longer one the name alone is kept.
const LONGEST: usize = 30;

/// The longest source without a word that tells what it is.
const LONGEST_PLAIN: usize = 10;

/// The longest end of a clause that tells to whom or by what means: 向记者, 通过发言人.
const LONGEST_TAIL: usize = 12;

/// Letters of what somebody does, and of no name: 更重要的是.
const PREDICATES: &str = "是被不没更";

/// What somebody who was named does, in a letter.
const ACTS: &str = "是在对向和与跟同说把将被请让给从也还则都又曾已正就";

/// How far before a title or a body a preposition may stand, in letters.
const PREPOSED: usize = 8;

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
    fn letters(&self, span: Span) -> &[char] {
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
        let clause = (self.clause_start(start, cue), cue);
        self.subject(clause)
            .map(|source| self.with_marks(start, source))
            .or_else(|| self.plain(clause).filter(|source| self.letters(source.span).iter().any(|c| is_latin(*c))))
            .or_else(|| self.quoted_name(start, clause.0, cue))
            .or_else(|| self.subject_before(start, clause.0))
            .or_else(|| self.owner_before(start, clause.0))
            .or_else(|| self.plain(clause))
    }

    /// 一名自称“教授”的女性: with the passage in quotation marks that belongs to a source, and what stands before it.
    fn with_marks(&self, start: usize, source: Source) -> Source {
        let number = self.page.marks.partition_point(|mark| mark.1 < source.span.0);
        let mark = self.page.marks.get(number).filter(|mark| mark.1 == source.span.0 && start <= mark.0);
        let owns = self.page.letters[source.span.0..source.span.1].first() == Some(&'的');
        match mark {
            Some(mark) if owns && !self.page.ends_like_speech(*mark) => {
                Source { span: (self.past_lead((self.clause_start(start, mark.0), mark.0)), source.span.1), ..source }
            }
            _ => source,
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
            if source.is_some() {
                return source;
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
        let inside = self.inside((begin, clause.1));
        // 统计局公布的数据: the paper is meant
        if let Some(paper) = inside.last().filter(|last| last.head == Head::Paper && last.end == clause.1)
            && self.letters((begin, paper.start)).iter().rev().take(4).any(|letter| *letter == '的')
        {
            return Some(Source { span: (self.past_verb(begin, paper.start), paper.end), mention: Some(*paper) });
        }
        for (number, mention) in inside.iter().enumerate().take(MENTIONS) {
            let rest = past_brackets(self.letters((mention.end, clause.1)));
            if stands_in_brackets(rest) {
                continue;
            }
            let joined =
                inside.get(number + 1).is_some_and(|next| self.touch(*mention, *next) && next.head != Head::Pronoun);
            // 王明的律师: the lawyer is meant; but not in 王明的回答
            if rest.first() == Some(&'的') && rest.len() > 1 || joined && !self.is_personal(*mention) {
                continue;
            }
            if self.is_object(begin, *mention)
                || !self.goes_on(*mention, rest, number + 1 == inside.len())
                || self.stands_in_office(*mention, &inside[number + 1..])
            {
                continue;
            }
            let (end, mention) = self.with_partner(*mention, &inside[number + 1..]);
            let mention = &mention;
            let end = end + self.latin_behind(*mention, clause.1);
            let whole = mention.end - begin <= LONGEST && mention.head != Head::Pronoun;
            let start = if whole { self.past_verb(begin, mention.start) } else { mention.start };
            return Some(Source { span: (start, end), mention: Some(*mention) });
        }
        None
    }

    /// Where the words for several end, and their last mention: 家长和老师, 医院及其律师.
    fn with_partner(&self, mention: Mention, behind: &[Mention]) -> (usize, Mention) {
        let general = |mention: &Mention| matches!(mention.head, Head::Title | Head::Body);
        let joins = |next: &&Mention| {
            general(next) && matches!(self.letters((mention.end, next.start)), ['和' | '及' | '与'] | ['以', '及'])
        };
        let partner = behind.first().filter(joins).filter(|_| general(&mention));
        partner.map_or((mention.end, mention), |partner| (partner.end, *partner))
    }

    /// How many Latin letters name a body or an officer behind the word for it: 网络安全厂商Red Hat.
    fn latin_behind(&self, mention: Mention, end: usize) -> usize {
        let named = matches!(mention.head, Head::Title | Head::Body);
        if named { latin_length(self.letters((mention.end, end))) } else { 0 }
    }

    /// Where the words for a source begin behind a verb: 《晨报》发表了[王明的来信], 便有[多位同行].
    fn past_verb(&self, begin: usize, head: usize) -> usize {
        let before = self.letters((begin, head));
        let there = |at: usize| {
            let counts = || self.words.longest(&before[at + 1..], Classes::COUNTING).is_some();
            let done = before[at] == '了' && at + 2 < before.len() && !matches!(before[at + 1], '解' | '结' | '不');
            done || before[at] == '有' && at > 0 && counts()
        };
        // 她接到[老师的通知]
        let taken =
            |at: usize| matches!(before[at - 1..=at], ['接' | '收' | '看' | '拿', '到']) && at + 1 < before.len();
        (1..before.len()).rev().find(|at| there(*at) || taken(*at)).map_or(begin, |at| begin + at + 1)
    }

    /// Whether nothing but a space parts two mentions: 主席 Ada Hill.
    fn touch(&self, mention: Mention, next: Mention) -> bool {
        next.start >= mention.end && self.letters((mention.end, next.start)).iter().all(|letter| *letter == ' ')
    }

    /// Whether a mention is a pronoun that owns nothing: 他, but not 其工作室.
    fn is_personal(&self, mention: Mention) -> bool {
        mention.head == Head::Pronoun && self.letters((mention.start, mention.end)) != ['其']
    }

    /// 提起老支书，…: whether a clause only tells what the talk is about.
    pub fn is_topic(&self, (start, end): Span) -> bool {
        let letters = self.letters((start, end));
        let lead = letters.iter().take_while(|letter| letter.is_whitespace() || **letter == '”').count();
        let topic = self.words.longest(&letters[lead..], Classes::TOPIC).is_some();
        topic && self.page.letters.get(end).is_some_and(|next| is_comma(*next))
    }

    /// The person a clause begins with, as its subject or as the owner of it: 男人的声音.
    pub fn opening_person(&self, clause: Span) -> Option<Source> {
        if self.is_topic(clause) {
            return None;
        }
        let begin = self.past_lead(clause);
        // 认为…: what somebody else says
        self.words.longest(self.letters((begin, clause.1)), Classes::SAYING).is_none().then_some(())?;
        let mut inside = self.inside((begin, clause.1)).iter().peekable();
        let mut mention = *inside.next()?;
        while let Some(next) = inside.next_if(|next| self.touch(mention, **next)) {
            mention = *next;
        }
        let owns = self.page.letters.get(mention.end) == Some(&'的') && mention.start - begin <= LONGEST_PLAIN;
        let source = if owns && !self.is_object(begin, mention) {
            Source { span: (begin, mention.end), mention: Some(mention) }
        } else {
            self.subject(clause)?
        };
        let mention = source.mention?;
        matches!(mention.head, Head::Person(_) | Head::Pronoun | Head::Title).then_some(source)
    }

    /// Whether a mention of a clause is no subject: 对王明, but not 在工厂工作的王明.
    fn is_object(&self, begin: usize, mention: Mention) -> bool {
        let before = self.letters((begin, mention.start));
        let owned = before.iter().rposition(|letter| *letter == '的').map_or(0, |at| at + 1);
        let before = &before[owned..];
        // 委员会共同主席: what belongs to the title
        let before = &before[..before.len() - self.words.longest_at_end(before, Classes::RANK).unwrap_or(0)];
        // 在社交平台: for what is no name the preposition may stand farther away
        let near = before.len().saturating_sub(PREPOSED);
        // 共同 holds no 同
        let inside = |at: usize| at > 0 && self.words.at(&before[at - 1..]).any(|(length, _)| length > 1);
        let is_preposition = |at: usize| {
            !inside(at)
                && self.words.at(&before[at..]).next().is_some_and(|(_, classes)| classes.any(Classes::PREPOSITION))
                && self.mention_at(begin + owned + at).is_none()
        };
        if !matches!(mention.head, Head::Person(_) | Head::Pronoun) && (near..before.len()).any(is_preposition) {
            return true;
        }
        let titled = before.iter().rposition(|letter| *letter == '《').filter(|_| before.last() == Some(&'》'));
        let close = &before[..titled.unwrap_or(before.len())];
        let opens = self.words.at(before).next().is_some_and(|(_, classes)| classes.any(Classes::PREPOSITION));
        // 顾问王明: the last letter of a title is no preposition
        let titled = mention.start.checked_sub(1).and_then(|last| self.mention_at(last)).is_some();
        opens || !titled && self.words.longest_at_end(close, Classes::PREPOSITION.and(Classes::JOINT)).is_some()
    }

    /// 欧盟负责竞争事务的副主席玛格丽特·林德: a word that belongs to the office of somebody named behind it.
    fn stands_in_office(&self, mention: Mention, behind: &[Mention]) -> bool {
        if mention.head == Head::Pronoun {
            return false;
        }
        let Some(at) = behind.iter().position(|other| matches!(other.head, Head::Person(_))) else { return false };
        let named = behind[at].start;
        let titled =
            behind[..at].last().is_some_and(|title| title.head == Head::Title && self.touch(*title, behind[at]));
        let between = self.letters((mention.end, named));
        let owned = between.iter().rposition(|letter| *letter == '的').map_or(0, |at| at + 1);
        // 青山家用电器总经理王明: what was read as a name is a firm's; but 司机黄伟搭载乘客潘先生
        let is_person = matches!(mention.head, Head::Person(_));
        let holds_office = self.words.longest_at_end(&self.page.letters[..mention.start], Classes::TITLE).is_some();
        let bodies = behind[..at].iter().all(|other| matches!(other.head, Head::Title | Head::Body));
        let acts = between.first().is_some_and(|first| ACTS.contains(*first));
        if is_person && (holds_office || !bodies || between.len() < 3 || acts) {
            return false;
        }
        let says = Classes::SAYING.and(Classes::PREPOSITION);
        let does = Classes::ACT.and(Classes::JOINT).and(Classes::TELLING);
        // 问题 holds no 问, 家用 no 用
        let is_verb = |at: usize| {
            let word = self.words.at(&between[at..]).next();
            word.is_some_and(|(length, word)| word.any(says) || is_person && length > 1 && word.any(does))
        };
        titled && !(owned..between.len()).any(is_verb)
    }

    /// Whether what follows a mention lets it be a subject.
    fn goes_on(&self, mention: Mention, rest: &[char], last: bool) -> bool {
        match mention.head {
            Head::Pronoun if self.letters((mention.start, mention.end)) == ['其'] => self.words.begins_a_verb(rest),
            // 华盛顿居民: whoever lives there
            Head::Person(_) => rest.first() != Some(&'、') && !self.names_a_place(rest),
            Head::Pronoun => rest.first() != Some(&'、'),
            Head::Title | Head::Body | Head::Paper => {
                // 网络安全厂商Red Hat
                let rest = &rest[latin_length(rest)..];
                let rest = rest.strip_prefix(&[' ']).unwrap_or(rest);
                if rest.first() == Some(&'的') && rest.len() > 1 {
                    return false;
                }
                // 委员会联合主席: the chair is meant
                let ranked = &rest[self.words.longest(rest, Classes::RANK).unwrap_or(0)..];
                let of_it = self.words.at(ranked).any(|(_, classes)| classes.any(Classes::TITLE.and(Classes::BODY)));
                let written = mention.head == Head::Paper && matches!(rest.first(), Some('上' | '中' | '里'));
                // 办 is more than an office, 处于 no place
                let short = mention.end - mention.start == 1;
                let goes_on = rest.is_empty()
                    || last && !short
                    || !(short && rest.first() == Some(&'于')) && self.words.begins_a_verb(rest);
                written || !of_it && !rest.starts_with(&['有', '关']) && goes_on
            }
        }
    }

    /// Whether a word for many people stands right behind a name: 华盛顿居民.
    fn names_a_place(&self, rest: &[char]) -> bool {
        self.words.longest(rest, Classes::GENERAL).is_some_and(|length| {
            let behind = &rest[length..];
            self.words.longest(rest, Classes::HONOUR).is_none() && self.words.begins_a_verb(behind)
        })
    }

    /// 网友“小鱼干”: a name in quotation marks between a title and a cue.
    fn quoted_name(&self, start: usize, begin: usize, cue: usize) -> Option<Source> {
        let mark = *self.page.marks.get(self.page.marks.partition_point(|mark| mark.1 < begin))?;
        let trimmed = self.trim_tail((begin, cue));
        if mark.1 != begin || trimmed > begin || mark.0 < start || self.page.ends_like_speech(mark) {
            return None;
        }
        // “鹅腿阿姨”则表示…
        let opens = mark.0 == start || is_pause(self.page.letters[mark.0 - 1]);
        if opens && mark.1 - mark.0 <= LONGEST_PLAIN && begin < cue {
            return Some(Source { span: mark, mention: None });
        }
        let title = self.words.longest_at_end(self.letters((start, mark.0)), Classes::TITLE)?;
        Some(Source { span: (mark.0 - title, mark.1), mention: None })
    }

    /// Words that no list has, where they are few: 青山集团旗下.
    fn plain(&self, clause: Span) -> Option<Source> {
        let begin = self.past_lead(clause);
        let end = self.trim_tail((begin, clause.1));
        let end = end - self.letters((begin, end)).iter().rev().take_while(|letter| **letter == ' ').count();
        let inside = self.letters((begin, end));
        // T-Mobile, Red Hat
        let joins = |at: usize| {
            let beside = |at: Option<usize>| at.and_then(|at| inside.get(at)).is_some_and(|c| is_latin(*c));
            matches!(inside[at], ' ' | '-' | '.' | '&') && beside(at.checked_sub(1)) && beside(Some(at + 1))
        };
        let is_part =
            |at: usize| is_han(inside[at]) || is_latin(inside[at]) || inside[at].is_ascii_digit() || inside[at] == '·';
        let is_word = (0..inside.len()).all(|at| is_part(at) || joins(at));
        let verb = Classes::PREPOSITION.and(Classes::SAYING);
        let holds_verb = (0..inside.len()).any(|at| self.words.longest(&inside[at..], verb).is_some());
        let short = (2..=LONGEST_PLAIN).contains(&inside.len()) || inside.iter().all(|letter| !is_han(*letter));
        let acts = inside.iter().any(|letter| PREDICATES.contains(*letter));
        let fits = short && inside.len() >= 2 && is_word && !holds_verb && !acts;
        fits.then_some(Source { span: (begin, end), mention: None })
    }

    /// Where a clause begins behind its times, places and joining words.
    pub fn past_lead(&self, (start, end): Span) -> usize {
        let mut at = start;
        while at < end {
            let rest = self.letters((at, end));
            let first = rest[0];
            let lead = self.words.longest(rest, Classes::LEAD);
            // 有人: a word of its own, and no 有
            let pronoun = self.mention_at(at).filter(|mention| mention.head == Head::Pronoun);
            if pronoun.is_some_and(|mention| lead.is_none_or(|length| length <= mention.end - at)) {
                break;
            }
            if first.is_whitespace() || matches!(first, '”' | '—' | '）' | ')' | '　' | '•') {
                at += 1;
            } else if let Some(length) = lead {
                at += length;
            } else if let Some(length) =
                dateline_length(rest).or_else(|| date_length(rest)).or_else(|| self.place_length(at, rest))
            {
                at += length;
            } else {
                break;
            }
        }
        at
    }

    /// 在接受采访时, 在会上; nobody is named in it.
    fn place_length(&self, at: usize, rest: &[char]) -> Option<usize> {
        place_length(rest).filter(|length| {
            let names = self.inside((at, at + length)).iter().any(|mention| matches!(mention.head, Head::Person(_)));
            !names && self.mention_at(at + length - 1).is_none_or(|mention| mention.end == at + length)
        })
    }

    /// The mention that a letter belongs to.
    fn mention_at(&self, at: usize) -> Option<Mention> {
        let number = self.mentions.partition_point(|mention| mention.end <= at);
        self.mentions.get(number).copied().filter(|mention| mention.start <= at)
    }

    /// Where a clause ends before its adverbs and the words on the place and the time of saying.
    fn trim_tail(&self, (start, end): Span) -> usize {
        let mut end = end;
        while end > start {
            let letters = self.letters((start, end));
            let word = self.words.longest_at_end(letters, Classes::TAIL);
            let digits = letters.iter().rev().take_while(|letter| letter.is_ascii_digit()).count();
            let place = || {
                let last = *letters.last()?;
                let closes = matches!(last, '上' | '中' | '时' | '里' | '后' | '间' | '下');
                let opens = letters.iter().rposition(|letter| matches!(letter, '在' | '于'));
                opens.filter(|at| *at > 0 && (closes || letters.len() - at <= 9)).map(|at| letters.len() - at)
            };
            let bracket = || {
                matches!(letters.last(), Some('）' | ')')).then_some(())?;
                let opens = letters.iter().rposition(|letter| matches!(letter, '（' | '('))?;
                (opens > 0).then_some(letters.len() - opens)
            };
            let listener = || letters.iter().rposition(|letter| matches!(letter, '向' | '对' | '就' | '给'));
            let means = || letters.windows(2).rposition(|pair| pair == ['通', '过']);
            let short = |at: usize| (at > 0 && letters.len() - at <= LONGEST_TAIL).then_some(letters.len() - at);
            let told = || listener().and_then(short);
            let through = || means().and_then(short);
            match word.or((digits > 0).then_some(digits)).or_else(bracket).or_else(place).or_else(told).or_else(through)
            {
                Some(length) if length > 0 => end -= length,
                _ => break,
            }
        }
        end
    }

    /// A mention as the subject of its clause, so that a pronoun behind may mean it.
    pub fn as_subject(&self, mention: Mention) -> Option<Source> {
        let before = &self.page.letters[..mention.start];
        let near = before.len().saturating_sub(LONGEST);
        let pause = before[near..].iter().rposition(|letter| is_pause(*letter) || *letter == QUOTED);
        let begin = pause.map_or(near, |at| near + at + 1);
        let clause_end =
            mention.end + self.page.letters[mention.end..].iter().take(LONGEST).take_while(|c| !is_end(**c)).count();
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

/// The length of the Latin words that a stretch begins with.
fn latin_length(letters: &[char]) -> usize {
    let length =
        letters.iter().take_while(|letter| is_latin(**letter) || matches!(letter, ' ' | '.' | '-' | '&')).count();
    let words = &letters[..length];
    if words.first().is_some_and(|first| is_latin(*first)) {
        words.iter().rposition(|c| *c != ' ').map_or(0, |at| at + 1)
    } else {
        0
    }
}

/// What stands behind the words in brackets that a stretch begins with: 统计局（以下简称局）的数据.
fn past_brackets(letters: &[char]) -> &[char] {
    let opens = matches!(letters.first(), Some('（' | '('));
    let end = letters.iter().position(|letter| matches!(letter, '）' | ')')).filter(|_| opens);
    let behind = end.map_or(letters, |end| &letters[end + 1..]);
    let space = behind.iter().take_while(|letter| **letter == ' ').count();
    &behind[space..]
}

/// Whether what stands before these letters stands in brackets that they close.
fn stands_in_brackets(letters: &[char]) -> bool {
    letters.iter().find(|letter| "（()）".contains(**letter)).is_some_and(|bracket| matches!(bracket, '）' | ')'))
}

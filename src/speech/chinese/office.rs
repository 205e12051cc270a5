//! Words before and behind a mention that belong to it: its office, its partner, its Latin name.

use super::latin::is_latin;
use super::mentions::{Head, Mention};
use super::sources::Sources;
use super::words::{Classes, is_han};

/// What somebody who was named does, in a letter.
const ACTS: &str = "是在对向和与跟同说把将被请让给从也还则都又曾已正就";

/// The most letters of an office between the body it belongs to and who holds it.
const LONGEST_OFFICE: usize = 16;

/// The most letters of what a meeting is on: 中央经济工作会议.
const TOPIC: usize = 6;

/// What no name of an office holds.
const OFFICELESS: Classes = Classes::SAYING
    .and(Classes::REMARK)
    .and(Classes::PREPOSITION)
    .and(Classes::ACT)
    .and(Classes::TAIL)
    .and(Classes::PRONOUN);

impl Sources<'_, '_> {
    /// 使馆新闻和公共事务处负责人: whether a title stands behind two parts of one body that a joint parts.
    pub fn shares_office(&self, begin: usize, mention: Mention) -> bool {
        let before = self.letters((begin, mention.start));
        let Some(joint) = before.iter().rposition(|letter| matches!(letter, '和' | '与' | '及')) else {
            return false;
        };
        let Some(body) = self.inside((begin, begin + joint)).last().filter(|body| body.head == Head::Body) else {
            return false;
        };
        let plain = |from: usize, to: usize| {
            (from..to).all(|at| self.words.longest(&before[at..to], OFFICELESS).is_none_or(|length| length < 2))
        };
        let parted = begin + joint > body.end;
        mention.head == Head::Title && parted && plain(body.end - begin, joint) && plain(joint + 1, before.len())
    }

    /// 欧盟负责竞争事务的副主席玛格丽特·林德: a word that belongs to the office of somebody named behind it.
    pub fn stands_in_office(&self, mention: Mention, behind: &[Mention]) -> bool {
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
        // 问题 and 顾问 hold no 问, 家用 no 用
        let mut at = owned;
        let mut verbs = false;
        while at < between.len() {
            let word = self.words.at(&between[at..]).next();
            // 感染与免疫中心
            let joins =
                at >= 2 && matches!(between[at], '与' | '和' | '及') && word.is_some_and(|(length, _)| length == 1);
            let word = word.filter(|_| !joins);
            verbs |= word.is_some_and(|(length, word)| word.any(says) || is_person && length > 1 && word.any(does));
            at += word.map_or(1, |(length, _)| length);
        }
        titled && !verbs
    }

    /// 交警支队未央大队办公室民警: whether nothing but words of an office stands between a body and whoever a clause
    /// ends with.
    pub fn leads_to_officer(&self, body: Mention, last: Option<&Mention>, end: usize) -> bool {
        let Some(officer) = last.filter(|last| last.head == Head::Title && last.end > body.end) else { return false };
        let between = self.letters((body.end, officer.start));
        let acts = |at: usize| {
            let word = self.words.at(&between[at..]).find(|(_, classes)| classes.any(OFFICELESS));
            word.is_some_and(|(length, classes)| length > 1 || classes.any(Classes::PREPOSITION.and(Classes::PRONOUN)))
        };
        let plain = between.len() <= LONGEST_OFFICE && !between.contains(&'的') && !(0..between.len()).any(acts);
        plain && self.trim_tail((officer.start, end)) == officer.end
    }

    /// Whether a body is but the first word of a meeting: 中央经济工作会议.
    pub fn is_meeting_of(&self, body: Mention, meeting: Mention) -> bool {
        let bodies = body.head == Head::Body && meeting.head == Head::Body;
        let between = self.letters((body.end, meeting.start.max(body.end)));
        let plain = between.len() <= TOPIC && between.iter().all(|letter| is_han(*letter) && *letter != '的');
        let acts = self.words.at(between).next().is_some_and(|(_, classes)| classes.any(OFFICELESS));
        bodies && plain && !acts && self.letters((meeting.start, meeting.end)).ends_with(&['会', '议'])
    }

    /// Where the words for several end, and their last mention: 家长和老师, 医院及其律师.
    pub fn with_partner(&self, mention: Mention, behind: &[Mention]) -> (usize, Mention) {
        let general = |mention: &Mention| matches!(mention.head, Head::Title | Head::Body);
        let joins = |next: &&Mention| {
            general(next) && matches!(self.letters((mention.end, next.start)), ['和' | '及' | '与'] | ['以', '及'])
        };
        let partner = behind.first().filter(joins).filter(|_| general(&mention));
        partner.map_or((mention.end, mention), |partner| (partner.end, *partner))
    }

    /// How many Latin letters name a body or an officer behind the word for it: 网络安全厂商Red Hat.
    pub fn latin_behind(&self, mention: Mention, end: usize) -> usize {
        let named = matches!(mention.head, Head::Title | Head::Body);
        if named { latin_length(self.letters((mention.end, end))) } else { 0 }
    }
}

/// The length of the Latin words that a stretch begins with.
pub(super) fn latin_length(letters: &[char]) -> usize {
    let length =
        letters.iter().take_while(|letter| is_latin(**letter) || matches!(letter, ' ' | '.' | '-' | '&')).count();
    let words = &letters[..length];
    if words.first().is_some_and(|first| is_latin(*first)) {
        words.iter().rposition(|c| *c != ' ').map_or(0, |at| at + 1)
    } else {
        0
    }
}

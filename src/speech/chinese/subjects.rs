//! Whether a mention can be the subject of its clause: no object before it, and a verb behind.

use super::latin::is_latin;
use super::mentions::{Head, Mention};
use super::office::latin_length;
use super::page::{Span, is_comma};
use super::sources::Sources;
use super::words::{Classes, Words, is_han};

/// How far before a title or a body a preposition may stand, in letters.
const PREPOSED: usize = 8;

/// How far behind somebody who is spoken to the word of saying may begin, in letters.
const SPEAKS: usize = 6;

/// Letters of verbs that stand right before him or her to whom it is done.
const DONE_TO: &str = "嫌怪骂劝帮陪催逼拦求怨夸哄吓赶接送带领教认爱恨疼骗瞒瞪盯等找喊叫扶抱拉救养护";

impl Sources<'_, '_> {
    /// Whether a mention of a clause is no subject: 对王明, but not 在工厂工作的王明.
    pub(super) fn is_object(&self, begin: usize, mention: Mention) -> bool {
        let before = self.letters((begin, mention.start));
        // “…”等文章; 被王明告到法院
        let thing = matches!(mention.head, Head::Title | Head::Body | Head::Paper);
        if thing
            && matches!(before.first(), Some('等' | '被' | '就'))
            && self.words.at(before).all(|(length, _)| length == 1)
        {
            return true;
        }
        // 便来到大儿子家: where somebody went
        let goes = |pair: &[char]| matches!(pair, ['来' | '赶' | '走' | '跑' | '回' | '送', '到']);
        if thing && before.windows(2).any(goes) && !before.contains(&'的') {
            return true;
        }
        // 征得老人同意后, 经居民许可: whose leave was asked
        let leave = self.letters((mention.end, mention.end + 2));
        let asked = matches!(before, ['征', '得' | '求', ..] | ['取', '得', ..] | ['得', '到', ..]);
        if (asked || self.letters((begin.saturating_sub(1), mention.start)).starts_with(&['经']))
            && matches!(leave, ['同', '意'] | ['许', '可'] | ['允', '许'] | ['批', '准'] | ['授', '权'])
        {
            return true;
        }
        // 发微博称
        if mention.head == Head::Paper && matches!(before, [.., '发' | '刷']) {
            return true;
        }
        if self.is_spoken_to(begin, mention) {
            return true;
        }
        // 嫌她丢人: whom somebody does something to
        let one = matches!(self.letters((mention.start, mention.end)), ['他' | '她' | '它', ..]);
        if one && before.last().is_some_and(|last| DONE_TO.contains(*last)) {
            return true;
        }
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
        // 他赞扬了外长王明, 见市长王明走来
        let done = (0..before.len()).any(|at| {
            let verb = self.words.longest(&before[at..], Classes::DOING).filter(|length| *length > 1);
            verb.is_some_and(|length| before.get(at + length) == Some(&'了'))
        });
        let seen = before.first() == Some(&'见') && self.words.at(before).all(|(length, _)| length == 1);
        // 以总理内塔尼亚胡: 以 is short for a country
        let land = before == ['以']
            && mention.head == Head::Title
            && self.words.classes_of(self.letters((mention.start, mention.end))).any(Classes::OFFICIAL);
        (opens && !land)
            || done
            || seen
            || !titled && self.words.longest_at_end(close, Classes::PREPOSITION.and(Classes::JOINT)).is_some()
    }

    /// …，对身后的记者说; 对一名戴帽子的男孩说: whether somebody is spoken to, whatever the words before 的 tell of them.
    fn is_spoken_to(&self, begin: usize, mention: Mention) -> bool {
        let before = self.letters((begin, mention.start));
        let says = || {
            let far = self.letters((mention.end, self.page.letters.len().min(mention.end + SPEAKS)));
            (0..far.len()).any(|at| self.words.longest(&far[at..], Classes::SAYING.and(Classes::REMARK)).is_some())
        };
        // 在饭桌上冲她吼：“…”
        if before.ends_with(&['冲']) {
            return says();
        }
        let Some(('对' | '對' | '向' | '朝' | '冲' | '衝' | '跟', told)) = before.split_first() else {
            return false;
        };
        let Some(described) = told.strip_suffix(&['的']) else { return false };
        let counted = self.words.longest(described, Classes::COUNTING).is_some();
        let goes_on = begin.checked_sub(1).is_some_and(|pause| is_comma(self.page.letters[pause]));
        // 对补偿不满的村民: what somebody thinks of something
        let thinks = described.windows(2).any(|pair| {
            matches!(
                pair,
                ['不', '满' | '解' | '滿']
                    | ['负' | '負', '责' | '責']
                    | ['熟' | '知', '悉' | '情']
                    | ['了', '解']
                    | ['关', '注' | '心']
                    | ['感', '兴' | '到']
                    | ['好', '奇']
                    | ['失', '望']
                    | ['有', '意' | '所']
            )
        });
        (counted || goes_on) && !thinks && says()
    }

    /// Whether what follows a mention lets it be a subject.
    pub(super) fn goes_on(&self, mention: Mention, rest: &[char], last: bool) -> bool {
        match mention.head {
            Head::Pronoun if self.letters((mention.start, mention.end)) == ['其'] => self.words.begins_a_verb(rest),
            // 华盛顿居民: whoever lives there
            // 王明这场比赛的表现: what he did
            Head::Person(_) => rest.first() != Some(&'、') && !self.names_a_place(rest) && !is_owned(rest),
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
                    || acts_in_a_way(rest)
                    || !(short && rest.first() == Some(&'于')) && self.words.begins_a_verb(rest);
                written || !of_it && !rest.starts_with(&['有', '关']) && goes_on
            }
        }
    }

    /// Where the word stands behind which a clause tells what somebody is: 是, 当起了.
    pub(super) fn copula(&self, (begin, end): Span) -> Option<usize> {
        let letters = &self.page.letters[..end];
        (begin..end).find(|at| match letters[*at..] {
            ['当', '起' | '上' | '了', ..] | ['担', '任', ..] | ['成', '为' | '了', ..] => true,
            // 是一名实习生先发现了: who does it, and no copula
            ['是', ..] => {
                let opens = *at == begin && self.words.longest(&letters[at + 1..], Classes::COUNTING).is_some();
                let joined =
                    letters[begin..*at].last().is_some_and(|before| "于但可还只正总都就若要".contains(*before));
                !opens && !joined
            }
            _ => false,
        })
    }

    /// Whether a word for many people stands right behind a name: 华盛顿居民.
    fn names_a_place(&self, rest: &[char]) -> bool {
        self.words.longest(rest, Classes::GENERAL).is_some_and(|length| {
            let behind = &rest[length..];
            self.words.longest(rest, Classes::HONOUR).is_none() && self.words.begins_a_verb(behind)
        })
    }
}

/// Whether letters tell of something of whoever is named before them: 这场比赛的表现, but not 这样说的话.
fn is_owned(letters: &[char]) -> bool {
    let this = matches!(letters, ['这' | '那', next, ..] if !"样么里时次下边会才就也都不".contains(*next));
    this && letters.iter().rposition(|letter| *letter == '的').is_some_and(|of| of + 1 < letters.len())
}

/// Whether letters open with the way in which somebody does something: 友善地拍了拍…; but 当地, 基地 and the like are places.
fn acts_in_a_way(letters: &[char]) -> bool {
    let way = letters.iter().take(6).take_while(|letter| is_han(**letter)).position(|letter| *letter == '地');
    way.is_some_and(|at| at > 1 && !"在当各工基产营外本内土场阵草湿原异实".contains(letters[at - 1]))
}

impl Words {
    /// Whether what a body or an officer does begins with these letters.
    pub fn begins_a_verb(&self, rest: &[char]) -> bool {
        // 应急办 holds no 应
        let noun = Classes::NO_CUE.and(Classes::TITLE).and(Classes::BODY);
        let longest = self.at(rest).next();
        // 教育局, 审计署
        let office = |length: usize| match rest.get(length..) {
            Some(['局' | '厅' | '署', next, ..]) => !matches!(next, '面' | '势' | '名'),
            Some(['部', next, ..]) => !matches!(next, '队' | '分' | '落' | '署' | '件' | '下'),
            _ => false,
        };
        let is_noun = |length, classes: Classes| office(length) || classes.any(noun) && !classes.any(VERBS);
        if longest.is_some_and(|(length, classes)| length > 1 && is_noun(length, classes)) {
            return false;
        }
        rest.first().is_none_or(|first| !is_han(*first) && !is_latin(*first) && !matches!(first, '、' | '·'))
            || self.at(rest).any(|(_, classes)| classes.any(VERBS))
    }
}

/// What may follow a subject.
const VERBS: Classes = Classes::SAYING
    .and(Classes::REMARK)
    .and(Classes::TELLING)
    .and(Classes::JUDGING)
    .and(Classes::SHOWING)
    .and(Classes::TAIL)
    .and(Classes::ACT)
    .and(Classes::PREPOSITION)
    .and(Classes::JOINT);

//! The words of saying of a paragraph.

use super::extent::opens_a_task;
use super::latin::is_latin;
use super::mentions::{Head, Mention};
use super::page::{Page, QUOTED, Span, is_colon, is_comma, is_end, is_pause};
use super::telling::{calls_upon, latin_length, published, told_after};
use super::words::{Classes, Words, is_han};

/// How many letters those told may take: 告诉本报记者.
const TOLD: usize = 12;

/// How far before a noun the word stands that tells it is one: 作出的驳回通知.
const OWNED: usize = 6;

/// The most letters of those who are called upon: 呼吁有关部门，不要….
pub(super) const CALLED: usize = 6;

/// How far behind a bracket that opens a word of saying tells how something is called.
const BRACKETED: usize = 4;

/// How far before a demand the word stands that tells somebody follows it: 按对方要求.
const FOLLOWED: usize = 8;

/// How far before a noun the word stands that gives it: 给予了很高的评价.
const GIVEN: usize = 6;

/// The longest name of a paper that is told something: 告诉时代财经.
const TOLD_NAME: usize = 8;

#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    pub start: usize,
    /// With what belongs to it, and with those who are told.
    pub end: usize,
    pub classes: Classes,
}

impl Cue {
    pub fn span(self) -> Span {
        (self.start, self.end)
    }
}

/// Whether speech may begin at a letter: behind a comma, a colon, or in quotation marks.
pub(super) fn introduces(letter: Option<&char>) -> bool {
    letter.is_some_and(|letter| is_comma(*letter) || is_colon(*letter) || *letter == QUOTED)
}

const CUES: Classes = Classes::SAYING
    .and(Classes::REMARK)
    .and(Classes::TELLING)
    .and(Classes::SHOWING)
    .and(Classes::JUDGING)
    .and(Classes::NO_CUE);

/// The cues of a stretch, in order.
pub(super) fn find(page: &Page<'_>, words: &Words, (start, end): Span, mentions: &[Mention]) -> Vec<Cue> {
    let letters = &page.letters[..end];
    let mut papers = mentions.iter().filter(|mention| mention.head == Head::Paper).peekable();
    let mut mentions = mentions.iter().filter(|mention| mention.head != Head::Paper).peekable();
    let mut found = Vec::new();
    let mut at = start;
    // where the last mention ended
    let mut named = start;
    let mut person = false;
    while at < end {
        while mentions.next_if(|mention| mention.end <= at).is_some() {}
        while papers.next_if(|paper| paper.start < at).is_some() {}
        // 【晨报报道 记者王明】
        if letters[at] == '【' {
            let end = letters[at..].iter().take(TOLD * 2).position(|letter| *letter == '】');
            at += end.map_or(1, |end| end + 1);
            continue;
        }
        if let Some(mention) = mentions.peek().filter(|mention| mention.start <= at) {
            at = mention.end;
            named = at;
            person = matches!(mention.head, Head::Person(_));
            continue;
        }
        let points = page.is_traditional || named < at && letters.get(at + 1).is_some_and(|next| is_comma(*next));
        if points && points_out(words, letters, start, at, named) {
            found.push(Cue { start: at, end: at + 1, classes: Classes::SAYING });
            at += 1;
            continue;
        }
        // 发布警情通报：…
        if let Some(colon) = published(words, letters, at) {
            found.push(Cue { start: at, end: colon, classes: Classes::SAYING });
            at = colon;
            continue;
        }
        // 老人叹气道：“…”
        if letters[at] == '道' && at > start && closes_with_way(words, letters, start, at) {
            found.push(Cue { start: at, end: at + 1, classes: Classes::REMARK });
            at += 1;
            continue;
        }
        // 报道称: the report says it; 判决书写道: no 判决; 公司发布声明。声明称: no 声明称
        let opens = letters[start..at].last().is_none_or(|before| is_end(*before));
        let says = |paper: &Mention| matches!(letters.get(paper.end), Some('称' | '说' | '还' | '指'));
        let reports = matches!(letters[at], '报' | '分') || opens;
        let paper = papers.next_if(|paper| paper.start == at);
        if let Some(paper) = paper.filter(|paper| paper.end > at + 2 || reports && says(paper)) {
            at = paper.end;
            continue;
        }
        let Some((length, classes)) = words.at(&letters[at..]).find(|(_, classes)| classes.any(CUES)) else {
            at += 1;
            continue;
        };
        // 他说完全没有，她说明天出发: the word of saying is the first letter alone
        let parted =
            length == 2 && matches!(letters[at], '说' | '称') && !matches!(letters[at + 1], '起' | '到' | '过');
        let (length, classes) = if parted && words.at(&letters[at + 1..]).any(|(length, _)| length > 1) {
            (1, words.classes_of(&letters[at..=at]))
        } else {
            (length, classes)
        };
        if classes.any(Classes::NO_CUE) && !classes.any(Classes::SAYING) {
            // 一位官员的话说: no 话说
            let owned = letters[at..].starts_with(&['话', '说']) && letters[start..at].last() == Some(&'的');
            at += if owned { 1 } else { length };
            continue;
        }
        // 接到群众投诉，…, 阻止顾客投诉，…: no words of theirs
        let clause = letters[start..at].iter().rev().take(FOLLOWED).take_while(|letter| !is_pause(**letter));
        let mut pairs = clause.clone().zip(clause.clone().skip(1)).map(|(last, first)| (first, last));
        let came = pairs.clone().any(|pair| matches!(pair, ('接' | '收', '到' | '获')));
        let received = came || pairs.any(|pair| matches!(pair, ('接', '报') | ('陆', '续')));
        // 住户向物业投诉，经理称…: whom they told, and not what
        let stands = letters[start..at].last() == Some(&'）') || person && named == at;
        let received = received || !stands || clause.clone().any(|letter| *letter == '向');
        if received && matches!(letters[at..], ['投', '诉', ..] | ['控', '诉', ..] | ['抗', '议', ..]) {
            at += length;
            continue;
        }
        // 收到注册通知，…: what came, and nobody who says it
        if came && letters[at..].starts_with(&['通', '知']) {
            at += length;
            continue;
        }
        // 距离公司宣布停产已过去半年: when it was, and no report
        let clause = letters[start..at].iter().rposition(|letter| is_pause(*letter)).map_or(start, |it| start + it + 1);
        let behind = letters[at + length..].iter().take_while(|letter| !is_pause(**letter));
        if letters[clause] == '距' && { behind }.any(|letter| matches!(letter, '已' | '过' | '仅' | '不' | '还'))
        {
            at += length;
            continue;
        }
        // 转发声明，…
        if letters[at] == '发' && letters[start..at].last() == Some(&'转') {
            at += length;
            continue;
        }
        // 江渡（又称青山）, 边走边介绍
        let aside = letters[start..at].iter().rev().take(BRACKETED).position(|letter| matches!(letter, '（' | '('));
        let aside = aside.is_some_and(|back| letters[at - back..at].iter().all(|letter| is_han(*letter)));
        let meanwhile = letters[start..at].last() == Some(&'边') && letters.get(at.wrapping_sub(2)) != Some(&'一');
        // 一边说一边收拾
        let meanwhile = meanwhile || letters[at + length..].starts_with(&['一', '边']);
        if aside || meanwhile {
            at += length;
            continue;
        }
        // 对妻子的承诺, 有关指控
        let owned = length > 1
            && matches!(
                letters[start..at],
                [.., '的' | '项' | '番'] | [.., '有' | '相', '关'] | [.., '任', '何'] | [.., '一', '切']
            );
        if owned && classes.any(Classes::SAYING) {
            at += length;
            continue;
        }
        // 予以否认，但…
        let behind = letters.get(at + length).is_some_and(|next| is_comma(*next));
        let quoted = letters.get(at + length + 1) == Some(&QUOTED);
        let near = letters[start..at].iter().rev().take(GIVEN).take_while(|letter| !is_pause(**letter)).count();
        let given = letters[at - near..at].windows(2).any(|pair| matches!(pair, ['给', '予'] | ['得' | '受', '到']));
        let given = given && length == 2 && !classes.any(Classes::SAYING);
        if behind && !quoted && (given || DONE.iter().any(|word| letters[start..at].ends_with(word))) {
            at += length;
            continue;
        }
        // 儿子几次劝父亲关店: a verb, for somebody is told
        let tells = classes.any(Classes::BIDDING) && mentions.peek().is_some_and(|it| it.start == at + length);
        if classes.any(Classes::REMARK) && !classes.any(Classes::SAYING) && !tells && is_noun(page, words, (start, at))
        {
            at += length;
            continue;
        }
        // 媒体报道中的描述
        let inside =
            matches!(letters[at + length..], ['中', '，' | '关' | '的' | '提' | '说' | '称' | '曾' | '还' | '也', ..]);
        if inside && length > 1 && letters[at] != '说' {
            at += length;
            continue;
        }
        // 按对方要求转账: what somebody follows
        let clause = letters[start..at].iter().rev().take(FOLLOWED).take_while(|letter| !is_pause(**letter));
        let followed = classes.any(Classes::CALLING) && !introduces(letters.get(at + length));
        if followed && clause.clone().count() > 1 && clause.clone().any(|letter| *letter == '按') {
            at += length;
            continue;
        }
        // 分享了治水的经验：先…: what is told behind the colon
        if let Some(colon) = told_after(letters, at + length)
            && classes.any(Classes::SAYING.and(Classes::REMARK))
        {
            found.push(Cue { start: at, end: colon, classes: Classes::SAYING });
            at = colon;
            continue;
        }
        // 还指出 holds no 还指, 回应指出 no 回应指
        if length > 1
            && letters[at + length - 1] == '指'
            && letters.get(at + length).is_some_and(|it| "出责控认".contains(*it))
        {
            at += length - 1;
            continue;
        }
        // 写到二十万字
        let reached = matches!(letters[at..], ['写' | '讲' | '谈' | '读', '到', ..]) && length < 3;
        if reached && !introduces(letters.get(at + 2)) {
            at += 2;
            continue;
        }
        let mut cue = Cue { start: at, end: at + length, classes };
        while let Some(more) = words.longest(&letters[cue.end..], Classes::SUFFIX)
            && words.longest(&letters[cue.end..], Classes::NO_CUE).is_none()
        {
            cue.end += more;
            cue.classes = cue.classes.and(Classes::SAYING);
        }
        if classes.any(Classes::TELLING) && !introduces(letters.get(cue.end)) {
            let clause = letters[cue.end..].iter().take_while(|letter| !is_pause(**letter) && **letter != QUOTED);
            let stop = cue.end + clause.take(TOLD).count();
            // 告诉记者: somebody must be told
            let ends = letters.get(stop).is_none_or(|next| is_pause(*next) || *next == QUOTED);
            let is_mention =
                ends && mentions.clone().take_while(|mention| mention.end <= stop).any(|mention| mention.end == stop);
            let latin = latin_length(&letters[cue.end..]);
            // “…，”他告诉老街报。: whoever that is
            let closes = || {
                !classes.any(Classes::CALLING)
                    && letters.get(stop).is_none_or(|next| is_end(*next))
                    && stands_behind_quoted(&letters[..cue.start])
                    && words.longest_at_end(&letters[cue.end..stop], Classes::SAYING).is_none()
            };
            // 王明告诉海湾新闻网，…
            let paper = || {
                let told = &letters[cue.end..stop];
                let named = told.len() > 3 && told.last().is_some_and(|last| "网报社台刊".contains(*last));
                classes.any(Classes::BIDDING)
                    && named
                    && told.iter().all(|letter| is_han(*letter))
                    && letters.get(stop).is_some_and(|next| is_comma(*next))
            };
            // 报警人告诉接警员嫌疑人已经逃走
            let told = mentions.clone().find(|mention| mention.start == cue.end).map(|mention| {
                // 劝父亲赵铁柱退休
                let named =
                    mentions.clone().find(|next| next.start == mention.end && matches!(next.head, Head::Person(_)));
                named.unwrap_or(mention).end
            });
            // 叮嘱在场的年轻干部常来看看
            let told = told.or_else(|| {
                let near = mentions.clone().find(|mention| mention.start > cue.end)?;
                let before = letters.get(cue.end..near.start).filter(|before| before.len() <= CALLED)?;
                let plain = (0..before.len()).all(|at| {
                    is_han(before[at]) && words.at(&letters[cue.end + at..]).all(|(_, it)| !it.any(NOBODY_TOLD))
                });
                (plain && matches!(near.head, Head::Title | Head::Body)).then_some(near.end)
            });
            let goes_on = |next: &char| is_han(*next) && !"的和及与、".contains(*next);
            let told = told.filter(|told| letters.get(*told).is_some_and(goes_on));
            // 市民告诉时代财经，…: whoever that is; but not 妈妈告诉孩子不要哭，…
            let told_of = || {
                (told.is_none() || named < at)
                    && matches!(letters[at..], ['告', '诉' | '知', ..])
                    && (3..=TOLD_NAME).contains(&(stop - cue.end))
                    && letters.get(stop).is_some_and(|next| is_comma(*next) || is_colon(*next))
                    && letters[cue.end..stop].iter().all(|letter| is_han(*letter) || is_latin(*letter))
            };
            // 告诉当年的自己“慢慢来”
            let oneself = || letters.get(stop) == Some(&QUOTED) && letters[cue.end..stop].ends_with(&['自', '己']);
            // 要求全力搜救船员，…: what is to be done, and nobody who is told
            let done = classes.any(Classes::CALLING) && opens_a_task(&letters[cue.end..]);
            // 提醒广大驾驶人，…
            let many = ends && matches!(letters[cue.end..stop], ['广', '大', _, ..] | ['各', '位', _, ..]);
            // 告诉《晨报》，…
            let titled = ends && letters[cue.end..stop].starts_with(&['《']) && letters[..stop].ends_with(&['》']);
            let is_mention = many || titled || is_mention && !done;
            if is_mention || latin > 0 || closes() || oneself() || paper() || told_of() {
                cue.end = if latin > 0 && !is_mention { cue.end + latin } else { stop };
                cue.classes = cue.classes.and(Classes::REMARK);
            } else if let Some(told) = told.filter(|_| classes.any(Classes::BIDDING)) {
                cue.end = told;
                cue.classes = cue.classes.and(Classes::SAYING);
            } else if classes.any(Classes::CALLING.and(Classes::URGING)) && calls_upon(letters, cue.end, stop) {
                // 呼吁市府，不要…
                cue.end = stop;
                cue.classes = cue.classes.and(Classes::SAYING);
            }
        }
        at = cue.end.max(at + 1);
        found.push(cue);
    }
    found
}

/// What does not stand in words for those who are told.
const NOBODY_TOLD: Classes = Classes::PREPOSITION.and(Classes::TAIL).and(Classes::PRONOUN).and(Classes::REMARK);

/// Words of doing behind which a word of saying is what is done: 予以否认.
const DONE: [[char; 2]; 7] =
    [['妄', '加'], ['作', '出'], ['做', '出'], ['予', '以'], ['加', '以'], ['给', '予'], ['遭', '到']];

/// 警方指有人受傷, 又指…: a word of saying where Chinese is written in traditional characters.
fn points_out(words: &Words, letters: &[char], start: usize, at: usize, named: usize) -> bool {
    let opens = letters[start..at].last().is_some_and(|before| {
        is_comma(*before) || matches!(before, '又' | '并' | '亦' | '还' | '上' | '时' | '后' | '则')
    });
    let goes_on = match letters.get(at + 1) {
        Some(
            '出' | '向' | '着' | '数' | '标' | '定' | '责' | '挥' | '示' | '导' | '控' | '认' | '点' | '令' | '明'
            | '望' | '的' | '甲',
        ) => false,
        Some(next) => is_han(*next) || is_latin(*next) || next.is_ascii_digit() || *next == QUOTED || is_comma(*next),
        None => false,
    };
    // 他日前指
    let mut subject = at;
    while let Some(length) = words.longest_at_end(&letters[named..subject], Classes::TAIL) {
        subject -= length;
    }
    letters[at] == '指'
        && goes_on
        && (opens || named == subject && at > start)
        && words.longest(&letters[at..], Classes::NO_CUE).is_none()
}

/// Whether 道 at a place says something: behind how it is said, beside a passage.
fn closes_with_way(words: &Words, letters: &[char], start: usize, at: usize) -> bool {
    const NOUNS: &str = "知味渠街通隧轨频人公管航国赛车河黄报铁一跑弯巷便厨力王霸同志难东权要门正孝茶拳柔剑书医佛传布出地水小大古栈索甬坡";
    let before = letters[at - 1];
    let announces = letters.get(at + 1).is_some_and(|next| is_colon(*next)) && letters.get(at + 2) == Some(&QUOTED);
    let closes = letters.get(at + 1).is_none_or(|next| is_end(*next) || is_comma(*next));
    is_han(before)
        && !NOUNS.contains(before)
        && words.longest(&letters[at..], Classes::NO_CUE).is_none()
        && (announces || closes && stands_behind_quoted(&letters[start..at]))
}

/// Whether a passage in quotation marks opens the clause that these letters end in.
fn stands_behind_quoted(letters: &[char]) -> bool {
    letters.iter().rev().take(TOLD).find(|letter| is_pause(**letter) || **letter == QUOTED) == Some(&QUOTED)
}

/// Whether a word of saying is a noun behind these letters: 这个建议, “过气”评论.
fn is_noun(page: &Page<'_>, words: &Words, span: Span) -> bool {
    let before = &page.letters[span.0..span.1];
    if before.last() == Some(&QUOTED) {
        let number = page.marks.partition_point(|mark| mark.1 < span.1);
        // 网友“小鱼干”称赞: who says it
        let names =
            |mark: &Span| words.longest_at_end(&page.letters[span.0.min(mark.0)..mark.0], Classes::TITLE).is_some();
        let mark = page.marks.get(number).filter(|mark| mark.1 == span.1);
        return mark.is_some_and(|mark| !page.ends_like_speech(*mark) && !names(mark));
    }
    let counted = match before {
        [.., number, unit] => {
            "次则封段番".contains(*unit) && "一二两三四五六七八九十几多这那该每某数".contains(*number)
        }
        _ => false,
    };
    let owned = counted || before.last().is_some_and(|last| "的条项份篇".contains(*last));
    // 作出的驳回通知
    let is_paper = page.letters.get(span.1..).is_some_and(|rest| words.longest(rest, Classes::PAPER).is_some());
    let mut near = before.iter().rev().take(OWNED).take_while(|letter| !is_pause(**letter));
    let owned = owned || is_paper && near.any(|letter| *letter == '的');
    // 应王明的要求，…; but 应急部要求，…
    let clause = before.iter().rev().take(TOLD).take_while(|letter| !is_pause(**letter)).count();
    let clause = &before[before.len() - clause..];
    let asked = clause.first() == Some(&'应') && words.at(clause).all(|(length, _)| length == 1);
    // 对于业主提出的赔偿要求，…
    let clause = clause.strip_prefix(&['而']).unwrap_or(clause);
    let about = matches!(clause, ['对' | '针' | '面' | '按' | '据' | '依' | '根', ..]) && clause.contains(&'的');
    let next = page.letters.get(span.1..).unwrap_or_default();
    let closes = (1..=2).any(|length| next.get(length).is_some_and(|next| is_comma(*next)));
    // 院方张贴通知，“…”
    let posted = matches!(before, [.., '张', '贴'] | [.., '贴' | '发' | '刊', '出'] | [.., '印', '发']);
    let owned = owned || posted;
    // 相关提问，…; 这种解释
    let kind = matches!(before, [.., '这' | '那' | '此' | '该', '种' | '类' | '些' | '番'] | [.., '相' | '有', '关']);
    let owned = owned || kind;
    owned || asked || about && closes || words.longest_at_end(before, Classes::POINTING).is_some()
}

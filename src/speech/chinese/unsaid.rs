//! Words of saying where nothing was said: 尚未宣布, 收到投诉, 质疑研究的可靠性.

use super::cues::Cue;
use super::mentions::Head;
use super::page::{QUOTED, Span, is_colon, is_comma, is_pause};
use super::paragraph::Paragraph;
use super::unmarked::asks;
use super::words::{Classes, is_number};

/// How far before its cue a word may stand that denies it.
const DENIED: usize = 8;

/// The most letters between a word of judging and the name of whom it praises: 大赞[替补门将]王明.
const PRAISED: usize = 4;

/// The most letters of what is called in question behind 的: 研究的可靠性.
const DOUBTED: usize = 4;

/// How far before a clause what is said of anybody may begin, in letters: 你说它好，….
const CLAUSE: usize = 12;

impl Paragraph<'_, '_> {
    /// Whether a cue in the clause that begins there, of a sentence that ends there, tells that nothing was said, or
    /// what should be said.
    pub(super) fn is_unsaid(&self, (clause, end): Span, cue: Cue, first: bool) -> bool {
        let letters = &self.page().letters;
        let Some(next) = letters.get(cue.end) else { return true };
        let comma = is_comma(*next) || is_colon(*next);
        let bare = !comma && *next != QUOTED;
        if self.is_no_saying(clause, cue) {
            return true;
        }
        // 留校学生预计约9万人: how many there will be
        let counted = match letters[cue.end..] {
            ['约' | '达' | '超' | '近' | '有', next, ..] => is_number(next),
            [next, ..] => next.is_ascii_digit(),
            [] => false,
        };
        if counted && matches!(letters[cue.start..cue.end], ['预' | '估', '计'] | ['预', '测']) {
            return true;
        }
        // 只要学院同意，就可以换课: nobody has agreed yet
        let condition = matches!(letters[clause..cue.start], ['只', '要' | '有', ..] | ['除', '非', ..] | ['经', ..]);
        if condition && matches!(letters[cue.start..cue.end], ['同', '意']) {
            return true;
        }
        // 王明在片中骑马，问到会否再骑？他说…: the reporter asks
        if bare
            && matches!(letters[cue.start..cue.end], ['问', '到' | '及'])
            && self.joined(clause, cue.start)
            && clause > 0
        {
            return true;
        }
        // 被问到是否…
        if cue.start > clause && letters[cue.start - 1] == '被' {
            return true;
        }
        // 你会发现光没有方向, 接种时，会询问是否过敏, 慰问和通报
        let last = cue.start.checked_sub(1).and_then(|last| self.sources.mention_at(last));
        let named = last.is_some_and(|mention| mention.end == cue.start);
        let habit = letters[cue.start..cue.end] == ['发', '现'] || self.sources.inside((clause, cue.start)).is_empty();
        if cue.start > clause && letters[cue.start - 1] == '会' && habit
            || comma && cue.end - cue.start == 2 && cue.start > clause && letters[cue.start - 1] == '和' && !named
        {
            return true;
        }
        // 小米很火，你说它好会火，说它不好也会火
        let you = |pair: &[char]| pair == ['你', '说'];
        if letters[cue.start..cue.end] == ['说']
            && bare
            && letters[clause.saturating_sub(CLAUSE)..cue.end].windows(2).any(you)
        {
            return true;
        }
        // 受到一些质疑，…
        let faced = |pair: &[char]| matches!(pair, ['受' | '遭', '到'] | ['引', '发' | '起'] | ['招', '致']);
        let words = comma && !cue.classes.any(Classes::SAYING) && cue.classes.any(Classes::REMARK);
        if words && letters[clause..cue.start].windows(2).any(faced) {
            return true;
        }
        // 听村民议论，…: what is heard, and nobody's words
        if comma && letters[cue.start..cue.end] == ['议', '论'] && letters[clause..cue.start].contains(&'听') {
            return true;
        }
        // 尚未正式宣布: nothing was said
        let near = cue.start.saturating_sub(DENIED).max(clause);
        // 不愿具名的教师透露
        let near = letters[near..cue.start].iter().rposition(|letter| *letter == '的').map_or(near, |of| near + of + 1);
        let refused = |pair: &[char]| {
            matches!(
                pair,
                ['拒' | '婉', '绝' | '拒']
                    | ['不', '愿' | '肯' | '便' | '予' | '想' | '敢']
                    | ['无', '法']
                    | ['并', '非']
            )
        };
        // 没想到对方当即表态
        let denies =
            |at: usize| matches!(letters[at], '没' | '未') && !matches!(letters[at + 1..], ['想' | '料', '到', ..]);
        if (near..cue.start).any(denies) || letters[near..cue.start].windows(2).any(refused) {
            return true;
        }
        // 尚无任何组织宣称…
        let nobody = |pair: &[char]| matches!(pair, ['无', '任' | '人' | '一'] | ['尚', '无'] | ['有', '任']);
        if letters[clause..cue.start].windows(2).any(nobody) {
            return true;
        }
        // 未收到校方通报，…
        let received = |three: &[char]| matches!(three, ['未' | '有' | '没', '收' | '接' | '得', '到']);
        if letters[clause..cue.start].windows(3).any(received) {
            return true;
        }
        // 陆续收到网友反映漏水的投诉
        let taken = |pair: &[char]| matches!(pair, ['收' | '接', '到']);
        if bare && letters[clause..cue.start].windows(2).any(taken) {
            return true;
        }
        // 面对问题都要正面回答，…: what somebody should do
        let mention = self.sources.inside((clause, cue.start)).last().map_or(clause, |mention| mention.end);
        let should = |letter: &char| matches!(letter, '要' | '应' | '须');
        if !first && comma && !cue.classes.any(Classes::SAYING) && letters[mention..cue.start].iter().any(should) {
            return true;
        }
        // 针对灾情质询，部长回应…: no question
        let behind = &letters[(cue.end + usize::from(comma)).min(end)..end.max(cue.end)];
        let rest = behind.iter().take_while(|letter| !is_pause(**letter)).count();
        if letters[cue.start..cue.end] == ['质', '询'] && *next != QUOTED && !asks(&behind[..rest]) {
            return true;
        }
        // 谴责国会大楼遭冲击事件
        let judged = bare && cue.classes.any(Classes::JUDGING) && !cue.classes.any(Classes::SAYING);
        let deed = matches!(&behind[..rest], [.., '事', '件'] | [.., '行', '为' | '径'] | [.., '做', '法']);
        if judged && deed {
            return true;
        }
        // 大赞替补门将王明。: whom somebody praises
        let named = self.sources.inside((cue.end, cue.end + rest));
        let last = named.last().filter(|last| last.end == cue.end + rest && last.head != Head::Pronoun);
        let joined = last.is_some_and(|last| last.start <= cue.end + PRAISED && cue.end + rest + 1 >= end);
        if judged && joined && !cue.classes.any(Classes::DEMANDING) {
            return true;
        }
        // 质疑研究的可靠性: no clause
        let doubted = &behind[..rest];
        let of = doubted.iter().rposition(|letter| *letter == '的').filter(|of| doubted.len() - of <= DOUBTED);
        // 质疑对方这一说法: what is doubted, and no words of anybody
        let claim = matches!(doubted, [.., '说' | '做', '法'] | [.., '言', '论'] | [.., '观', '点'] | [.., '结', '论']);
        bare && letters[cue.start] == '质' && (claim || of.is_some() && doubted.ends_with(&['性']))
    }

    /// Whether a cue only names what is not asked for, or what somebody utters: 不要求“表忠心”, 发出一些调侃，….
    pub(super) fn is_no_saying(&self, clause: usize, cue: Cue) -> bool {
        let letters = &self.page().letters;
        let before = letters.get(clause..cue.start).unwrap_or_default();
        let comma = letters.get(cue.end).is_some_and(|next| is_comma(*next) || is_colon(*next));
        let noun = comma && !cue.classes.any(Classes::SAYING) && cue.end - cue.start == 2;
        let hopes = letters[cue.start..cue.end] == ['希', '望'];
        before.ends_with(&['不']) && (hopes && !comma || cue.classes.any(Classes::CALLING))
            || noun && matches!(before, [.., '一', '些'] | [.., '几', '句'])
    }
}

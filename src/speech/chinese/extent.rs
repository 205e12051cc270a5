//! Where reported words end, and which sentences behind them go on.

use super::cues::Cue;
use super::mentions::{Head, Mention};
use super::page::{QUOTED, Span, is_colon, is_comma, is_end, is_pause};
use super::paragraph::Paragraph;
use super::piece::Piece;
use super::reports::LEAST;
use super::sources::Source;
use super::unmarked::asks;
use super::words::Classes;
use crate::speech::QuotationKind;

/// The most letters of whoever else comes in before 则.
const NAMED: usize = 12;

impl Paragraph<'_, '_> {
    /// Where a report that ended right before a sentence ends with it, if that goes on with what we think: 中方…, 我们….
    pub fn going_on(&self, before: &Piece, sentence: Span, official: bool) -> Option<usize> {
        let (reported, spoken) = (before.content.1, before.spoken);
        let letters = &self.page().letters;
        if self.is_published(before) {
            let closes = letters[..sentence.1].last().is_some_and(|last| is_end(*last));
            return closes.then_some(sentence.1 - 1);
        }
        let next =
            letters.get(reported..sentence.0).is_some_and(|between| between.iter().all(|letter| is_end(*letter)));
        let here = &letters[sentence.0..sentence.1];
        // 折中方式 holds no 中方
        let opens = |at: usize| at == 0 || is_pause(here[at - 1]);
        let is_ours = |pair: &[char]| matches!(pair, ['我', _] | ['你' | '您', _] | ['中', '方']);
        // …；三是…: the same sentence goes on
        let joined = letters.get(reported..sentence.0).is_some_and(|between| matches!(between, ['；' | ';']));
        if !next || self.is_scene(before.content, sentence) || self.is_asked_by_the_writer(sentence) {
            return None;
        }
        let ours = here.windows(2).enumerate().any(|(at, pair)| is_ours(pair) && opens(at));
        // 我同总统先生…: whoever else is named is not the one it is about
        let subject = || self.first_subject(sentence).and_then(|source| source.mention);
        let led = official && (ours || self.is_side((sentence.0, (sentence.0 + 2).min(sentence.1))));
        let named = |mention: &Mention| matches!(mention.head, Head::Person(_));
        let another =
            if led { subject().is_some_and(|it| named(&it)) } else { self.sources.inside(sentence).iter().any(named) };
        // 总理所说
        let owned = |cue: &Cue| cue.start > sentence.0 && letters[cue.start - 1] == '所';
        // 我同样认为: a word of what is said
        let within = |cue: &Cue| {
            let clause = self.sources.clause_start(sentence.0, cue.start);
            official
                && (letters[clause] == '我' || self.is_of_a_side((clause, (clause + 2).min(sentence.1)), sentence.0))
        };
        let says = |cue: &Cue| cue.classes.any(Classes::SAYING) && !owned(cue) && !within(cue);
        let plain = !self.cues_in(sentence).iter().any(says);
        // 总理说，…。这番话…: the writer comes in
        let comments = matches!(
            here,
            ['话', '语', ..] | ['此', '言', ..] | ['一', '席', '话', ..] | ['这', '番' | '句' | '些' | '段', ..]
        );
        let official = official && !comments;
        // 该公司表示，…。但该公司没有…: the writer tells of the speaker
        let lead = self.sources.past_lead(sentence);
        let lead = lead + usize::from(letters.get(lead).is_some_and(|next| is_comma(*next)));
        let source = spoken.map(|spoken| &letters[spoken.source.span.0..spoken.source.span.1]);
        let own = source.is_some_and(|source| source.len() > 2 && letters[lead..sentence.1].starts_with(source));
        if own && !official {
            return None;
        }
        // 王明强调，…。要…: what is asked of others
        let asks = matches!(here, ['要', ..] | ['必', '须', ..] | ['既' | '还' | '也', '要', ..] | ['应', '当', ..]);
        // 面对困难，双方要加强合作
        let both =
            |three: &[char]| matches!(three, ['双', '方', '要' | '应' | '须'] | ['两', '国', '要' | '应' | '须']);
        let asks = asks || here.windows(3).enumerate().any(|(at, three)| both(three) && opens(at));
        // …有两个问题。一是…。二是…
        let asks = asks || is_counted(here);
        // 会议强调，…。要…
        let meeting = |letters: &[char]| letters.ends_with(&['会', '议']) || letters.ends_with(&['全', '会']);
        let met = spoken.is_some_and(|spoken| meeting(&letters[spoken.source.span.0..spoken.source.span.1]))
            && !here.windows(2).any(|pair| pair == ['会', '议']);
        let goes_on = || plain && !comments && self.tells_on(before, sentence);
        (plain && (joined || (ours || met || asks || official) && !another) || goes_on())
            .then(|| self.end_of(sentence, sentence.0, &[]))
    }

    /// 公安局发布警情通报：…: whether all of a paragraph is what was published, without quotation marks.
    pub fn is_published(&self, piece: &Piece) -> bool {
        let letters = &self.page().letters;
        let (start, _) = piece.content;
        let colon = piece.kind != QuotationKind::Direct && start > 0 && is_colon(letters[start - 1]);
        let opens = |cue: Span| matches!(letters[cue.0..cue.1], ['发', '布' | '表' | '出', ..]);
        let reporter = letters[start..self.span.1].windows(2).any(|pair| pair == ['记', '者']);
        colon && !reporter && piece.cue.is_some_and(opens) && !letters[start..self.span.1].contains(&QUOTED)
    }

    /// Whether words are for one side of a talk: 中方, 意方.
    pub fn is_side(&self, span: Span) -> bool {
        const SIDES: &str =
            "中美俄日英法德韩欧印意澳加巴以乌伊朝越泰菲沙埃南西葡荷比希波匈捷塞土哈吉塔蒙缅老柬马新阿智秘双";
        matches!(self.page().letters[span.0..span.1], [side, '方'] if SIDES.contains(side))
    }

    /// Whether a report within what a leader says is a word of it, for one side speaks or the sentence is about 我们.
    pub fn is_of_a_side(&self, source: Span, sentence: usize) -> bool {
        self.is_side(source) || self.page().letters[sentence..].starts_with(&['我', '们'])
    }

    /// Where a report ends that the writer answers: 虽然王明称桥很安全，但….
    pub fn conceded(&self, sentence: usize, cue: &Cue, end: usize) -> usize {
        let letters = &self.page().letters;
        let clause = self.sources.clause_start(sentence, cue.start);
        let concedes = matches!(letters[clause..], ['虽' | '尽', ..]);
        let answers = |at: &usize| {
            is_comma(letters[*at]) && matches!(letters[at + 1..], ['但' | '却', ..] | ['可' | '不', '是' | '过', ..])
        };
        (cue.end + 1..end.saturating_sub(1)).find(answers).filter(|_| concedes).unwrap_or(end)
    }

    /// Where a report ends before what the writer does: 门卫称无人进出，记者多次拨打电话.
    pub fn reporter_before(&self, cue: &Cue, end: usize) -> usize {
        let letters = &self.page().letters[..end];
        let acts = |at: &usize| {
            let rest = &letters[at + 1..];
            is_comma(letters[*at]) && rest.starts_with(&['记', '者']) && self.words().begins_a_verb(&rest[2..])
        };
        (cue.end + 1..end).find(acts).unwrap_or(end)
    }

    /// Where a report ends before what another side does: 官员说无此协议，国防部则拒绝评论.
    pub fn other_before(&self, cue: &Cue, end: usize) -> usize {
        let letters = &self.page().letters[..end];
        let refuses =
            |pair: &[char]| matches!(pair, ['拒', '绝'] | ['回', '应'] | ['表', '示'] | ['否', '认'] | ['反', '驳']);
        let other = |at: &usize| {
            let clause = letters[at + 1..].iter().take_while(|letter| !is_pause(**letter)).count();
            let clause = &letters[at + 1..at + 1 + clause];
            let Some(then) = clause.iter().take(NAMED).position(|letter| *letter == '则') else { return false };
            let named = self.sources.mention_at((at + then).max(at + 1)).filter(|it| it.end == at + 1 + then);
            let known = named.is_some_and(|mention| mention.head != Head::Pronoun);
            is_comma(letters[*at]) && known && clause[then..].windows(2).any(refuses)
        };
        (cue.end + LEAST..end).find(other).unwrap_or(end)
    }

    /// 据晨报报道，近日，俱乐部副主席，传奇球星王明表示…: whether words are only a time and an office of who is named behind.
    pub fn is_title_alone(&self, told: Span) -> bool {
        let letters = &self.page().letters[told.0..told.1.max(told.0)];
        let letters = letters.strip_suffix(&['，']).unwrap_or(letters);
        let last = self.sources.inside(told).last();
        let closes = last.is_some_and(|last| last.head == Head::Title && last.end == told.0 + letters.len());
        let clause = letters.iter().rposition(|letter| is_pause(*letter)).map_or(0, |at| at + 1);
        let timed = self.sources.past_lead((told.0, told.0 + clause)) >= told.0 + clause.saturating_sub(1);
        closes && clause > 0 && timed && self.cues_in(told).is_empty()
    }

    /// Whether a cue is for what is still to be done.
    pub fn calls(&self, cue: Span) -> bool {
        self.cues_in(cue).iter().any(|cue| cue.classes.any(Classes::CALLING))
    }

    /// Where what is called for ends before what was done: 要求公司道歉，公司已经回应; 呼吁停火，这是第一次.
    pub fn done_before(&self, cue: &Cue, end: usize) -> usize {
        let letters = &self.page().letters[..end];
        let opens = letters.get(cue.end).is_some_and(|next| is_comma(*next) || is_colon(*next));
        // 宣布已经到达，但他拒绝透露细节
        let withholds = |at: &usize| {
            let (['但', '他' | '她' | '其', rest @ ..] | ['但' | '并', rest @ ..]) = &letters[at + 1..] else {
                // 表示领导出差了，拒绝提供电话
                let refuses = matches!(letters[at + 1..], ['拒' | '谢' | '婉', '绝' | '拒', ..]);
                let refused = refuses.then(|| self.words().longest(&letters[at + 3..], Classes::WITHHELD)).flatten();
                return is_comma(letters[*at]) && !opens && refused.is_some();
            };
            let rest = match rest {
                ['并' | '仍' | '却' | '也', rest @ ..] => rest,
                _ => rest,
            };
            let (['拒' | '没', '绝' | '有', rest @ ..] | ['不', '愿' | '肯', rest @ ..] | ['未' | '没', rest @ ..]) =
                rest
            else {
                return false;
            };
            is_comma(letters[*at]) && self.words().longest(rest, Classes::WITHHELD).is_some()
        };
        if let Some(at) = (cue.end + LEAST..end).find(withholds) {
            return at;
        }
        // 承诺，要修好渡口，之后便离开了
        let then = |at: &usize| {
            is_comma(letters[*at])
                && matches!(letters[at + 1..], ['之' | '随' | '此', '后', '便' | '就' | '却', ..] | ['随', '即', ..])
        };
        if opens {
            return (cue.end + LEAST..end).find(then).unwrap_or(end);
        }
        // 表示不认罪，律师也为他辩护
        let refused = cue.end + LEAST - 1;
        if letters.get(refused).is_some_and(|next| is_comma(*next)) && "不没会将愿要".contains(letters[cue.end]) {
            return refused;
        }
        let calls = cue.classes.any(Classes::CALLING);
        let demands = cue.classes.any(Classes::DEMANDING);
        let is_done = |at: &usize| {
            let clause = letters[at + 1..].iter().take_while(|letter| !is_pause(**letter)).count();
            let clause = &letters[at + 1..at + 1 + clause];
            let done = |pair: &[char]| pair[0] == '已' && pair[1] != '的' || pair[0] == '却';
            // 宣布离任，后就没有再来
            let later = matches!(
                clause,
                ['随' | '之' | '此', '后', ..] | ['随', '即', ..] | ['后', '来' | '就' | '又', ..] | ['于', '是', ..]
            );
            let answers = matches!(
                clause,
                ['这' | '此', '是' | '举', ..] | ['但' | '却' | '而', ..] | ['开', '始', ..] | ['担', '心', ..]
            );
            let done = !clause.contains(&'的') && clause.windows(2).any(done);
            // 医生建议他休息，可他还在干
            let goes_against = demands && matches!(clause, ['可' | '但', '他' | '她', ..]);
            is_comma(letters[*at]) && (later || goes_against || calls && (answers || done))
        };
        (cue.end + LEAST..end).find(is_done).unwrap_or(end)
    }

    /// Where a question ends that follows its cue at once: 记者问他为何离开时，….
    pub fn asked_before(&self, sentence: usize, cue: &Cue, end: usize) -> usize {
        let clause_start = self.sources.clause_start(sentence, cue.start);
        let letters = &self.page().letters[..end];
        let clause = letters[cue.end..].iter().take_while(|letter| !is_pause(**letter)).count();
        let question = &letters[cue.end..cue.end + clause];
        let asked = letters[cue.start..cue.end].last() == Some(&'问') && asks(question);
        let time = usize::from(matches!(question.last(), Some('时' | '后')));
        // 当记者表示桥上没有人时，…
        let meanwhile = time > 0 && letters.get(clause_start).is_some_and(|first| *first == '当');
        if asked || meanwhile { cue.end + clause - time } else { end }
    }

    /// 王明说，父亲常说“桥是我们的命”，他不敢忘记: where a report ends that opens with what somebody else says.
    pub fn end_over_inner(&self, sentence: Span, cue: &Cue, source: Source, used: &[Cue]) -> Option<usize> {
        let letters = &self.page().letters;
        let start = Some(cue.end).filter(|end| letters.get(*end).is_some_and(|next| is_comma(*next)))? + 1;
        let inner = used.iter().find(|inner| inner.start > start).filter(|inner| inner.end <= sentence.1)?;
        // 俄新社报道说，…: its words end where another's begin
        if self.hands_on(source, cue.span()) {
            return None;
        }
        let mark = self.page().marks[self.page().marks_in((inner.end, sentence.1))].first()?;
        // 王明说，他写了信，对方答复“…”，再无下文
        let clause = self.sources.clause_start(start, inner.start);
        if letters[clause..inner.start].starts_with(&['对', '方']) && clause > start {
            return Some(self.end_of(sentence, mark.1, &[]));
        }
        // 每次开会，校方都会暗示“尽量陪”: a word alone
        let sets = matches!(
            letters[start..],
            ['每' | '凡' | '若', ..] | ['只' | '如' | '要', '要' | '果' | '是', ..] | ['一', '到', ..]
        );
        let word = sets && !self.page().is_sentence(*mark) && mark.0 == inner.end;
        let begin = if word { self.sources.clause_start(start, inner.start) } else { start };
        let told = letters.get(begin..inner.start).filter(|told| !told.iter().any(|letter| is_pause(*letter)))?;
        let other = self.sources.subject((begin, inner.start)).filter(|other| other.span.0 == begin)?;
        let named = |source: Source, head: Head| source.mention.is_some_and(|mention| mention.head == head);
        let known = other.mention.is_some() && !named(other, Head::Pronoun) && !named(source, Head::Paper);
        let joined = letters[inner.end..mark.0].iter().all(|letter| is_colon(*letter) || is_comma(*letter));
        let whole = known && joined && !told.contains(&QUOTED) && !self.is_same(source, other);
        whole.then(|| self.end_of(sentence, mark.1, used))
    }

    /// Where a report ends: before the sign of its sentence, and before what its cue or another quotes.
    pub fn end_of(&self, sentence: Span, from: usize, used: &[Cue]) -> usize {
        let letters = &self.page().letters;
        let mut end = sentence.1;
        while end > from && (is_end(letters[end - 1]) || letters[end - 1].is_whitespace()) {
            end -= 1;
        }
        let marks = self.page().marks_in((from, sentence.1));
        let quoted = marks
            .clone()
            .map(|number| self.page().marks[number])
            .find(|mark| mark.0 > from && is_colon(letters[mark.0 - 1]) && self.page().is_sentence(*mark));
        if let Some(mark) = quoted {
            // 她说没想到，还晒出照片：“…”
            let clause = self.sources.clause_start(from, mark.0 - 1);
            let does = clause > from && matches!(letters[clause], '还' | '又');
            end = end.min(if does { clause - 1 } else { mark.0 - 1 });
        }
        if let Some(cue) = used.iter().find(|cue| cue.start > from && cue.start < end) {
            // 影子“脱欧”大臣说: a word in quotation marks parts nothing
            let parts = |at: &usize| match letters[*at] {
                QUOTED => !self.page().mark_over(*at).is_some_and(|mark| self.is_term(mark)),
                letter => is_pause(letter),
            };
            let pause = (from..cue.start).rev().find(parts).map(|at| at - from);
            end = pause.map_or(from, |at| from + at);
            // …，“日子很难”，她说: the passage is hers, and no word of the report
            let told = marks.map(|number| self.page().marks[number]).find(|mark| mark.1 == end && mark.0 > from);
            end = told.filter(|mark| is_comma(letters[mark.0 - 1])).map_or(end, |mark| mark.0 - 1);
        }
        end
    }
}

/// Whether a sentence is one of several that are counted: 一是…, 第二，…, 其三，….
fn is_counted(sentence: &[char]) -> bool {
    const NUMBERS: &str = "一二三四五六七八九";
    match sentence {
        [number, '是', ..] => NUMBERS.contains(*number),
        ['第' | '其' | '首', number, next, ..] => {
            (NUMBERS.contains(*number) || matches!(number, '次' | '先')) && (is_comma(*next) || *next == '、')
        }
        _ => false,
    }
}

/// Whether letters open with the way in which something is to be done: 全力搜救….
pub(super) fn opens_a_task(letters: &[char]) -> bool {
    matches!(
        letters,
        ['全', '力' | '面', ..]
            | ['尽', '快' | '力' | '最', ..]
            | ['立', '即', ..]
            | ['迅', '速', ..]
            | ['妥', '善', ..]
            | ['切', '实', ..]
            | ['加', '强' | '大' | '快', ..]
            | ['做', '好', ..]
            | ['坚', '决', ..]
            | ['严', '格' | '肃' | '密', ..]
            | ['及', '时', ..]
            | ['依', '法', ..]
            | ['认', '真', ..]
            | ['确', '保', ..]
            | ['抓', '好' | '紧', ..]
            | ['深', '入', ..]
    )
}

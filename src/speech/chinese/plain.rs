//! Sources that no list has: a few words, a name in quotation marks.

use super::latin::is_latin;
use super::mentions::Head;
use super::openings::date_length;
use super::page::{QUOTED, Span, is_pause};
use super::sources::{LONGEST_PLAIN, Source, Sources};
use super::words::{Classes, is_han};

/// How far from the start of its clause the word stands that tells somebody is moved: 这也让王明感慨.
const MAKES: usize = 6;

/// How far before one of several comments they are told of.
const COMMENTS: usize = 48;

/// Letters of what somebody does, and of no name: 更重要的是.
const PREDICATES: &str = "是被不没更予";

impl Sources<'_, '_> {
    /// 帖子下多了两百条留言。其中一条写道: what is counted alone, of comments that were told of.
    pub fn one_of_them(&self, clause: Span) -> Option<Source> {
        let end = self.trim_tail(clause);
        let letters = self.letters((clause.0, end));
        let counted = matches!(letters, [.., '一' | '两' | '几' | '二' | '三', '条' | '篇' | '封' | '则']);
        let named = self.inside((clause.0, end)).iter().any(|mention| mention.head != Head::Pronoun);
        let told = |pair: &[char]| matches!(pair, ['留', '言'] | ['评', '论'] | ['弹', '幕'] | ['跟' | '回', '帖']);
        let of_comments = self.letters((clause.0.saturating_sub(COMMENTS), clause.0)).windows(2).any(told);
        let source = Source { span: (self.past_lead(clause), end), mention: None };
        (counted && !named && of_comments).then_some(source)
    }

    /// 这让王明感慨：“…”, 令村民直呼“…”: who is moved to say something, before a cue.
    pub fn moved(&self, start: usize, cue: usize) -> Option<Source> {
        const MOVED: [[char; 2]; 8] = [
            ['感', '慨'],
            ['感', '叹'],
            ['惊', '叹'],
            ['赞', '叹'],
            ['直', '呼'],
            ['惊', '呼'],
            ['坦', '言'],
            ['直', '言'],
        ];
        let clause = self.clause_start(start, cue);
        let letters = &self.page.letters[..cue];
        let moved = MOVED.iter().any(|word| self.page.letters[cue..].starts_with(word));
        let by = (clause..cue).take(MAKES).find(|at| matches!(letters[*at], '让' | '令' | '被' | '遭'))?;
        let mention = *self.inside((by + 1, cue)).first().filter(|mention| mention.start == by + 1)?;
        // 让王明怒回：“…”, 被王明吐槽“…”
        let passive = matches!(letters[by], '被' | '遭');
        if (!moved || passive) && self.trim_tail((mention.end, cue)) > mention.end + usize::from(!passive) {
            return None;
        }
        let manner = letters[mention.end..].iter().all(|letter| is_han(*letter) && *letter != '的');
        manner.then_some(Source { span: (mention.start, mention.end), mention: Some(mention) })
    }

    /// 他赶到时，发现伤者已经倒下，“…”: whom the clauses before are about, and nobody whom they say was seen.
    pub fn seeing(&self, start: usize, end: usize) -> Option<Source> {
        let clause = self.clause_start(start, end);
        let begin = self.past_lead((clause, end));
        let seen = matches!(self.letters((begin, end)), ['发', '现', ..] | ['看' | '听', '见' | '到', ..]);
        let end = if seen && clause > start { clause - 1 } else { end };
        self.subject_before(start, end)
    }

    /// 这让王明相当好奇，“…”: who is moved by what was told, in the clause that ends there.
    pub fn made(&self, start: usize, end: usize) -> Option<Source> {
        let clause = self.clause_start(start, end);
        let letters = self.letters((clause, end));
        let by = clause + letters.iter().take(MAKES).position(|letter| matches!(letter, '让' | '令'))? + 1;
        let mentions = self.inside((by, end));
        let first = *mentions.first()?;
        let mut last = first;
        for next in &mentions[1..] {
            if self.touch(last, *next) {
                last = *next;
            }
        }
        let person = matches!(last.head, Head::Person(_) | Head::Title | Head::Pronoun);
        (person && first.start <= by + MAKES).then_some(Source { span: (first.start, last.end), mention: Some(last) })
    }

    /// 王明发表《关于渡口的说明》称; “安居”发布声明，否认…: who published what a cue follows.
    pub fn publisher(&self, start: usize, cue: usize) -> Option<Source> {
        let clause = self.clause_start(start, cue);
        let opens = clause > start && self.trim_tail((clause, cue)) == clause;
        let end = if opens { clause - 1 } else { cue };
        let verb = self.publishing(start, end)?;
        (verb > start + 1).then(|| self.before(start, verb))?
    }

    /// 县教育局发过一封公开信，信中说: who wrote, in the clause before, what a clause opens with.
    pub fn writer(&self, start: usize, (clause, cue): (usize, usize)) -> Option<Source> {
        let paper =
            self.mention_at(clause).filter(|it| it.head == Head::Paper && it.start == clause && it.end <= cue)?;
        let [noun, '中' | '里'] = self.letters((paper.start, paper.end)) else { return None };
        let end = clause.checked_sub(1).filter(|end| *end > start && is_pause(self.page.letters[*end]))?;
        let begin = self.clause_start(start, end);
        let before = self.letters((begin, end));
        let written = before.last() == Some(noun) && before.iter().any(|letter| "写发寄递交出刊回".contains(*letter));
        // 她收到姐姐寄来的信，信中说: not who has it
        let came = before.iter().any(|letter| matches!(letter, '收' | '接'));
        (written && !came).then(|| self.subject_before(start, end))?
    }

    /// Where the verb stands of a clause that ends with a paper and tells that somebody published it: 发布声明.
    fn publishing(&self, start: usize, end: usize) -> Option<usize> {
        let letters = self.letters((start, end));
        let title = match letters.strip_suffix(&['》']) {
            Some(letters) => letters.iter().rposition(|letter| *letter == '《')?,
            None => letters.len() - self.words.longest_at_end(letters, Classes::PAPER.and(Classes::STATEMENT))?,
        };
        let from =
            letters[..title].iter().rposition(|letter| is_pause(*letter) || *letter == QUOTED).map_or(0, |at| at + 1);
        let verb = letters[from..title].windows(2).rposition(|pair| {
            matches!(
                pair,
                ['发', '表' | '布' | '出'] | ['刊' | '印', '发'] | ['公', '布'] | ['出', '具'] | ['推', '出']
            )
        })?;
        // 统计局公布的数据: the paper
        (letters.get(from + verb + 2) != Some(&'的')).then_some(start + from + verb)
    }

    /// “…”的[33岁王姓女子]: a source without the words on its age that 的 belongs to.
    pub fn without_age(&self, source: Source) -> Source {
        let letters = self.letters(source.span);
        let rest = letters.strip_prefix(&['的']).unwrap_or_default();
        let digits = rest.iter().take_while(|letter| letter.is_ascii_digit()).count();
        let age = if matches!(rest.get(digits), Some('岁' | '歲')) && digits > 0 { digits + 1 } else { 0 };
        let start = source.span.0 + usize::from(!rest.is_empty()) + age;
        let kept = source.mention.is_some_and(|mention| mention.start >= start);
        if kept { Source { span: (start, source.span.1), ..source } } else { source }
    }

    /// 网友“小鱼干”: a name in quotation marks between a title and a cue.
    pub fn quoted_name(&self, start: usize, begin: usize, cue: usize) -> Option<Source> {
        let mark = *self.page.marks.get(self.page.marks.partition_point(|mark| mark.1 < begin))?;
        let within = matches!(self.letters((begin, cue)), ['中' | '里'] | ['一', '文', '中' | '里'] | ['一', '文']);
        // “刘老师”小声对他人说
        let acts = || begin < cue && self.words.begins_a_verb(self.letters((begin, cue)));
        let trimmed = if within || acts() { begin } else { self.trim_tail((begin, cue)) };
        if mark.1 != begin || trimmed > begin || mark.0 < start || self.page.ends_like_speech(mark) {
            return None;
        }
        // “鹅腿阿姨”则表示…
        let opens = mark.0 == start || is_pause(self.page.letters[mark.0 - 1]);
        let says = !matches!(self.page.letters.get(cue), Some('说' | '道'));
        if opens && mark.1 - mark.0 <= LONGEST_PLAIN && (begin < cue || says) {
            return Some(Source { span: mark, mention: None });
        }
        // 大多数“的哥”认为
        let before = self.letters((start, mark.0));
        let many = if before.ends_with(&['大', '多', '数']) { Some(3) } else { None };
        let title = many.or_else(|| self.words.longest_at_end(before, Classes::TITLE))?;
        Some(Source { span: (mark.0 - title, mark.1), mention: None })
    }

    /// 一名自称“教授”的女性: with the passage in quotation marks that belongs to a source, and what stands before it.
    pub fn with_marks(&self, start: usize, source: Source) -> Source {
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

    /// Words that no list has, where they are few: 青山集团旗下.
    pub fn plain(&self, clause: Span) -> Option<Source> {
        let begin = self.past_lead(clause);
        let end = self.trim_tail((begin, clause.1));
        // 以军7日发布战况称
        let dated = self.letters((begin, end)).iter().position(char::is_ascii_digit).filter(|at| *at > 1);
        let is_date = |at: &usize| date_length(self.letters((begin + at, end))).is_some();
        let end = dated.filter(is_date).map_or(end, |at| begin + at);
        // 青山集团突然发布停牌公告，称…
        let telling = |at: &usize| {
            let letters = self.letters((begin + at, end));
            matches!(letters, ['发', '布' | '表', ..]) && self.page.letters.get(begin + at + 2) != Some(&'会')
        };
        let told = (0..end.saturating_sub(begin)).find(telling);
        let end = told.filter(|at| *at > 1).map_or(end, |at| self.trim_tail((begin, begin + at)));
        let end = end - self.letters((begin, end)).iter().rev().take_while(|letter| **letter == ' ').count();
        // Sandy竟歪楼回应
        let latin = self.letters((begin, end)).iter().take_while(|letter| is_latin(**letter)).count();
        let tailed = latin > 2 && self.words.longest(self.letters((begin + latin, end)), Classes::TAIL).is_some();
        let end = if tailed { begin + latin } else { end };
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
        // 同志 holds no 同
        let fellow = |at: usize| matches!(inside[at..], ['同', '志' | '学' | '事' | '行' | '胞' | '伴', ..]);
        let holds_verb = (0..inside.len()).any(|at| !fellow(at) && self.words.longest(&inside[at..], verb).is_some());
        let short = (2..=LONGEST_PLAIN).contains(&inside.len()) || inside.iter().all(|letter| !is_han(*letter));
        let acts = inside.iter().any(|letter| PREDICATES.contains(*letter));
        // 预计明年还会宣布…: nobody expects it
        let foresees = matches!(inside, ['预', '计' | '料', ..]) || matches!(inside, ['希', '望']);
        // 回复短信称: what was done, and nobody
        let remarks = self
            .words
            .longest(inside, Classes::REMARK.and(Classes::TELLING))
            .is_some_and(|length| length > 1 && length < inside.len());
        // 发微博称
        let posts = matches!(inside, ['发', '文' | '帖' | '博' | '微', ..]);
        // 这也充分说明…, 为借此节号召…, 略显…: no name
        let tells =
            matches!(inside, ['这' | '那' | '此', '也' | '就' | '都' | '无' | '既' | '更' | '再' | '充' | '足', ..])
                || matches!(inside, ['为' | '借', ..] | [.., '显' | '似'] | ['一', _] | ['高' | '多', '达', ..]);
        let nobody = posts || remarks || acts || foresees || tells;
        let fits = short && inside.len() >= 2 && is_word && !holds_verb && !nobody;
        fits.then_some(Source { span: (begin, end), mention: None })
    }
}

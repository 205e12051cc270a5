//! Chinese sources: what of a clause names its speaker, and which person that is.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use super::chinese::QUOTED;

/// The longest source.
const LONGEST: usize = 30;

/// A word as its characters.
type Word = Vec<char>;

/// The words of Chinese; lists of words stand with the longest first.
pub(super) struct Words {
    /// All words of saying, and those that say so without quotation marks.
    pub cues: Vec<Word>,
    pub reporting: Vec<Word>,
    pub reports: Vec<Word>,
    /// Words that hold a cue and say nothing: 问题.
    no_cues: Vec<Word>,
    titles: Vec<String>,
    after_names: Vec<String>,
    surnames: Vec<char>,
    pronouns: Vec<String>,
    lead: Vec<Word>,
    tail: Vec<Word>,
    naming: Vec<Word>,
    acts: Vec<Word>,
}

#[derive(Deserialize)]
struct File {
    cues: String,
    before_marks: String,
    reports: String,
    no_cues: String,
    titles: String,
    after_names: String,
    surnames: String,
    pronouns: String,
    lead: String,
    tail: String,
    naming: String,
    acts: String,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| Words::read(include_str!("../../assets/speech/zh.ron")));

fn list(words: &str) -> Vec<Word> {
    let mut words: Vec<Word> = words.split_whitespace().map(|word| word.chars().collect()).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

fn texts(words: &str) -> Vec<String> {
    list(words).into_iter().map(String::from_iter).collect()
}

/// Whether a sign ends a sentence.
pub(super) fn is_end(letter: char) -> bool {
    matches!(letter, '。' | '！' | '？' | '；')
}

/// Whether a sign ends what may be a source.
pub(super) fn is_stop(letter: char) -> bool {
    matches!(letter, '，' | '。' | '：' | QUOTED)
}

fn is_han(letter: char) -> bool {
    ('一'..='\u{9fff}').contains(&letter)
}

/// The lengths of the words of a list that a stretch begins with, the longest first.
pub(super) fn cue_at<'a>(words: &'a [Word], letters: &'a [char]) -> impl Iterator<Item = usize> + 'a {
    words.iter().filter(|word| letters.starts_with(word)).map(Vec::len)
}

impl Words {
    pub fn get() -> &'static Self {
        &WORDS
    }

    fn read(source: &str) -> Self {
        let file: File = ron::from_str(source).unwrap_or_else(|error| {
            debug_assert!(false, "the file of Chinese: {error}");
            File {
                cues: String::new(),
                before_marks: String::new(),
                reports: String::new(),
                no_cues: String::new(),
                titles: String::new(),
                after_names: String::new(),
                surnames: String::new(),
                pronouns: String::new(),
                lead: String::new(),
                tail: String::new(),
                naming: String::new(),
                acts: String::new(),
            }
        });
        Self {
            cues: list(&format!("{} {}", file.cues, file.before_marks)),
            reporting: list(&file.cues),
            reports: list(&file.reports),
            no_cues: list(&file.no_cues),
            titles: texts(&file.titles),
            after_names: texts(&file.after_names),
            surnames: file.surnames.chars().filter(|letter| is_han(*letter)).collect(),
            pronouns: texts(&file.pronouns),
            lead: list(&file.lead),
            tail: list(&file.tail),
            naming: list(&file.naming),
            acts: list(&file.acts),
        }
    }

    /// Whether a stretch holds a word of saying.
    pub fn says_anything(&self, letters: &[char]) -> bool {
        (0..letters.len()).any(|at| cue_at(&self.reporting, &letters[at..]).any(|cue| self.is_cue(letters, at, cue)))
    }

    /// Whether a cue of that length is a word by itself, and not a part of another.
    pub fn is_cue(&self, letters: &[char], at: usize, cue: usize) -> bool {
        !self.no_cues.iter().any(|word| {
            (0..word.len())
                .any(|inside| inside <= at && inside + cue <= word.len() && letters[at - inside..].starts_with(word))
        })
    }

    /// Whether words are a name as Chinese has them, and nothing else.
    pub fn is_name(&self, words: &str) -> bool {
        let letters: Vec<char> = words.chars().collect();
        self.name_at_end(&letters) == Some(letters.len())
    }

    /// Whether what follows a stretch in quotation marks is a name or a term.
    pub fn names_a_term(&self, before: &[char]) -> bool {
        self.naming.iter().any(|word| before.ends_with(word))
    }

    /// The source that ends at `stop`, in the characters from `start` on.
    pub fn source_before(&self, letters: &[char], start: usize, stop: usize) -> Option<(usize, usize)> {
        let mut end = stop;
        while let Some(length) = self.tail_length(&letters[start..end]) {
            end -= length;
        }
        let mut begin = self.past_lead(letters, start, end);
        if let Some(quoted) = letters[begin..end].iter().rposition(|letter| *letter == QUOTED) {
            begin += quoted + 1;
        }
        if let Some(comma) = letters[begin..end].iter().rposition(|letter| *letter == '，') {
            begin = self.past_lead(letters, begin + comma + 1, end);
        }
        while begin < end && matches!(letters[begin], ' ' | '\u{3000}' | '\t' | '“' | '”') {
            begin += 1;
        }
        (begin, end) = self.pronoun_alone(letters, begin, end);
        let joint =
            end - begin.min(end) == 1 && matches!(letters[begin], '在' | '对' | '就' | '当' | '从' | '并' | '而');
        (begin < end && end - begin <= LONGEST && !joint).then_some((begin, end))
    }

    /// A pronoun without what stands beside it: 接着她, 她很小心地; but not 她的律师, who is somebody else.
    fn pronoun_alone(&self, letters: &[char], begin: usize, end: usize) -> (usize, usize) {
        let words = &letters[begin.min(end)..end];
        let length = |word: &&String| word.chars().count();
        let leads = |word: &&String| starts_with(words, word) && words.get(length(word)) != Some(&'的');
        let ends = |word: &&String| words.ends_with(&word.chars().collect::<Vec<_>>());
        if let Some(pronoun) = self.pronouns.iter().filter(leads).max_by_key(length) {
            (begin, begin + length(&pronoun))
        } else if let Some(pronoun) = self.pronouns.iter().filter(ends).max_by_key(length) {
            (end - length(&pronoun), end)
        } else {
            (begin, end)
        }
    }

    /// How long the last word is that stands between a source and its cue: 还, 在会上, 接受采访时.
    fn tail_length(&self, letters: &[char]) -> Option<usize> {
        let fixed = self.tail.iter().find(|word| letters.ends_with(word)).map(Vec::len);
        let day =
            letters.strip_suffix(&['日']).map(|rest| rest.iter().rev().take_while(|c| c.is_ascii_digit()).count());
        let day = day.filter(|digits| *digits > 0).map(|digits| digits.min(2) + 1);
        let place = || {
            let inside = letters.strip_suffix(&['上']).or_else(|| letters.strip_suffix(&['中']));
            let inside = inside.or_else(|| letters.strip_suffix(&['时']))?;
            let free = inside.iter().rev().take_while(|letter| !matches!(letter, '，' | '。')).count().min(16);
            let tail = &inside[inside.len() - free..];
            let at = (0..tail.len()).find(|at| {
                let (rest, length) = (&tail[*at..], tail.len() - at);
                rest.starts_with(&['在']) && (2..=15).contains(&length)
                    || letters.ends_with(&['时']) && rest.starts_with(&['接', '受']) && (3..=14).contains(&length)
            })?;
            Some(tail.len() - at + 1)
        };
        // 高兴地; 在纽约
        let manner = letters.strip_suffix(&['地']).filter(|rest| rest.len() >= 4).map(|_| 3);
        let somewhere = || {
            let tail = &letters[letters.len().saturating_sub(10)..];
            let at = tail.iter().rposition(|letter| *letter == '在')?;
            let free = tail[at..].iter().all(|letter| is_han(*letter) && *letter != '的');
            let length = tail.len() - at;
            (free && length >= 3 && letters.len() >= length + 2).then_some(length)
        };
        [fixed, day, place(), manner, somewhere()].into_iter().flatten().max()
    }

    /// Past the times, places and joints that a clause begins with, as long as something is left.
    fn past_lead(&self, letters: &[char], start: usize, end: usize) -> usize {
        let mut at = start;
        loop {
            let dashes = letters[at..end].iter().take_while(|c| **c == '—' || c.is_whitespace()).count();
            let Some(length) = self.lead_length(&letters[at + dashes..end]) else { break };
            at += dashes + length;
        }
        if at < end { at } else { start }
    }

    fn lead_length(&self, letters: &[char]) -> Option<usize> {
        if let Some(word) = self.lead.iter().find(|word| letters.starts_with(word)) {
            return Some(word.len());
        }
        let digits = letters.iter().take_while(|letter| letter.is_ascii_digit()).count();
        if (1..=4).contains(&digits) && matches!(letters.get(digits), Some('年' | '月' | '日')) {
            return Some(digits + 1);
        }
        let free = letters.iter().take_while(|letter| !matches!(letter, '，' | '。')).count();
        let inside = &letters[..free];
        if inside.starts_with(&['在']) {
            for at in 2..inside.len().min(18) {
                if matches!(inside[at], '上' | '中' | '时' | '后' | '里') {
                    return Some(at + 1);
                }
                if inside[at..].starts_with(&['期', '间']) {
                    return Some(at + 2);
                }
            }
        }
        if inside.starts_with(&['接', '受']) {
            let at = (3..inside.len().min(13)).rev().find(|at| inside[*at..].starts_with(&['采', '访', '时']));
            return at.map(|at| at + 3);
        }
        None
    }

    /// Whom a clause is about that says nothing: 站长王明在…
    pub fn subject(&self, letters: &[char]) -> Option<String> {
        let mut start = 0;
        loop {
            let free = letters[start..].iter().take_while(|c| !is_end(**c) && !matches!(**c, '，' | QUOTED)).count();
            for at in start..=start + free.min(14) {
                for title in self.titles.iter().filter(|title| starts_with(&letters[at..], title)) {
                    let name = at + title.chars().count();
                    if let Some(length) = self.acting_name(&letters[name..]) {
                        return Some(letters[name..name + length].iter().collect());
                    }
                }
            }
            start += letters[start..].iter().position(|letter| is_end(*letter) || *letter == '，')? + 1;
        }
    }

    /// How long the name is that a stretch begins with and that does something.
    fn acting_name(&self, letters: &[char]) -> Option<usize> {
        let acts = |length: usize| letters.get(length..).is_some_and(|rest| cue_at(&self.acts, rest).next().is_some());
        let han = letters.iter().take_while(|letter| is_han(**letter)).count();
        if letters.first().is_some_and(|first| self.surnames.contains(first))
            && let Some(length) = [2, 3].into_iter().find(|length| *length <= han && acts(*length))
        {
            return Some(length);
        }
        if !(1..=5).contains(&han) || letters.get(han) != Some(&'·') {
            return None;
        }
        let second = letters[han + 1..].iter().take_while(|letter| is_han(**letter)).count();
        (1..=second.min(5)).rev().map(|second| han + 1 + second).find(|length| acts(*length))
    }

    /// How long the name is that a stretch ends with.
    fn name_at_end(&self, letters: &[char]) -> Option<usize> {
        let han = |letters: &[char]| letters.iter().rev().take_while(|letter| is_han(**letter)).count();
        let second = han(letters);
        let dot = letters.len() - second;
        if (1..=6).contains(&second) && dot > 0 && letters[dot - 1] == '·' {
            let first = han(&letters[..dot - 1]).min(6);
            if first > 0 {
                return Some(first + 1 + second);
            }
        }
        [3, 2].into_iter().find(|length| *length <= second && self.surnames.contains(&letters[letters.len() - length]))
    }

    fn is_pronoun(&self, words: &str) -> bool {
        let body = words.strip_prefix('该').map_or(0, |body| body.chars().filter(|letter| is_han(*letter)).count());
        self.pronouns.iter().any(|known| known == words) || (1..=6).contains(&body) && body + 1 == words.chars().count()
    }
}

fn starts_with(letters: &[char], word: &str) -> bool {
    let mut letters = letters.iter();
    word.chars().all(|letter| letters.next() == Some(&letter))
}

/// Who was named so far in an article.
#[derive(Default)]
pub(super) struct People {
    /// Whom a pronoun means.
    pub last: Option<String>,
    names: Vec<String>,
    numbers: HashMap<String, usize>,
    /// The newest holder of each title.
    holders: BTreeMap<String, usize>,
}

impl People {
    /// The person whom a source names; none for a pronoun that leads to nobody.
    pub fn name(&mut self, source: &str, words: &Words) -> Option<String> {
        if words.is_pronoun(source) {
            return self.last.clone();
        }
        let name = self.named(source, words);
        if name != source {
            for title in words.titles.iter().filter(|title| source.contains(title.as_str())) {
                let number = *self.numbers.entry(name.clone()).or_insert_with(|| {
                    self.names.push(name.clone());
                    self.names.len() - 1
                });
                let holder = self.holders.entry(title.clone()).or_insert(number);
                *holder = number.max(*holder);
            }
        }
        self.last = Some(name.clone());
        Some(name)
    }

    fn named(&self, source: &str, words: &Words) -> String {
        for title in &words.titles {
            let Some((before, after)) = source.rsplit_once(title.as_str()) else { continue };
            let behind = after.chars().count();
            let is_name = || {
                let after: Vec<char> = after.chars().collect();
                behind <= 4 || after.contains(&'·') || words.name_at_end(&after) == Some(behind)
            };
            if (2..=13).contains(&behind) && is_name() {
                return after.to_owned();
            }
            if after.is_empty() {
                let before: Vec<char> = before.chars().collect();
                if words.after_names.contains(title)
                    && let Some(length) = words.name_at_end(&before)
                {
                    return before[before.len() - length..].iter().collect();
                }
                let holder = self.holders.get(title).and_then(|number| self.names.get(*number));
                return holder.cloned().unwrap_or_else(|| source.to_owned());
            }
        }
        // 在工厂工作的小李
        if let Some((_, last)) = source.rsplit_once('的') {
            let letters: Vec<char> = last.chars().collect();
            let known = words.name_at_end(&letters) == Some(letters.len()) && letters.len() >= 2;
            if known || (2..=3).contains(&letters.len()) && matches!(letters[0], '小' | '老' | '阿') {
                return last.to_owned();
            }
        }
        source.to_owned()
    }

    /// Whether somebody of this name was heard.
    pub fn knows(&self, name: &str) -> bool {
        self.last.as_deref() == Some(name) || self.numbers.contains_key(name)
    }
}

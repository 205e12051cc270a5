//! Words of an article that may name a speaker, in the order of the text.

use super::aged::{grows_old, is_old};
use super::census::Names;
use super::entitled::open_title;
use super::latin::is_latin;
use super::page::{Page, QUOTED, Span, is_pause};
use super::people::{People, PersonId};
use super::screen_names::ScreenName;
use super::words::{Classes, Words, is_han};

/// What a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A name: 王明, 王教授.
    Person(PersonId),
    /// A word for what people are, without a name: 校长.
    Title,
    /// A body that speaks: 警方.
    Body,
    /// What is written: 报告.
    Paper,
    Pronoun,
}

/// Words that may name a speaker. What stands before them, an office or a place, is found when it is needed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    pub start: usize,
    pub end: usize,
    pub head: Head,
}

/// The mentions of an article, and its people.
pub(super) fn find(page: &Page<'_>, words: &'static Words) -> (Vec<Mention>, People) {
    let mut finder =
        Finder { page, words, names: Names::of(page, words), people: People::default(), found: Vec::new() };
    for paragraph in &page.paragraphs {
        finder.read(*paragraph);
    }
    (finder.found, finder.people)
}

/// Reads an article for its mentions.
pub(super) struct Finder<'p, 't> {
    pub(super) page: &'p Page<'t>,
    pub(super) words: &'static Words,
    names: Names,
    pub(super) people: People,
    found: Vec<Mention>,
}

impl<'p> Finder<'p, '_> {
    fn read(&mut self, (start, end): Span) {
        let mut at = start;
        // where the words begin that may be the office of the next name
        let mut office = start;
        while at < end {
            let letter = self.page.letters[at];
            if let Some(name) = self.page.screen_name_at(at) {
                let head = name.head(|| self.screen_name(name, office));
                self.found.push(Mention { start: at, end: name.span.1, head });
                at = name.span.1;
                office = at;
                continue;
            }
            if let Some(length) = titled_length(&self.page.letters[at..end]) {
                self.found.push(Mention { start: at, end: at + length, head: Head::Paper });
                at += length;
                continue;
            }
            if let Some(length) = self.relayed_length(start, at, end) {
                self.found.push(Mention { start: at, end: at + length, head: Head::Paper });
                at += length;
                continue;
            }
            let inside_word = at > start && is_latin(letter) && is_latin(self.page.letters[at - 1]);
            if inside_word || !is_han(letter) && !is_latin(letter) {
                if is_pause(letter) || matches!(letter, QUOTED | '、') {
                    office = at + 1;
                }
                at += 1;
                continue;
            }
            let rest = &self.page.letters[at..end];
            let head = self.person(start, at, rest, office).or_else(|| self.common(rest));
            let head = head.or_else(|| self.native(&self.page.letters[start..at], rest));
            // 内部 holds no ministry
            let before = &self.page.letters[at.saturating_sub(1).max(start)..end];
            let inside = || at > start && self.words.at(before).any(|(length, _)| length > 1);
            // 一部电影, 第三局
            let counted = || at > start && "一二两三四五六七八九十几每首这那整".contains(self.page.letters[at - 1]);
            let head = head.filter(|head| *head != (1, Head::Body) || !inside() && !counted());
            // 其他 holds no 他
            let other = at > start && matches!(self.page.letters[at - 1..=at], ['其', '他' | '它']);
            let head = head.filter(|head| *head != (1, Head::Pronoun) || !other);
            // 没有人
            let nobody = at > start && matches!(self.page.letters[at - 1..=at], ['没', '有']);
            let head = head.filter(|head| *head != (2, Head::Pronoun) || !nobody);
            let head = head.or_else(|| self.staff(at, rest));
            let Some((length, head)) = head else {
                at += 1;
                continue;
            };
            self.found.push(Mention { start: at, end: at + length, head });
            at += length;
            if matches!(head, Head::Person(_) | Head::Pronoun) {
                office = at;
            }
        }
    }

    /// 网友“小鱼干”: a person by a name in quotation marks.
    fn screen_name(&mut self, name: ScreenName, office: usize) -> Head {
        let words = self.page.words(name.inside());
        let letters: Vec<char> = words.chars().map(|letter| self.words.simplified(letter)).collect();
        let role = self.office(office, name.span.0);
        let id = self.people.add(words, &letters, self.words);
        self.people.give_role(id, role, self.words);
        Head::Person(id)
    }

    /// 物业的[人]上门看了看: somebody of a body.
    fn staff(&self, at: usize, rest: &[char]) -> Option<(usize, Head)> {
        let body = self.found.last().filter(|it| it.head == Head::Body && it.end + 1 == at)?;
        let of = self.page.letters[body.end] == '的' && rest.first() == Some(&'人');
        (of && rest.get(1).is_none_or(|next| !matches!(next, '口' | '均' | '才' | '们' | '心')))
            .then_some((1, Head::Title))
    }

    /// 报道称, 有报道说: a report that is the source itself.
    fn relayed_length(&self, start: usize, at: usize, end: usize) -> Option<usize> {
        let letters = &self.page.letters[at..end];
        let inside = matches!(letters, ['报', '道' | '导', '中', '称' | '说' | '还' | '指' | '提' | '写', ..]);
        let report = matches!(
            letters,
            ['报', '道' | '导', '称' | '说' | '还' | '指' | '引' | '援', ..] | ['分', '析', '称', ..]
        );
        let before = self.page.letters[start..at].last();
        let opens = before.is_none_or(|before| is_pause(*before) || matches!(before, '有' | '该' | '篇' | ' ' | '的'));
        let (report, opens) = (report || inside, opens || inside && before == Some(&'的'));
        (report && opens).then_some(2)
    }

    /// A person named here: in full, by a surname with a title, or by a nickname.
    fn person(&mut self, start: usize, at: usize, rest: &[char], office: usize) -> Option<(usize, Head)> {
        // 李亦表示, 林回：“…”, where a longer name has the surname
        let little = |length: &usize| {
            let second = matches!(rest[1], '亦' | '回' | '再' | '则' | '仍' | '又' | '也' | '还');
            *length == 2 && second && self.people.has_surname(&rest[..1]) && self.words.is_surname(rest[0])
        };
        if let Some((length, surname)) =
            self.names.at(rest).filter(little).and_then(|_| self.bare_surname(start, at, rest))
        {
            let name = self.page.words((at, at + length));
            return Some((length, Head::Person(self.people.by_surname(surname, &[], name, self.words))));
        }
        if let Some(length) = self.names.at(rest) {
            let office = self.office(office, at);
            // 律师王明代表李华: no title of his
            let stands_for = rest[length..].starts_with(&['代', '表']) && self.names.at(&rest[length + 2..]).is_some();
            let more = self.words.longest(&rest[length..], Classes::HONOUR).filter(|_| !stands_for);
            // 宝马董事会
            let body = self.words.longest(&rest[length..], Classes::BODY);
            let behind = more.filter(|more| body.is_none_or(|body| body <= *more)).map_or(0, |more| length + more);
            let honour = if behind > 0 { &rest[length..behind] } else { &[] };
            // 林海生夫人: no woman's name
            let honour = if length > 2 && matches!(honour, ['夫', '人'] | ['太', '太']) { &[] } else { honour };
            let name = self.page.words((at, at + length));
            let id = self.people.add(name, &rest[..length], self.words);
            for role in [office, honour] {
                self.people.give_role(id, role, self.words);
            }
            // 71岁的何谷生: the old man
            if is_old(&self.page.letters[start..at]) || grows_old(&rest[length..]) {
                self.people.give_role(id, &['老', '人'], self.words);
            }
            let before = &self.page.letters[start..at];
            let called = before.ends_with(&['叫']) && self.found.last().is_some_and(|it| it.end + 1 == at);
            if called || self.words.longest_at_end(before, Classes::RENAMING).is_some() {
                self.rename(id, at);
            }
            // 王明教授
            let honour = self.words.classes_of(honour).any(Classes::TITLE);
            return Some((if honour { behind } else { length }, Head::Person(id)));
        }
        let (length, surname) = self.courtesy(start, at, rest).or_else(|| self.bare_surname(start, at, rest))?;
        let name = self.page.words((at, at + length));
        let id = self.people.by_surname(surname, &rest[surname.len()..length], name, self.words);
        // 陈阿姨, 阿姨 later
        self.people.give_role(id, &rest[surname.len()..length], self.words);
        Some((length, Head::Person(id)))
    }

    /// 老吴本名吴长河, 老人名叫方守田: whom the sentence was about has this name.
    fn rename(&mut self, id: PersonId, at: usize) {
        let near = |mention: &&Mention| mention.end <= at && at - mention.end <= RENAMED;
        let Some(mut before) = self.found.last().copied().filter(|mention| near(&mention)) else { return };
        // 窗边的女孩在背单词。她叫苏小禾
        if before.head == Head::Pronoun {
            let title = self.found.iter().rev().find(|mention| mention.head != Head::Pronoun);
            let Some(title) = title.filter(|mention| mention.head == Head::Title) else { return };
            before = *title;
        }
        match before.head {
            Head::Person(other) => self.people.rename(other, id),
            Head::Title => {
                let title = self.page.letters[before.start..before.end].to_vec();
                self.people.give_role(id, &title, self.words);
            }
            Head::Body | Head::Paper | Head::Pronoun => {}
        }
    }

    /// The office that stands before a name without a gap.
    fn office(&self, from: usize, at: usize) -> &'p [char] {
        let page: &'p Page<'_> = self.page;
        let before = &page.letters[from..at];
        let before = before.strip_suffix(&[' ']).unwrap_or(before);
        // 董事长兼CEO裴松
        let latin = before.iter().rev().take_while(|letter| is_latin(**letter)).count();
        let before = before[..before.len() - latin].strip_suffix(&['兼']).filter(|_| latin > 0).unwrap_or(before);
        match self.words.longest_at_end(before, Classes::TITLE) {
            Some(_) => &before[before.len().saturating_sub(LONGEST_OFFICE)..],
            None => &[],
        }
    }

    /// 这位[葡萄牙人]
    fn native(&self, before: &[char], rest: &[char]) -> Option<(usize, Head)> {
        let pointed = matches!(before, [.., '这' | '那', '位' | '名' | '个']);
        let place = self.words.longest(rest, Classes::PLACE).filter(|place| pointed && rest.get(*place) == Some(&'人'));
        let land = || (pointed && matches!(rest, [_, '国', '人', ..])).then_some(2);
        place.or_else(land).map(|place| (place + 1, Head::Title))
    }

    fn common(&self, rest: &[char]) -> Option<(usize, Head)> {
        const KINDS: Classes =
            Classes::TITLE.and(Classes::BODY).and(Classes::PAPER).and(Classes::PRONOUN).and(Classes::NO_CUE);
        // 以色列方面
        if let Some(place) = self.words.longest(rest, Classes::PLACE)
            && rest[place..].starts_with(&['方', '面'])
        {
            return Some((place + 2, Head::Body));
        }
        let Some((length, classes)) = self.words.at(rest).find(|(_, classes)| classes.any(KINDS)) else {
            return open_title(self.words, rest).map(|length| (length, Head::Title));
        };
        // 死者的哥哥 holds no 的哥
        if matches!(rest, ['的', '哥', '哥', ..]) {
            return None;
        }
        // 香港媒体 holds no 港媒
        if rest[length - 1] == '媒' && rest.get(length) == Some(&'体') {
            return None;
        }
        // 民政委员会 holds no 政委
        // 工人党
        if classes.any(Classes::TITLE) && rest.get(length) == Some(&'党') && rest.get(length + 1) != Some(&'员') {
            return None;
        }
        let over = self.words.longest(&rest[length - 1..], Classes::TITLE.and(Classes::BODY));
        // 投行人士 holds no 行人
        if over.is_some_and(|over| length > 1 && (over > length || over == length && classes.any(Classes::TITLE))) {
            return None;
        }
        let head = if classes.any(Classes::PRONOUN) {
            Head::Pronoun
        } else if classes.any(Classes::TITLE) {
            Head::Title
        } else if classes.any(Classes::BODY) {
            Head::Body
        } else if classes.any(Classes::PAPER) {
            Head::Paper
        } else {
            return None;
        };
        // 教育部门, and 教育部长
        let part = rest[length - 1];
        let (length, head) = match rest.get(length) {
            Some('门') if head == Head::Body && part == '部' => (length + 1, Head::Body),
            // 幼儿园方面
            Some('面') if head == Head::Body && part == '方' => (length + 1, Head::Body),
            Some('长') if head == Head::Body && "部局厅院校所署处司".contains(part) => {
                (length + 1, Head::Title)
            }
            _ => (length, head),
        };
        let more = match head {
            Head::Title | Head::Body => self.words.longest(&rest[length..], Classes::PLURAL).unwrap_or(0),
            Head::Person(_) | Head::Paper | Head::Pronoun => 0,
        };
        Some((length + more, head))
    }
}

/// The longest title in its marks: 《每日晨报》.
const LONGEST_TITLE: usize = 24;

/// The length of the title that a stretch begins with, its marks with it.
fn titled_length(letters: &[char]) -> Option<usize> {
    letters.first().filter(|first| **first == '《')?;
    letters.iter().take(LONGEST_TITLE).position(|letter| *letter == '》').map(|at| at + 1)
}

/// Words of saying.
pub(super) const SAYS: Classes = Classes::SAYING.and(Classes::REMARK).and(Classes::TELLING);

/// How far behind somebody the words stand that give the name.
const RENAMED: usize = 12;

/// How many letters of an office are kept.
const LONGEST_OFFICE: usize = 24;

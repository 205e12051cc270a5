//! Reading a stretch whose brackets or quotation marks do not fit: what is whole is read, the rest is kept as it is
//! written, up to the next [`Mark`].

use std::ops::Range;

use super::{
    document::List,
    entry::fits,
    marks::{Mark, marks, opens_list},
    problem::Problem,
    read::{MOST_ENTRIES, Reader},
    scan::{Field, Lost, behind_trivia, bracketed, fields, is_name, named, value},
};

/// How many marks are looked past for one that fits.
const MOST_AHEAD: usize = 1000;

/// A walk through a damaged stretch.
struct Walk {
    at: usize,
    end: usize,
    /// The list that it is in.
    list: Option<List>,
    marks: Vec<(usize, Mark)>,
    /// How many marks are behind.
    passed: usize,
}

/// What could not be read, and where to go on.
struct Failed {
    until: usize,
    lost: Lost,
    /// Whether it is an entry as a whole.
    is_entry: bool,
}

impl Walk {
    /// The end of what may be read as one thing: the next mark that fits, or the end.
    fn limit(&self, fits: impl Fn(Mark) -> bool) -> usize {
        let ahead = self.marks[self.passed..].iter().filter(|(at, _)| *at > self.at).enumerate();
        let mut fitting = ahead.filter(|(number, (_, mark))| fits(*mark) || *number == MOST_AHEAD);
        fitting.next().map_or(self.end, |(_, (at, _))| *at)
    }

    fn mark(&self) -> Option<Mark> {
        self.marks.get(self.passed).filter(|(at, _)| *at == self.at).map(|(_, mark)| *mark)
    }

    /// Goes to a place, past the marks before it.
    fn go_to(&mut self, at: usize) {
        self.at = at;
        while self.marks.get(self.passed).is_some_and(|(mark, _)| *mark < at) {
            self.passed += 1;
        }
    }
}

impl<'a> Reader<'a> {
    /// Reads what can be read in a stretch: of a list, or of the whole.
    pub(super) fn recover(&mut self, within: Range<usize>, list: Option<List>) {
        let marks = marks(self.text, within.clone());
        let mut walk = Walk { at: within.start, end: within.end, list, marks, passed: 0 };
        while self.count <= MOST_ENTRIES && walk.at < walk.end {
            let rest = &self.text[walk.at..walk.end];
            let begin = walk.at + rest.len() - rest.trim_start().len();
            walk.go_to(begin);
            let limit = walk.limit(|_| true);
            if walk.mark().is_none() {
                walk.go_to(behind_trivia(self.text, begin..limit));
            }
            if walk.at >= walk.end {
                break;
            }
            if let Err(Failed { until, lost, is_entry }) = self.step(&mut walk) {
                self.damage.push(lost);
                self.count += 1;
                let kept = begin..begin + self.text[begin..until].trim_end().len();
                let list = walk.list.unwrap_or(List::Top);
                if is_entry || kept.end == within.end && within.end < self.text.len() {
                    self.keep_entry(list, kept);
                } else {
                    self.keep(list, kept);
                }
                walk.go_to(until.max(self.kept_until));
            }
        }
    }

    /// Reads one thing; what fails is to be kept up to the place that is given with what is wrong.
    fn step(&mut self, walk: &mut Walk) -> Result<(), Failed> {
        let (at, mark) = (walk.at, walk.mark());
        let next = walk.limit(|_| true);
        let failed = |problem| Err(Failed { until: next, lost: Lost::new(at, problem), is_entry: false });
        match self.text[at..].chars().next() {
            Some(']') if walk.list.is_some() => {
                walk.list = None;
                walk.go_to(self.behind_comma(at + 1));
                Ok(())
            }
            Some(')') if walk.list.is_none() || mark == Some(Mark::Whole) => {
                let rest = self.text[at + 1..walk.end].trim_start();
                if rest.starts_with(',') && mark != Some(Mark::Whole) {
                    return failed(Problem::NeverOpened);
                }
                self.leave_list(walk);
                walk.go_to(self.behind_comma(at + 1));
                Ok(())
            }
            Some('(') if mark == Some(Mark::Whole) => {
                self.leave_list(walk);
                walk.go_to(at + 1);
                Ok(())
            }
            Some('(') => self.lost_entry(walk),
            Some('<' | '>' | '=' | '|') => {
                let line = self.text[at..walk.end].find('\n').map_or(walk.end, |length| at + length);
                let lost = Lost::new(at, Problem::NotUnderstood);
                Err(Failed { until: line.min(next), lost, is_entry: false })
            }
            _ => {
                let Some((name, behind)) = named(self.text, at..next) else {
                    return failed(Problem::NotUnderstood);
                };
                let is_whole = walk.list.is_none() || matches!(mark, Some(Mark::List | Mark::Field));
                if let Some(list) = List::named(name).filter(|_| is_whole)
                    && opens_list(self.text, name, behind..walk.end, true)
                {
                    self.leave_list(walk);
                    walk.list = Some(list);
                    walk.go_to(at + self.text[at..].find('[').map_or(0, |bracket| bracket + 1));
                    self.see(name);
                    return Ok(());
                }
                if is_whole {
                    self.leave_list(walk);
                    return self.lost_field(walk, name, behind);
                }
                failed(Problem::NotUnderstood)
            }
        }
    }

    fn leave_list(&mut self, walk: &mut Walk) {
        if walk.list.take().is_some() {
            self.damage.push(Lost::new(walk.at, Problem::MissingBefore("]")));
        }
    }

    /// Behind the comma that may follow something.
    fn behind_comma(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        let blank = rest.len() - rest.trim_start().len();
        if rest[blank..].starts_with(',') { at + blank + 1 } else { at }
    }

    fn lost_field(&mut self, walk: &mut Walk, name: &'a str, behind: usize) -> Result<(), Failed> {
        let end = walk.limit(|mark| !matches!(mark, Mark::ListEnd));
        let next = walk.limit(|_| true);
        let failed = |until, lost| Failed { until, lost, is_entry: false };
        let value = value(self.text, behind..end).map_err(|lost| failed(next, lost))?;
        let field = Field { name, value };
        let twice = Lost::new(walk.at, Problem::FieldTwice(name.to_owned()));
        let behind = self.behind_comma(field.value.end);
        if !is_name(name) {
            return Err(failed(behind, Lost::new(walk.at, Problem::NoName)));
        }
        if field.value.is_empty() || List::named(name).is_some() {
            return Err(failed(next, Lost::new(walk.at, Problem::NoValue)));
        }
        if name != "format" && self.seen.contains(name) {
            let is_same_author = || self.leaf(&field).is_ok_and(|author: String| author == self.document.notes.author);
            if name != "article" && !(name == "author" && is_same_author()) {
                return Err(failed(behind, twice));
            }
            self.damage.push(twice);
        } else if let Err(lost) = self.field(&field) {
            // What says nothing of the notes is written anew.
            if !matches!(name, "format" | "article") {
                return Err(failed(behind, lost));
            }
            self.damage.push(lost);
        } else {
            self.see(name);
        }
        walk.go_to(behind);
        Ok(())
    }

    /// Reads an entry, of the list it stands in or of the one that its fields speak for.
    fn lost_entry(&mut self, walk: &mut Walk) -> Result<(), Failed> {
        let end = walk.limit(|mark| matches!(mark, Mark::Entry | Mark::List | Mark::Whole));
        let next = walk.limit(|_| true);
        let entry = bracketed(self.text, walk.at..end);
        let entry = entry.map_err(|lost| Failed { until: next, lost, is_entry: false })?;
        let lost = |lost| Failed { until: entry.end.min(next), lost, is_entry: entry.end <= next };
        let names = fields(self.text, entry.clone()).map_err(lost)?;
        let list = walk.list.filter(|list| fits(*list, &names));
        let list = list.or_else(|| List::ALL.into_iter().find(|list| fits(*list, &names))).or(walk.list);
        let has = |wanted: &str| names.iter().any(|field| field.name == wanted);
        if list.is_none() && has("name") && has("digest") && !self.seen.contains("article") {
            let field = Field { name: "article", value: entry.clone() };
            self.field(&field).map_err(lost)?;
            self.see("article");
            self.damage.push(Lost::new(entry.start, Problem::MissingBefore("article:")));
        } else {
            self.entry(list.unwrap_or(List::Top), &entry).map_err(lost)?;
            walk.list = list;
        }
        walk.go_to(self.behind_comma(entry.end).max(self.kept_until));
        Ok(())
    }
}

//! What is looked for, and where it was found so far.

use crate::{
    app::{
        called_off::{CalledOff, Waiting},
        language::{self, message},
    },
    article::TextRange,
    reading::{MOST_HITS, NoExpression, Query},
};

/// What a reader looks for in one article, while the bar is open.
#[derive(Debug, Default)]
pub struct Find {
    pub query: Query,
    /// The query that `hits` are of; another one is being looked for while they differ.
    searched: Query,
    /// In the order of the text; more of them come while `looking`.
    pub hits: Vec<TextRange>,
    looking: Option<Waiting>,
    /// The first hit from the place where the reader was, shown until it is found among `hits`: where one of these begins
    /// before that place, it is only the rest of that one.
    first: Option<TextRange>,
    /// The hit that the reader is at, by its number.
    current: Option<usize>,
    /// How many hits the reader stepped on before the number of the first one was known.
    steps: isize,
    problem: Option<NoExpression>,
    /// How many notes hold the words that the text does not; `None` until they were counted.
    pub(super) in_notes: Option<usize>,
    /// The field still has to be given the keyboard.
    pub fresh: bool,
}

/// What a worker tells of a search.
#[derive(Debug)]
pub enum Found {
    /// The hit that the reader comes to next; `None` when they are all before.
    First(Option<TextRange>),
    /// The next hits in the order of the text.
    Hits(Vec<TextRange>),
    /// There are no more.
    All,
    /// Why nothing can be looked for.
    Problem(NoExpression),
}

impl Find {
    /// Looks for something.
    pub fn of(query: Query) -> Self {
        Self { query, ..Self::default() }
    }

    /// The query that has not been looked for yet, and what calls that off.
    pub fn take_unsearched(&mut self) -> Option<(Query, CalledOff)> {
        if self.query == self.searched {
            return None;
        }
        self.searched = self.query.clone();
        // Whoever still looks for the query before is called off.
        let looking = Waiting::default();
        let called_off = looking.called_off();
        self.looking = Some(looking);
        Some((self.query.clone(), called_off))
    }

    /// Takes in what a worker found; the hit to go to, if there is another one now. Answers to an older query are left
    /// aside.
    pub fn take(&mut self, query: &Query, found: Found) -> Option<TextRange> {
        if *query != self.searched {
            return None;
        }
        match found {
            Found::First(first) => {
                self.begin();
                self.first = first;
                first
            }
            Found::Hits(hits) => {
                self.hits.extend(hits);
                self.find_current()
            }
            Found::All => {
                if self.looking.take().is_some() && self.query.words.trim().is_empty() {
                    self.begin();
                }
                self.find_current()
            }
            Found::Problem(problem) => {
                self.begin();
                (self.looking, self.problem) = (None, Some(problem));
                None
            }
        }
    }

    fn begin(&mut self) {
        self.hits.clear();
        (self.first, self.current, self.steps, self.problem) = (None, None, 0, None);
        self.in_notes = None;
    }

    /// The words that the text does not hold, until it was counted how many notes do.
    pub fn to_count_in_notes(&self) -> Option<&str> {
        let words = self.query.words.trim();
        let is_none = self.hits.is_empty() && self.looking.is_none() && self.problem.is_none();
        (is_none && self.in_notes.is_none() && self.query == self.searched && !words.is_empty()).then_some(words)
    }

    pub fn take_in_notes(&mut self, count: usize) {
        self.in_notes = Some(count);
    }

    /// Finds the number of the current hit once that many are there; the hit, when the reader has stepped on meanwhile
    /// or begins anew from the top.
    fn find_current(&mut self) -> Option<TextRange> {
        if self.current.is_some() {
            return None;
        }
        let is_before = |hit: &TextRange| self.first.is_some_and(|first| hit.end() <= first.start());
        let number = self.hits.partition_point(is_before);
        if number == self.hits.len() && (self.looking.is_some() || number == MOST_HITS) {
            return None;
        }
        let shown = self.first.take();
        let last = self.hits.len().checked_sub(1)?;
        // All of them are before: the first in the text comes next.
        let number = if number > last { 0 } else { number };
        let reached = number.saturating_add_signed(std::mem::take(&mut self.steps)).min(last);
        self.current = Some(reached);
        Some(self.hits[reached]).filter(|hit| shown != Some(*hit))
    }

    /// The hit that the reader is at.
    pub fn current_hit(&self) -> Option<TextRange> {
        self.current.map_or(self.first, |current| self.hits.get(current).copied())
    }

    /// Steps to the next hit, or the one before, and from the last to the first.
    pub fn step(&mut self, forward: bool) -> Option<TextRange> {
        let Some(current) = self.current else {
            self.steps += if forward { 1 } else { -1 };
            return None;
        };
        let count = self.hits.len();
        let step = if forward { 1 } else { count.checked_sub(1)? };
        let next = (current + step) % count.max(1);
        self.current = Some(next);
        self.hits.get(next).copied()
    }

    pub(super) fn count(&self) -> String {
        let count = match self.hits.len() {
            MOST_HITS => message!("find-first", count = MOST_HITS),
            count if self.looking.is_some() => message!("find-so-far", count = count),
            count => count.to_string(),
        };
        match (&self.problem, self.current) {
            (Some(problem), _) => language::no_expression(problem),
            _ if self.query.words.trim().is_empty() => String::new(),
            (_, Some(current)) => message!("find-count", current = current + 1, count = count),
            _ if self.looking.is_some() && self.hits.is_empty() => message!("find-looking").to_owned(),
            _ if self.looking.is_some() => count,
            _ => message!("find-none").to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Find, Found};
    use crate::{article::TextRange, reading::Query};

    const TEXT: &str = "tide tide tide";

    fn hit(at: usize) -> TextRange {
        TextRange::of_bytes(TEXT, at, at + 4).unwrap()
    }

    fn looking() -> (Find, Query) {
        let mut find = Find::default();
        find.query.words = "tide".to_owned();
        let (query, called_off) = find.take_unsearched().unwrap();
        assert!(find.take_unsearched().is_none() && !called_off.is_so());
        (find, query)
    }

    #[test]
    fn hits_are_stepped_through_in_a_circle_from_the_reading_place() {
        let (mut find, query) = looking();
        assert_eq!(find.take(&query, Found::First(Some(hit(5)))), Some(hit(5)));
        assert_eq!((find.current_hit(), find.count()), (Some(hit(5)), "Looking…".to_owned()));
        assert_eq!(find.take(&query, Found::Hits(vec![hit(0)])), None);
        assert_eq!((find.current_hit(), find.count()), (Some(hit(5)), "1…".to_owned()));
        assert_eq!(find.take(&query, Found::Hits(vec![hit(5), hit(10)])), None);
        assert_eq!(find.count(), "2 of 3…");
        find.take(&query, Found::All);
        assert_eq!([true, true, false].map(|forward| find.step(forward)), [hit(10), hit(0), hit(10)].map(Some));
        assert_eq!(find.count(), "3 of 3");
    }

    #[test]
    fn a_step_before_the_hits_are_there_is_made_when_they_come() {
        let (mut find, query) = looking();
        find.take(&query, Found::First(Some(hit(5))));
        assert_eq!(find.step(true), None);
        assert_eq!(find.take(&query, Found::Hits(vec![hit(0), hit(5), hit(10)])), Some(hit(10)));
    }

    #[test]
    fn with_nothing_after_the_reading_place_the_first_in_the_text_is_shown() {
        let (mut find, query) = looking();
        assert_eq!(find.take(&query, Found::First(None)), None);
        assert_eq!(find.take(&query, Found::Hits(vec![hit(0), hit(5)])), Some(hit(0)));
    }

    #[test]
    fn a_hit_that_begins_before_the_reading_place_is_the_current_one_as_a_whole() {
        for others in [&[][..], &[hit(0)]] {
            let (mut find, query) = looking();
            let rest = TextRange::of_bytes(TEXT, 7, 9).unwrap();
            find.take(&query, Found::First(Some(rest)));
            find.take(&query, Found::Hits(others.to_vec()));
            assert_eq!((find.current_hit(), find.take(&query, Found::Hits(vec![hit(5)]))), (Some(rest), Some(hit(5))));
            find.take(&query, Found::All);
            assert_eq!(find.count(), format!("{0} of {0}", others.len() + 1));
        }
    }

    #[test]
    fn what_is_no_hit_in_the_order_of_the_text_is_not_shown_once_all_are_there() {
        for (hits, current, count) in [(vec![hit(0)], Some(hit(0)), "1 of 1"), (Vec::new(), None, "Not in the text")] {
            let (mut find, query) = looking();
            find.take(&query, Found::First(Some(hit(10))));
            find.take(&query, Found::Hits(hits));
            assert_eq!((find.take(&query, Found::All), find.current_hit()), (current, current));
            assert_eq!(find.count(), count);
        }
    }

    #[test]
    fn another_query_calls_the_search_off() {
        let mut find = Find::default();
        find.query.words = "tide".to_owned();
        let (query, called_off) = find.take_unsearched().unwrap();
        find.query.words = "tides".to_owned();
        let _other = find.take_unsearched().unwrap();
        assert!(called_off.is_so());
        assert_eq!(find.take(&query, Found::First(Some(hit(5)))), None);
    }
}

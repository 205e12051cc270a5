//! Whom a word for an age alone means: 老人, 小伙子, where the article brought in nobody by it.

use super::mentions::{Head, Mention};
use super::people::PersonId;
use super::resolve::{BACK, Resolver};
use super::words::Classes;

impl Resolver<'_, '_> {
    /// 王桂兰的茶馆…。老人说: the one who was named, where nobody else came up by that word.
    pub(super) fn of_age(&self, at: usize, mention: Mention) -> Option<PersonId> {
        if !self.sources.words.classes_of(self.letters((mention.start, mention.end))).any(Classes::AGE) {
            return None;
        }
        let before = self.sources.mentions.partition_point(|mention| mention.end <= at);
        let near = self.sources.mentions[..before].iter().rev().take(BACK);
        let own = self.letters((mention.start, mention.end));
        // 一位老人走进店里: somebody new
        let is_new = |start: usize| {
            let clause = self.sources.clause_start(start.saturating_sub(COUNTED), start);
            let ahead = self.letters((clause, start));
            (0..ahead.len()).any(|at| self.sources.words.longest(&ahead[at..], Classes::COUNTING) > Some(1))
        };
        let brought = near.clone().find(|other| {
            other.head == Head::Title && is_new(other.start) && {
                let other = self.letters((other.start, other.end));
                other.ends_with(own) || own.ends_with(other)
            }
        });
        let likely = self.nearest(at, self.gender_of(mention))?;
        // 一名老人…，闻老太: another word for the same age is in the name
        let same =
            self.sources.words.longest_at_end(self.letters((likely.mention.start, likely.mention.end)), Classes::AGE);
        let newer = brought.is_none_or(|brought| same.is_some() && brought.start < likely.mention.start);
        let away = self.paragraph_of(at).saturating_sub(self.paragraph_of(likely.mention.start));
        match likely.mention.head {
            Head::Person(id) if newer && away < 2 => Some(id),
            _ => None,
        }
    }

    /// The words for the last one without a name whom a word for an age may mean: 一位抱着孩子的父亲, 男子 later.
    pub(super) fn unnamed_of_age(&self, at: usize, mention: Mention) -> Option<String> {
        let own = self
            .gender_of(mention)
            .filter(|_| self.sources.words.classes_of(self.letters((mention.start, mention.end))).any(Classes::AGE))?;
        let before = self.sources.mentions.partition_point(|mention| mention.end <= at);
        let mut near = self.sources.mentions[..before].iter().rev().take(BACK);
        near.find_map(|other| {
            let near = self.paragraph_of(at).saturating_sub(self.paragraph_of(other.start)) < 2;
            let fits = near && other.head == Head::Title && self.gender_of(*other) == Some(own);
            let clause = self.sources.clause_start(other.start.saturating_sub(COUNTED), other.start);
            let ahead = self.letters((clause, other.start));
            let counts = |at: &usize| self.sources.words.longest(&ahead[*at..], Classes::COUNTING) > Some(1);
            let from = (0..ahead.len()).rev().find(counts).filter(|_| fits)?;
            Some(self.sources.page.words((clause + from, other.end)).to_owned())
        })
    }
}

/// How far before a word for people the number of them may stand.
const COUNTED: usize = 16;

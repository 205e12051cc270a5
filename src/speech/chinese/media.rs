//! The media of an article: which of them 报道, 该报 and 美媒 mean.

use super::mentions::{Head, Mention};
use super::page::{Span, is_end, is_pause};
use super::resolve::Resolver;
use super::sources::{Source, Sources};

/// The longest words for a medium: 据英国《晨报》网站1月24日报道.
const MEDIUM: usize = 30;

/// How many mentions before 报道 are looked at for the medium.
const NEAR: usize = 12;

/// A medium that reports something.
pub(super) struct Medium {
    pub span: Span,
    /// Whether the article says that it follows it: 据《晨报》报道.
    followed: bool,
}

/// The media that report something in an article.
pub(super) fn media(sources: &Sources<'_, '_>) -> Vec<Medium> {
    let letters = &sources.page.letters;
    let mut found = Vec::new();
    let opens = |letter: &char| matches!(letter, '据' | '报');
    for (at, _) in letters.iter().enumerate().filter(|(_, letter)| opens(letter)) {
        if letters[at] == '报' {
            found.extend(reporting(sources, at).map(|span| Medium { span, followed: false }));
            continue;
        }
        let clause = letters[at + 1..].iter().take(MEDIUM).take_while(|letter| !is_pause(**letter)).count();
        let end = at + 1 + clause;
        if !matches!(letters[at + 1..end], [.., '报', '道' | '导']) {
            continue;
        }
        // 据中央社援引法新社报道
        let cites = letters[at + 1..end].windows(2).position(|pair| matches!(pair, ['援' | '转', '引'] | ['引', '述']));
        let medium = sources.subject((at + 1, cites.map_or(end - 2, |cites| at + 1 + cites)));
        found.extend(medium.map(|medium| Medium { span: medium.span, followed: true }));
    }
    found
}

/// 晨报25日报道称: the medium that reports at a place.
fn reporting(sources: &Sources<'_, '_>, at: usize) -> Option<Span> {
    let letters = &sources.page.letters;
    matches!(letters[at..], ['报', '道' | '导', '称' | '说' | '，' | '指', ..]).then_some(())?;
    let start = sources.clause_start(at.saturating_sub(MEDIUM), at);
    let paper = |it: &Source| it.mention.is_some_and(|mention| matches!(mention.head, Head::Body | Head::Paper));
    let medium = sources.subject((start, at)).filter(paper).or_else(|| sources.plain((start, at)))?;
    let named = matches!(letters[..medium.span.1], [.., '报' | '社' | '网' | '台' | '刊' | '》' | '站']);
    named.then_some(medium.span)
}

impl<'p> Resolver<'p, '_> {
    /// The writer or the medium of a paper, where another name for it stands before.
    pub(super) fn of_paper(&self, span: Span, paper: Mention) -> Option<String> {
        if paper.head == Head::Paper
            && span == (paper.start, paper.end)
            && let Some(writer) = self.writer_of_it(span.0)
        {
            return Some(writer);
        }
        if let Some(medium) = self.medium(span) {
            return Some(medium.to_owned());
        }
        // 晨报6月18日的报道: the paper
        let [medium @ .., '的', '报', '道' | '导'] = self.letters(span) else { return None };
        let about = medium.windows(2).position(|pair| pair == ['关', '于']).unwrap_or(medium.len());
        let end = self.sources.trim_tail((span.0, span.0 + about));
        Some(self.sources.page.words((span.0, end)).to_owned())
    }

    /// The medium that 报道, 该媒体 or 美媒 means.
    pub(super) fn medium(&self, span: Span) -> Option<&'p str> {
        let letters = self.letters(span);
        let before = || self.media.iter().rev().map(|medium| medium.span).find(|medium| medium.1 <= span.0);
        let mut followed = self.media.iter().filter(|medium| medium.followed).map(|medium| medium.span);
        let medium = match letters {
            ['外', '媒'] => followed.next(),
            // 台媒: 台湾《晨报》
            [land, '媒'] => {
                let of = |medium: &&Medium| {
                    let letters = self.letters(medium.span);
                    letters.first() == Some(land) || medium.followed && letters.contains(land)
                };
                self.media.iter().find(of).map(|medium| medium.span)
            }
            ['报', '道' | '导'] | ['文', '章'] if self.asks(span).is_some() => self.asks(span),
            ['报', '道' | '导'] | ['文', '章'] | ['该', '报' | '社' | '网', ..] | ['该', '媒', '体'] => {
                before()
            }
            _ => None,
        };
        medium.map(|medium| self.sources.page.words(medium))
    }

    /// 《晨报》提出一个问题。报道称，…: the medium that the sentence before is about.
    fn asks(&self, span: Span) -> Option<Span> {
        let mentions = self.sources.mentions;
        let before = mentions.partition_point(|mention| mention.end <= span.0);
        let near = mentions[..before].iter().rev().take(NEAR);
        let mut near = near.take_while(|mention| self.paragraph_of(mention.start) == self.paragraph_of(span.0));
        near.find_map(|mention| {
            let named = matches!(mention.head, Head::Paper | Head::Body)
                && matches!(self.letters((mention.start, mention.end)), [.., '》' | '社' | '报' | '网']);
            let last = || self.letters((mention.end, span.0)).iter().filter(|letter| is_end(**letter)).count() < 2;
            self.sources.as_subject(*mention).filter(|_| named && last()).map(|source| source.span)
        })
    }
}

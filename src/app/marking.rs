//! “Mark everywhere” while a worker looks for the words.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use super::called_off::{CalledOff, Waiting};
use crate::{
    article::{Article, TextRange},
    notes::Draft,
};

/// How long looking may take before it is told.
const TOLD_AFTER: Duration = Duration::from_millis(300);

/// Words that are being looked for, to be marked wherever they stand.
pub struct Marking {
    waiting: Waiting,
    article: Arc<Article>,
    pub words: TextRange,
    /// What is marked with.
    pub draft: Draft,
    since: Instant,
}

impl Marking {
    pub fn new(article: Arc<Article>, words: TextRange, draft: Draft) -> Self {
        Self { waiting: Waiting::default(), article, words, draft, since: Instant::now() }
    }

    /// What the worker that looks for them has to look at.
    pub fn called_off(&self) -> CalledOff {
        self.waiting.called_off()
    }

    /// Whether a worker's answer is to this, and still of the article as it reads now.
    pub fn is_answered_by(&self, called_off: &CalledOff, article: &Arc<Article>) -> bool {
        self.called_off().is_same(called_off) && Arc::ptr_eq(&self.article, article)
    }

    /// How long it is until this is told, if it goes on; `None` when it is time.
    pub fn told_in(&self) -> Option<Duration> {
        TOLD_AFTER.checked_sub(self.since.elapsed()).filter(|left| !left.is_zero())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_answer_that_is_waited_for_counts() {
        let article = Arc::new(Article::new("tide.txt", "The tide came in.", Vec::new()));
        let new = || Marking::new(article.clone(), article.whole(), Draft::default());
        let (given_up, marking) = (new().called_off(), new());
        assert!(given_up.is_so() && !marking.called_off().is_so());
        assert!(marking.is_answered_by(&marking.called_off(), &article));
        assert!(!marking.is_answered_by(&given_up, &article));
        let other = Arc::new(Article::new("tide.txt", "The tide went out.", Vec::new()));
        assert!(!marking.is_answered_by(&marking.called_off(), &other), "the article reads otherwise now");
    }
}

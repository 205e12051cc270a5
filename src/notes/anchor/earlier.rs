//! Finding many passages with all that is known of the texts they were marked in.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{Anchor, Anchoring, Passage, Place, Sketch};
use crate::{article::Article, notes::AnnotationId};

/// What is known of an article before it changed.
#[derive(Clone, Debug, Default)]
pub struct Earlier {
    /// Earlier texts of the article, the newest first.
    pub texts: Vec<Arc<str>>,
    /// A sketch of the text that the newest passages were marked in, and that text's length in characters.
    pub sketch: Option<Sketch>,
    pub length: usize,
    /// How many other places read nearly like an annotation's passage when it was marked; absent for none.
    pub twins: BTreeMap<AnnotationId, usize>,
    /// Annotations that were marked in another article: what is found of them is never certain.
    pub strays: BTreeSet<AnnotationId>,
}

impl Earlier {
    /// Finds passages: where they were if nothing changed there, else mapped from an earlier text in which they stand
    /// as they were marked, else by their words. Answers in the order of the passages.
    pub fn find(&self, article: &Article, passages: &[Passage<'_>]) -> Vec<Anchor> {
        let in_place = |passage: &Passage<'_>| {
            let place = if passage.selector.is_of_article() {
                Place::Article
            } else {
                Place::Exact(passage.selector.verbatim_in(article)?)
            };
            Some(Anchor { place, hint: None, why: "" })
        };
        let mut anchors: Vec<Option<Anchor>> = passages.iter().map(in_place).collect();
        if anchors.iter().all(Option::is_some) {
            return anchors.into_iter().flatten().collect();
        }
        let mut anchoring = Anchoring::new(article);
        for text in &self.texts {
            let missing: Vec<usize> = (0..anchors.len()).filter(|number| anchors[*number].is_none()).collect();
            if missing.is_empty() {
                break;
            }
            let earlier = Article::new("", text.clone(), Vec::new());
            let stood = |number: &usize| Some((*number, passages[*number].selector.verbatim_in(&earlier)?));
            let (numbers, stretches): (Vec<usize>, Vec<_>) = missing
                .iter()
                .filter_map(stood)
                .map(|(number, range)| (number, (range.start().byte(), range.end().byte())))
                .unzip();
            if !numbers.is_empty() {
                let found = anchoring.by_earlier_text(text, &stretches);
                numbers.into_iter().zip(found).for_each(|(number, anchor)| anchors[number] = Some(anchor));
            }
        }
        let missing: Vec<usize> = (0..anchors.len()).filter(|number| anchors[*number].is_none()).collect();
        if !missing.is_empty() {
            let length = if self.length > 0 { self.length } else { article.characters() };
            let wanted: Vec<Passage<'_>> = missing.iter().map(|number| passages[*number]).collect();
            let found = anchoring.by_words(&wanted, self.sketch.as_ref(), length);
            missing.into_iter().zip(found).for_each(|(number, anchor)| anchors[number] = Some(anchor));
        }
        anchors.into_iter().flatten().collect()
    }
}

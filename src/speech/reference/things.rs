//! What no "he" and no "she" can be, though it speaks: 'radar data', 'a study published on Monday', 'die ADH'.

use super::super::form::is_longer;
use super::super::holder::Holder;
use super::super::lexicon::Classes;
use super::super::people::is_upper;
use super::super::survey::{Mention, Survey};
use super::super::token::Token;

/// Whether a German mention is letters with an article, which no "er" leads to: 'Die ADH'.
pub(super) fn is_german_body(survey: &Survey<'_>, mention: Mention) -> bool {
    let Some(number) = mention.sentence.filter(|_| survey.lexicon.is_german()) else { return false };
    matches!(mention.phrase.of(&survey.sentences[number].tokens), [.., letters]
        if is_longer(letters.text, 1) && letters.text.chars().all(char::is_uppercase))
}

/// Whether what an English mention is about cannot be "he" or "she".
pub(super) fn is_thing(survey: &Survey<'_>, mention: Mention, holder: &Holder) -> bool {
    let tokens = mention.sentence.map_or(&[][..], |number| &survey.sentences[number].tokens);
    match holder {
        Holder::Noun(head) => !tokens[*head].may_be_person() || survey.lexicon.speaks_as_body(&tokens[*head].lower),
        Holder::Writer(_) | Holder::Together(_) => false,
        // 'a study published'
        Holder::Names(names) if names.is_empty() => {
            let is_noun = |token: &&Token<'_>| token.usage.form.text != "ed";
            let noun = mention.phrase.of(tokens).iter().rfind(is_noun);
            noun.is_some_and(|noun| survey.lexicon.is_document(&noun.lower))
        }
        Holder::Names(names) => names.iter().any(|name| {
            name.of(tokens).iter().any(|token| token.is(Classes::ORGANISATION))
                || name.of(tokens).iter().all(|token| is_upper(token.text) && is_longer(token.text, 2))
        }),
    }
}

//! A name behind where somebody is from and what they make: 'the Dutch packaging maker Dahl'.

use super::super::mentions::Phrase;
use super::super::token::Token;
use super::Search;
use super::whole::is_plain;

impl Search<'_, '_> {
    /// 'the Dutch packaging maker [Dahl]': the name that ends a phrase whose only other one is an adjective.
    pub(super) fn made_in(&self, inside: &[Phrase]) -> Option<Phrase> {
        let tokens = &self.sentence.tokens;
        let [country, name] = inside else { return None };
        let is_adjective =
            *country == Phrase::one(country.first) && tokens[country.first].usage.parts.text.contains('J');
        let between = &tokens[country.after..name.first];
        let whole = name.after == self.phrase.after && between.len() > 1;
        (is_adjective
            && whole
            && between.iter().all(|token| is_plain(token) || token.word && token.kind.is_none() && !token.is_finite))
        .then_some(*name)
    }
}

/// '[Danish mill owner Dahl] left and said': whose country a source tells, up to the name.
pub(super) fn with_maker(tokens: &[Token<'_>], phrase: Phrase) -> Phrase {
    let [country] = phrase.of(tokens) else { return phrase };
    let behind = tokens.get(phrase.after..).unwrap_or_default();
    let words = behind.iter().take_while(|token| is_plain(token)).count();
    let name = behind[words..].iter().take_while(|token| token.word && token.capital).count();
    let is_country = country.capital && country.usage.parts.text.contains('J');
    if is_country && words > 0 && name > 0 { Phrase { after: phrase.after + words + name, ..phrase } } else { phrase }
}

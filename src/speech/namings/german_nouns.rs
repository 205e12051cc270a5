//! What German texts call their people and bodies besides names.

use super::super::german;
use super::super::interner::TextId;
use super::super::kept::{Described, Kept, Other, push};
use super::super::lexicon::Lexicon;
use super::super::mentions::Phrase;
use super::super::people::INTRODUCED;
use super::super::survey::Survey;
use super::super::token::Token;
use super::Naming;

/// Keeps a name that is a firm's in German.
pub(super) fn keep_firm(survey: &Survey<'_>, tokens: &[Token<'_>], run: Phrase, kept: &mut Kept) {
    let firm = if survey.lexicon.is_german() { german::firm(tokens, run, survey.lexicon) } else { None };
    if let Some(name) = firm {
        let at = tokens[name.first].start as u32;
        let name = kept.texts.intern(name.of(tokens).iter().map(|token| token.text));
        push(&mut kept.firms, Other { at, name });
    }
}

impl Naming<'_, '_> {
    /// Keeps whoever may stand before a court: 'Ulf H.', whose name is kept back, 'Ulf Hill, 51, ist angeklagt'.
    pub(super) fn keep_defendant(&self, lexicon: &Lexicon, name: TextId, kept: &mut Kept) {
        let first = self.name.first - self.title.len();
        let role = first.checked_sub(1).map(|before| &self.tokens[before]);
        let has_role = !self.title.is_empty() || role.is_some_and(|role| lexicon.is_person(&role.lower));
        let [.., _, letter] = self.name.of(self.tokens) else { return };
        let is_letter = letter.text.trim_end_matches('.').chars().count() == 1;
        let tried = self.tokens.iter().any(|token| lexicon.is_tried(&token.lower));
        if (is_letter || self.age().is_some() && tried) && !has_role {
            kept.roles(name, &lexicon.defendants);
        }
    }

    /// 'Ulf Hill, 51, schwieg', 'Ulf Hill (51)': how old somebody is.
    fn age(&self) -> Option<&str> {
        let behind = self.tokens.get(self.name.after..self.name.after + 3)?;
        let is_aside = matches!((behind[0].text, behind[2].text), (",", ",") | ("(", ")") | ("(", ","));
        Some(behind[1].text).filter(|age| is_aside && age.len() < 3 && age.bytes().all(|digit| digit.is_ascii_digit()))
    }

    /// 'Die Frau, die sich als Ada Hill vorstellte': keeps by what noun somebody was known before they gave their name.
    pub(super) fn keep_introduced(&self, lexicon: &Lexicon, name: TextId, kept: &mut Kept) {
        let first = self.name.first - self.title.len();
        let Some(noun) = german::introduces_herself(self.tokens, first, self.name.after, lexicon) else { return };
        let role = kept.texts.intern([INTRODUCED, self.tokens[noun].lower.as_ref()].into_iter());
        kept.role(name, role);
    }

    /// Keeps what a German is called whose age is told: 'der 51-Jährige'.
    pub(super) fn keep_age(&self, name: TextId, kept: &mut Kept) {
        for end in self.age().into_iter().flat_map(|age| ["e", "er"].map(|end| (age, end))) {
            let role = kept.texts.intern([format!("{}-jährig{}", end.0, end.1).as_str()].into_iter());
            kept.role(name, role);
        }
    }
}

/// Keeps a subject that stands for several in German.
pub(super) fn keep_several(survey: &Survey<'_>, number: usize, kept: &mut Kept) {
    let Some(phrase) = german::several(&survey.sentences[number].tokens, survey.lexicon) else { return };
    let mention = survey.mention(number, phrase);
    let name = kept.texts.intern_text(&german::nominative(survey.words_of(mention), survey.lexicon));
    push(&mut kept.several, Other { at: mention.start as u32, name });
}

/// Keeps a name of one word that is the subject behind the first clause in German: 'Es klopfte, doch Lorenz schlief'.
pub(super) fn keep_joined(survey: &Survey<'_>, number: usize, kept: &mut Kept) {
    let sentence = &survey.sentences[number];
    let tokens = &sentence.tokens;
    let joined = german::joined_name(tokens).or_else(|| german::name_behind_verb(tokens));
    let joined = joined.filter(|name| sentence.names.contains(name));
    let joined = joined.or_else(|| {
        let behind = german::name_behind_role(tokens, survey.lexicon);
        let is_given = |name: Phrase| survey.lexicon.gender_of_name(&tokens[name.first].lower).is_some();
        behind.filter(|name| sentence.names.iter().any(|run| run.after == name.after) || is_given(*name))
    });
    if let Some(token) = joined.map(|name| &sentence.tokens[name.first]) {
        let name = kept.texts.intern_text(token.text);
        push(&mut kept.short_names, Other { at: token.start as u32, name });
    }
}

/// Keeps a subject that is a German noun for a body or a firm: 'Das Amt für Deiche'.
pub(super) fn keep_body_noun(survey: &Survey<'_>, number: usize, kept: &mut Kept) {
    let tokens = &survey.sentences[number].tokens;
    let Some(phrase) = german::body_subject(tokens, survey.lexicon) else { return };
    let mention = survey.mention(number, phrase);
    let name = kept.texts.intern_text(&german::nominative(survey.words_of(mention), survey.lexicon));
    push(&mut kept.body_nouns, Other { at: mention.start as u32, name });
}

/// Keeps a subject that is a German noun for a person.
pub(super) fn keep_described(survey: &Survey<'_>, number: usize, kept: &mut Kept) {
    let tokens = &survey.sentences[number].tokens;
    let described = german::described_subject(tokens, survey.lexicon);
    let Some((phrase, described)) = described.or_else(|| german::described_aside(tokens, survey.lexicon)) else {
        return;
    };
    if german::is_told(survey, number, phrase) {
        return;
    }
    let mention = survey.mention(number, phrase);
    let name = kept.texts.intern_text(&german::nominative(survey.words_of(mention), survey.lexicon));
    let role = kept.texts.intern_text(&described.role);
    let german::Described { gender, definite, .. } = described;
    push(&mut kept.described, Described { at: mention.start as u32, name, role, gender, definite });
}

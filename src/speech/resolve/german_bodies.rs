//! Which body or paper German nouns lead to: 'die Behörde', 'das Unternehmen', 'die Zeitung', 'in der Mitteilung'.

use super::super::german;
use super::super::kept::{Gender, Other};
use super::german_nouns::ARTICLE;
use super::{BACK, Meant, Resolver, Said, Spoken};

/// How many paragraphs before a paper its author may be named.
const PARAGRAPHS: usize = 2;

/// How many speakers back a paper is looked for.
const PAPERS: usize = 20;

/// Whoever is no clearer stands so far back that a body in the paragraph may be meant.
const FAR: f64 = 2.2;

/// What a ministry is called besides.
const OFFICE: &str = "ressort";
const MINISTRY: &str = "ministerium";

impl Resolver<'_> {
    /// The paper or body named last, for 'die Zeitung' and 'das Ministerium': of those who spoke the last that is called so.
    pub(super) fn by_paper(&self, role: &str, at: u32) -> Option<Meant> {
        let lexicon = self.overview.lexicon;
        if !lexicon.is_german() || !(lexicon.ends_like_paper(role) || lexicon.is_body(role) || role == OFFICE) {
            return None;
        }
        let before = self.said.partition_point(|said| said.at < at);
        let generic = german::is_generic(role, lexicon);
        // 'das Ressort' is whatever ministry spoke
        let end = if role == OFFICE { MINISTRY } else { role };
        let called = |said: &&Said| {
            let name = self.names.get(said.name);
            let lower = name.to_lowercase();
            let longer = name.len() > end.len() + ARTICLE && lower.ends_with(end);
            longer || generic && lower != role && german::names_body(&lower, lexicon)
        };
        let said = self.said[..before].iter().rev().take(PAPERS).find(called).map(|said| Meant::Name(said.name));
        said.or_else(|| self.body_of_kind(role, at))
    }

    /// The body named last in this paragraph or the one before that a plain noun may stand for: 'der Verband' for 'der Lyser
    /// Bauernbund'.
    fn body_of_kind(&self, role: &str, at: u32) -> Option<Meant> {
        const KINDS: [(&str, &[&str]); 4] = [
            ("verband", &["bund", "verbund", "verband", "verein", "vereinigung", "union", "gesellschaft"]),
            ("verein", &["verein", "klub", "club", "bund"]),
            ("gewerkschaft", &["gewerkschaft", "bund"]),
            ("amt", &["amt"]),
        ];
        let (_, ends) = KINDS.iter().find(|(noun, _)| *noun == role)?;
        let here = self.overview.paragraphs_to(at as usize);
        let near = |place: u32| here - self.overview.paragraphs_to_before(place as usize, here) <= 1;
        let fits = |name: &str| name.to_lowercase().split(' ').any(|word| ends.iter().any(|end| word.ends_with(end)));
        // 'Lyser Bauernbund' looks like a person's name
        let named = [&self.bodies, &self.subjects].into_iter().filter_map(|named| {
            let before = named[..named.partition_point(|body| body.at < at)].iter().rev().take(BACK);
            let mut near = before.take_while(|body| near(body.at));
            near.find(|body| self.people.is_body(body.id()) && fits(&self.people.name(body.id())))
        });
        let named = named.max_by_key(|body| body.at);
        // 'Der Lysverbund klagt. „Zu teuer“, teilte der Verband mit'
        let noun = self.body_noun_before(at, None).filter(|noun| fits(self.people.text_of(noun.name)));
        let noun = noun.filter(|noun| named.is_none_or(|named| named.at < noun.at));
        noun.map(|noun| Meant::Noun(noun.name)).or_else(|| named.map(|body| Meant::Person(body.id())))
    }

    /// 'Die Sparbank schließt. Man verliere Kunden, teilte sie mit': the body in the feminine that is told of in the paragraph of
    /// a place, if nobody says "ich" and the nearest person stands farther back; with its place.
    pub(super) fn feminine_body(
        &self,
        gender: Option<Gender>,
        at: u32,
        spoken: Spoken<'_>,
        nearest: Option<(Meant, f64, u32)>,
    ) -> Option<(u32, Meant)> {
        let is_she = self.overview.lexicon.is_german() && gender == Some(Gender::Female);
        if !is_she
            || spoken.words.split(|letter: char| !letter.is_alphanumeric()).any(|word| matches!(word, "ich" | "Ich"))
        {
            return None;
        }
        let text = self.overview.text;
        let noun = self.body_nouns[..self.body_nouns.partition_point(|body| body.at < at)].last();
        let noun = noun.filter(|noun| text[noun.at as usize..].starts_with("Die "));
        let noun = noun.map(|noun| (noun.at, Meant::Noun(noun.name)));
        let body = self.bodies[..self.bodies.partition_point(|body| body.at < at)].last();
        let body = body.filter(|body| body.clear() > 0 && text[..body.at as usize].ends_with("Die "));
        let body = body.map(|body| (body.at, Meant::Person(body.id())));
        let here = self.overview.paragraphs_to(at as usize);
        let near = |place: u32| self.overview.paragraphs_to_before(place as usize, here) == here;
        let body = [noun, body].into_iter().flatten().max_by_key(|(place, _)| *place).filter(|(place, _)| near(*place));
        body.filter(|body| nearest.is_none_or(|(_, score, place)| score < FAR && place < body.0))
    }

    /// The firm named last, where a German noun stands for one: 'das Unternehmen' for 'der Autobauer Hill'.
    pub(super) fn by_firm(&self, role: &str, at: u32) -> Option<Meant> {
        let is_firm = self.overview.lexicon.is_german() && self.overview.lexicon.is_firm(role);
        let before = self.firms.partition_point(|firm| firm.at < at).checked_sub(1).filter(|_| is_firm)?;
        let name = self.firms[before].name;
        Some(self.people.meant(name).map_or(Meant::Noun(name), Meant::Person))
    }

    /// Who has their say in a paper that German tells nothing else of, 'in der Mitteilung': whoever was named last.
    pub(super) fn author_before(&self, at: u32, told: bool) -> Option<Meant> {
        let last = |others: &[Other]| others.partition_point(|other| other.at < at).checked_sub(1);
        let said = self.said[..self.said.partition_point(|said| said.at < at)].last();
        let said = said.map(|said| (said.at, Meant::Name(said.name)));
        let firm = last(&self.firms).map(|firm| {
            let Other { at, name } = self.firms[firm];
            (at, self.people.meant(name).map_or(Meant::Noun(name), Meant::Person))
        });
        let body = self.bodies[..self.bodies.partition_point(|body| body.at < at)].last();
        let body = body.filter(|body| self.people.is_body(body.id())).map(|body| (body.at, Meant::Person(body.id())));
        let person = self.nearest(None, at, Spoken::default()).map(|(meant, _, place)| (place, meant));
        let noun = self.body_noun_before(at, None).map(|noun| (noun.at, Meant::Noun(noun.name)));
        let (place, author) = [said, firm, body, person, noun]
            .into_iter()
            .take(if told { 1 } else { 5 })
            .flatten()
            .max_by_key(|(place, _)| *place)?;
        let here = self.overview.paragraphs_to(at as usize);
        let apart = here - self.overview.paragraphs_to_before(place as usize, here);
        (apart <= PARAGRAPHS).then_some(author)
    }

    /// The body named last, by a name or a noun, where a German noun may stand for any: 'die Behörde' for 'die
    /// Staatsanwaltschaft Linz', for 'das Amt für Deiche'.
    pub(super) fn by_generic_body(&self, role: &str, at: u32) -> Option<Meant> {
        let lexicon = self.overview.lexicon;
        if !lexicon.is_german() || !german::is_generic(role, lexicon) {
            return None;
        }
        let before = self.bodies.partition_point(|body| body.at < at);
        let named = self.bodies[..before].iter().rev().take(BACK).find(|body| self.people.is_body(body.id()));
        let noun = self.body_noun_before(at, Some(role)).filter(|noun| named.is_none_or(|named| named.at < noun.at));
        noun.map(|noun| Meant::Noun(noun.name)).or_else(|| named.map(|named| Meant::Person(named.id())))
    }

    /// The noun for a body that was the subject of a sentence last, of this paragraph or the one before, and is another than
    /// a given one: 'Das Amt prüft. „Bald“, erklärt die Behörde'.
    fn body_noun_before(&self, at: u32, role: Option<&str>) -> Option<&Other> {
        let here = self.overview.paragraphs_to(at as usize);
        let before = self.body_nouns.partition_point(|other| other.at < at);
        let near = self.body_nouns[..before]
            .iter()
            .rev()
            .take_while(|other| here - self.overview.paragraphs_to_before(other.at as usize, here) <= 1);
        let is_other =
            |other: &&Other| role.is_none_or(|role| !self.people.text_of(other.name).to_lowercase().contains(role));
        near.into_iter().take(BACK).find(is_other)
    }
}

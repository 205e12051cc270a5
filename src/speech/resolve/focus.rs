//! Who is in mind where English news call somebody who is known by a noun: 'the lawmaker', 'the retired baker', 'the Dane'.

use super::super::interner::TextId;
use super::super::kept::Gender;
use super::super::people::PersonId;
use super::{BACK, Meant, Resolver, Said, Spoken};

/// How many paragraphs back somebody may have been in mind who is called by a noun that only the known have ('the lawmaker'),
/// and by any other ('the surgeon').
pub(super) const NEAR: usize = 4;
const NEXT: usize = 1;

/// How clearly a subject that opens its sentence does so, and one behind other words.
const OPENS: i8 = 3;
const BEHIND: i8 = 1;

impl Resolver<'_> {
    /// Whoever is in mind at a place; they must be called by a role, where one is told.
    pub(super) fn in_mind(&self, role: Option<TextId>, at: u32) -> Option<PersonId> {
        let (meant, score, _) = self.nearest(None, at, Spoken::default())?;
        let Meant::Person(person) = meant else { return None };
        let has_role = role.is_none_or(|role| self.people.has_role(person, role));
        (score > 0.0 && has_role).then_some(person)
    }

    /// Whoever is in mind, where words end with a noun, given in lower case, that somebody is called by who is known already:
    /// 'the lawmaker'.
    pub(super) fn by_epithet(&self, noun: &str, words: &str, at: u32) -> Option<Meant> {
        let lexicon = self.overview.lexicon;
        let lower = words.to_lowercase();
        // 'her former student' is another, and 'the captain' of a story is somebody of his own
        let is_definite = ["the ", "this ", "that ", "counsel"].iter().any(|first| lower.starts_with(first));
        if !is_definite || self.overview.story.is_some() {
            return None;
        }
        let described: Vec<&str> = lower.strip_suffix(noun).unwrap_or_default().split_whitespace().skip(1).collect();
        // 'the Lys manager'
        let is_placed = words.split(' ').skip(1).any(|word| word.starts_with(char::is_uppercase));
        // 'the mother of three'
        let many = lower.rsplit_once(" of ").is_some_and(|(_, number)| lexicon.is_number_of_children(number));
        // 'the 6-foot-5 center'
        let is_measured = || described.iter().any(|word| is_measure(word));
        let is_known = many || lexicon.is_epithet(noun) || lexicon.is_demonym(noun) || is_measured();
        // 'the surgeon at the Lys clinic' is another
        let may_be = || lower.ends_with(noun) && lexicon.may_be_epithet(noun, &described, is_placed);
        if !is_known && !may_be() {
            return None;
        }
        let near = if is_known || is_placed { NEAR } else { NEXT };
        self.in_focus(lexicon.gender_of_noun(noun), at, near)
    }

    /// 'Ada Hill laughs. Her husband': Tom Hill, where words at a place end with a noun for kin, given in lower case, and no other
    /// man has the surname.
    pub(super) fn by_kin(&self, noun: &str, words: &str, at: u32) -> Option<Meant> {
        const KIN: [&str; 8] = ["husband", "wife", "father", "mother", "son", "daughter", "brother", "sister"];
        let lexicon = self.overview.lexicon;
        let (whose, _) = words.split_once(' ').filter(|_| lexicon.is_english() && KIN.contains(&noun))?;
        let classes = lexicon.word(&whose.to_lowercase()).classes;
        let owner = Gender::told_by(|told| classes.any(told), Gender::PRONOUNS)?;
        let (Meant::Person(owner), ..) = self.nearest(Some(owner), at, Spoken::default())? else { return None };
        self.people.only_namesake(owner, lexicon.gender_of_noun(noun)?).map(Meant::Person)
    }

    /// '“Bread was dear,” Mira Dahl said. “It is now,” the teacher said': whoever spoke or acted last in the paragraph, where
    /// words that end with a noun tell, right behind marks, who says something more.
    pub(super) fn by_second_tag(&self, noun: &str, words: &str, at: u32) -> Option<Meant> {
        const SAYS: f64 = 0.5;
        let lexicon = self.overview.lexicon;
        let (before, behind) = self.overview.text.split_at(at as usize);
        let before = before.trim_end();
        let (rest, last) = before.rsplit_once(' ').unwrap_or(("", before));
        let next = behind[words.len()..].split_whitespace().next().unwrap_or_default();
        let before = if lexicon.word(last).strength() >= SAYS { rest } else { before };
        let is_tag = before.ends_with(['”', '"', '’', '\'', '»']);
        let is_answer = [last, next].iter().any(|verb| lexicon.is_answering(verb.trim_end_matches([',', '.', ':'])));
        let may_be = is_tag && !is_answer && self.overview.story.is_none() && lexicon.may_say_more(noun);
        if may_be { self.in_focus(lexicon.gender_of_noun(noun), at, 0) } else { None }
    }

    /// 'the vicar': whoever spoke last, else is named most, of those who have a title that a noun may be for, "Reverend".
    pub(super) fn by_title(&self, noun: &str, words: &str, at: u32) -> Option<PersonId> {
        let lexicon = self.overview.lexicon;
        // 'the vicar of another parish'
        let is_bare = words.split(' ').count() == 2 && !lexicon.is_epithet(noun);
        let titles = if is_bare { lexicon.titles_of(noun) } else { &[] };
        let has_title = |id: &PersonId| titles.iter().any(|title| self.people.has_role_named(*id, title));
        let said = self.said[..self.said.partition_point(|said| said.at < at)].iter().rev().take(BACK);
        let spoke = said.filter(|_| !titles.is_empty()).filter_map(|said| said.person).find(has_title);
        spoke.or_else(|| titles.iter().find_map(|title| self.people.by_role_named(title)))
    }

    /// 'the witness': whoever spoke last in this paragraph or the two before and is not of the court, nor stands before it.
    pub(super) fn by_testimony(&self, noun: &str, at: u32) -> Option<Meant> {
        const NEAR: usize = 2;
        let lexicon = self.overview.lexicon;
        if !lexicon.is_witness(noun) {
            return None;
        }
        let here = self.overview.paragraphs_to(at as usize);
        let is_of_court = |id: PersonId| lexicon.of_court().iter().any(|role| self.people.has_role_named(id, role));
        let said = self.said[..self.said.partition_point(|said| said.at < at)].iter().rev().take(BACK);
        let near = said.take_while(|said| here - self.overview.paragraphs_to_before(said.at as usize, here) <= NEAR);
        let mut people = near.filter_map(|said| said.person);
        people.find(|id| self.people.is_person(*id) && !is_of_court(*id)).map(Meant::Person)
    }

    /// Whoever spoke or acted last in the paragraph of a place; else whom it names; else whoever is in mind from so many
    /// paragraphs before.
    pub(super) fn in_focus(&self, gender: Option<Gender>, at: u32, near: usize) -> Option<Meant> {
        let here = self.overview.paragraphs_to(at as usize);
        let apart = |place: u32| here - self.overview.paragraphs_to_before(place as usize, here);
        let fits = |id: PersonId| {
            let told = self.people.get(id).likely_gender();
            self.people.is_person(id) && (gender.is_none() || told.is_none() || told == gender)
        };
        let said = self.said[..self.said.partition_point(|said| said.at < at)].iter().rev();
        let is_somebody = |said: &&Said| match said.person {
            Some(id) => fits(id),
            None => !said.plural && !said.is_thing,
        };
        let said = said.take_while(|said| apart(said.at) == 0).find(is_somebody);
        let nouns = self.nouns[..self.nouns.partition_point(|noun| noun.at < at)].iter().rev().take(BACK);
        let mut nouns = nouns.take_while(|noun| apart(noun.at) == 0);
        let by_noun = nouns.find_map(|noun| match noun.meant {
            Meant::Person(id) => Some((noun.at, id)).filter(|_| fits(id)),
            Meant::Name(_) | Meant::Noun(_) => None,
        });
        let subjects = &self.subjects[..self.subjects.partition_point(|subject| subject.at < at)];
        let subjects = subjects.iter().rev().take(BACK);
        let named = subjects.take_while(|subject| apart(subject.at) == 0).filter(|subject| fits(subject.id()));
        let as_clear = |clear: i8| named.clone().find(|subject| subject.clear() >= clear).map(|it| (it.at, it.id()));
        let acts = as_clear(OPENS).max(by_noun).filter(|(place, _)| said.is_none_or(|said| said.at < *place));
        if let Some((_, id)) = acts {
            return Some(Meant::Person(id));
        }
        // 'midfielder Noa', who has one name
        let is_name = |name: TextId| self.overview.lexicon.is_only_name(self.names.get(name));
        if let Some(said) = said {
            let name = Some(said.name).filter(|name| is_name(*name));
            return said.person.map(Meant::Person).or(name.map(Meant::Name));
        }
        // 'For Noa Reyes, that is too late'
        if let Some((_, id)) = as_clear(BEHIND).or(as_clear(i8::MIN)) {
            return Some(Meant::Person(id));
        }
        let (meant, _, place) = self.nearest(gender, at, Spoken::default())?;
        let is_one = match meant {
            Meant::Person(_) => true,
            Meant::Name(name) => is_name(name),
            Meant::Noun(_) => false,
        };
        (is_one && apart(place) <= near).then_some(meant)
    }
}

/// 'the [6-foot-5] center', 'the [31-year-old] striker'.
fn is_measure(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit()) && word.contains('-') && word.contains(char::is_alphabetic)
}

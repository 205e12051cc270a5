//! Whom German nouns without a name lead to: 'der Stürmer', 'die 28-Jährige', 'die Behörde'.

use super::super::german;
use super::super::interner::TextId;
use super::super::kept::Gender;
use super::super::people::PersonId;
use super::super::reference::Role;
use super::layout::with_one_capital;
use super::{BACK, Meant, Noun, Resolver, Said, Spoken, Subject};

/// How far back somebody is looked for who is called by a role alone, in bytes.
const NEAR: usize = 2000;

/// How far back the one woman or man is named at most whom a noun leads to that tells nothing of either, in bytes.
const NEARBY: u32 = 600;

/// How clear whoever is in mind must be to be meant instead of who has a role that ends alike.
const CLEARLY: f64 = 2.0;

/// How clear whoever a noun with nothing but an article leads to must be at least.
const IN_MIND: f64 = -1.0;

/// How much less clear somebody is who was only brought in where somebody with a name acts since.
const OUTDONE: f64 = 2.0;

/// How long an article is at most with the space behind it, in bytes.
pub(super) const ARTICLE: usize = 7;

impl Resolver<'_> {
    /// Who has a German role, given in lower case, that may be told by its end: 'der FPÖ-Chef' by 'Parteichef Ulf Hill'; of
    /// nobody's whose role is told, whoever is in mind.
    pub(super) fn by_german_role(&self, role: &str, at: u32) -> Option<PersonId> {
        let lexicon = self.overview.lexicon;
        if !lexicon.is_german() {
            return None;
        }
        if let Some(holder) = self.people.by_end_of_role(role) {
            return Some(holder);
        }
        if !german::is_role(role, lexicon) {
            return None;
        }
        let holder = self.people.by_role_named(role);
        let holder = holder.or_else(|| self.people.by_role_named(german::title_of_role(role, lexicon)?));
        holder.or_else(|| match self.nearest(german::gender_of_role(role, lexicon), at, Spoken::default())? {
            (Meant::Person(person), score, _) if score > 0.0 => Some(person),
            _ => None,
        })
    }

    /// 'der müde Hill': whose name stands behind what describes them.
    pub(super) fn described_by_name(&self, words: &str, at: u32) -> Option<PersonId> {
        let lexicon = self.overview.lexicon;
        let (article, rest) = words.split_once(' ').filter(|_| lexicon.is_german())?;
        let is_article = ["der", "die", "dem", "den"].iter().any(|word| article.eq_ignore_ascii_case(word));
        let (describing, name) = rest.rsplit_once(' ').unwrap_or(("", rest));
        let describes = |word: &str| {
            let ending = ["e", "en", "er"].iter().any(|end| word.ends_with(end));
            ending && word.len() > 3 && word.starts_with(char::is_lowercase)
        };
        let called = is_article
            && name.starts_with(char::is_uppercase)
            && describing.split_whitespace().all(describes)
            && !german::is_role(name, lexicon)
            && !lexicon.is_body(&name.to_lowercase());
        let id = if called { self.people.ending_with(name, at) } else { None };
        id.filter(|id| self.people.get(*id).could_be_person && self.people.name(*id).contains(' '))
    }

    /// Whom a definite German noun, with what hangs on it so long, means: who has that role, who was called so before, or
    /// whoever is in mind.
    pub(super) fn by_description(&self, described: Role, length: usize, at: u32) -> Option<Meant> {
        let Role { role, gender } = described;
        let lexicon = self.overview.lexicon;
        let word = self.people.text_of(role);
        let agrees = |id: &PersonId| {
            let known = self.people.get(*id).gender;
            known.is_none() || gender.is_none() || known == gender
        };
        if lexicon.means_the_last(word) {
            return self.last_named(gender, at).map(Meant::Person);
        }
        // 'der 49 Jahre alte Hafner' may be a name
        if let Some(named) =
            self.people.named(&with_one_capital(&word.to_uppercase())).filter(|id| self.people.is_person(*id))
        {
            return Some(Meant::Person(named));
        }
        let title = || self.people.by_role_named(german::title_of_role(word, lexicon)?);
        // 'der Bundesrat' is no 'Nationalrat Ulf Hill'
        let is_council = length <= word.len() + ARTICLE && matches!(word, "bundesrat" | "gemeinderat");
        if is_council && self.people.by_role(role).is_none() {
            return None;
        }
        // 'der Regierungschef' need not be the 'Parteichef Ulf Hill' whom nobody has in mind any more
        let in_mind = || match self.nearest(gender, at, Spoken::default())? {
            (Meant::Person(id), score, _) if score > CLEARLY => Some(id),
            _ => None,
        };
        let holder = self.people.by_role(role).filter(agrees);
        if let Some(holder) = holder.or_else(|| title().filter(agrees).map(|holder| in_mind().unwrap_or(holder))) {
            return Some(Meant::Person(holder));
        }
        // 'Verteidiger Ulf Hill' may be called 'der Anwalt'
        let alike =
            || lexicon.alike(word).chain(lexicon.plain_role(word).into_iter().flat_map(|end| lexicon.alike(end)));
        let is_bare = length <= word.len() + ARTICLE;
        let holds = |noun: &str| self.people.by_role_named(noun).or_else(|| self.people.by_end_of_role(noun));
        if let Some(holder) = alike().filter_map(holds).find(|id| is_bare && agrees(id)) {
            return Some(Meant::Person(holder));
        }
        // 'der Veterinär' is the 'Amtsveterinär Ulf Hill'
        if let Some(holder) = self.people.by_end_of_role(word).filter(|id| is_bare && agrees(id)) {
            return Some(Meant::Person(holder));
        }
        let said = self.said[..self.said.partition_point(|said| said.at < at)].iter().rev().take(BACK);
        let has_role = |said: &&Said| {
            let known = self.described.get(&said.at).map(|known| known.role);
            known.is_some_and(|known| {
                let stands_for = || is_bare && lexicon.alike(word).any(|noun| noun == self.people.text_of(known));
                known == role || self.joins(word, known, said.name) || stands_for()
            })
        };
        let mut same = said.filter(has_role);
        if let Some(before) = same.next() {
            // 'der Sprecher der Bank' tells more than 'ein Sprecher'
            let longer = self.names.get(before.name).len() + 4 > length;
            return longer.then_some(Meant::Name(before.name));
        }
        // 'Ein Nachbar sah den Rauch. „Erst roch es nur“, sagt der Mann'
        if length <= word.len() + ARTICLE && matches!(word, "mann" | "frau" | "dame") {
            let new = self.nearest(gender, at, Spoken::default()).map(|(meant, ..)| meant);
            return new.filter(|meant| self.is_unnamed(*meant));
        }
        // 'Ada Hill hat den Krug geerbt. „Er war leer“, sagt die Wirtin'
        let untold = || match self.nearest(gender, at, Spoken::default())? {
            (Meant::Person(id), score, _)
                if score > CLEARLY && (lexicon.is_state(word) || !self.people.has_any_role(id)) =>
            {
                let is_known = gender.is_some() && self.people.get(id).likely_gender() == gender;
                is_known.then_some(Meant::Person(id))
            }
            _ => None,
        };
        let is_new = self.introduces(word, at as usize);
        if lexicon.is_witness(word) && is_bare && !is_new {
            return self.heard_in_court(gender, at);
        }
        // 'Der alte Mann überlegt': whom the article has told of
        if matches!(word, "mann" | "frau" | "dame") && !is_new && gender.is_some() {
            let known = self.nearest(gender, at, Spoken::default());
            return known.filter(|(meant, score, _)| *score > 0.0 && !self.is_unnamed(*meant)).map(|it| it.0);
        }
        if lexicon.is_shared_role(word) || is_new {
            return if is_bare && !is_new && lexicon.is_scene_role(word) { untold() } else { None };
        }
        // 'Der ältere Kollege sieht das anders': not whoever spoke last
        let before = &self.subjects[..self.subjects.partition_point(|subject| subject.at < at)];
        let acts = |subject: &&Subject| subject.clear() > 1;
        let is_other = lexicon.is_counterpart(word);
        let last = before.iter().rev().take(BACK).find(acts).filter(|_| is_other);
        let last = last.map(|subject| self.people.name(subject.id())).unwrap_or_default();
        let (meant, score, _) =
            self.nearest(gender, at, Spoken { words: &last, goes_on: false, ..Spoken::default() })?;
        // 'Seine Frau schlief. Ada Hill kam. Die Biologin lachte': past who has no name
        let (meant, score) = match meant {
            Meant::Noun(text) if self.is_common(meant) => {
                let named = Spoken { words: self.people.text_of(text), goes_on: false, ..Spoken::default() };
                let other = self.nearest(gender, at, named).filter(|(other, ..)| !self.is_common(*other));
                other.map_or((meant, score), |(other, score, _)| (other, score))
            }
            _ => (meant, score),
        };
        // 'der Besitzer der Mühle' may be somebody new
        let least = if length <= word.len() + ARTICLE { IN_MIND } else { 0.0 };
        // 'der Kultusminister' is not 'ein Mann' of before
        let office = german::title_of_role(word, lexicon).is_some() && self.is_unnamed(meant);
        // nor 'der Ingenieur' whom only 'ein Kommissar' is for
        let is_aged = word.contains("jährig");
        let other = office || self.is_unnamed(meant) && !is_aged && self.people.find_text(word).is_some();
        let called = |meant| matches!(meant, Meant::Person(id) if self.people.has_calling(id, lexicon));
        let other = other || lexicon.is_only_calling(word) && called(meant);
        let known = (score > least && !other && !self.is_common(meant)).then_some(meant);
        // 'Gemeint war Stürmer Ulf Hill, der traf. „So ist es“, sagte der 22-Jährige'
        let aged = || if is_aged { self.last_named(gender, at) } else { None };
        // 'Was Ulf Hill sagt, ist wenig. „Mehr nicht“, so der Dichter': the one man so far, whom the article is about
        let only = || {
            let only = self.people.only_before(gender?, at, at.saturating_sub(NEARBY));
            let only = only.filter(|_| is_bare && !is_aged);
            let only = only.filter(|id| !self.people.has_calling(*id, lexicon));
            only.filter(|id| self.people.main_before(at as usize) == Some(*id))
        };
        known.or_else(|| aged().or_else(only).map(Meant::Person))
    }

    /// 'die Zeugin': whoever is in mind from this paragraph or the one before, and is not of the court, nor stands before it.
    fn heard_in_court(&self, gender: Option<Gender>, at: u32) -> Option<Meant> {
        let (mut meant, _, mut place) = self.nearest(gender, at, Spoken::default())?;
        // 'Die Vorsitzende Ada Hill sagte als Zeugin aus' is not of the court
        let text = self.overview.text;
        let line = text[..at as usize].rfind('\n').map_or(0, |line| line + 1);
        let begin = (at as usize).saturating_sub(NEAR).max(line);
        let begin = (begin..=at as usize).find(|from| text.is_char_boundary(*from)).unwrap_or(line);
        let testifies = text[begin..at as usize].contains(" als Zeug");
        let of_court =
            |id| !testifies && self.overview.lexicon.of_court().iter().any(|role| self.people.has_role_named(id, role));
        // 'Der Richter fragte ihn. „Nein“, sagte der Zeuge'
        if let Meant::Person(id) = meant
            && of_court(id)
        {
            let words = self.people.name(id);
            (meant, _, place) =
                self.nearest(gender, at, Spoken { words: &words, goes_on: false, ..Spoken::default() })?;
        }
        let here = self.overview.paragraphs_to(at as usize);
        let near = here - self.overview.paragraphs_to_before(place as usize, here) <= 1;
        let fits = match meant {
            Meant::Person(id) => !of_court(id),
            Meant::Name(_) | Meant::Noun(_) => self.is_unnamed(meant),
        };
        (near && fits).then_some(meant)
    }

    /// Whether words are a role that a place or a body owns, and a person has another one: 'Norddorfs Trainer' is not its captain.
    pub(super) fn has_other_role(&self, words: &str, meant: Meant, role: TextId) -> bool {
        let Meant::Person(id) = meant else { return false };
        let owner = words.split(' ').next().unwrap_or_default();
        let is_owned = owner.ends_with('s') && owner.starts_with(char::is_uppercase) && words.split(' ').count() == 2;
        let is_article = self.overview.lexicon.written_word(&owner.to_lowercase()).kind.is_some();
        let title = german::title_of_role(self.people.text_of(role), self.overview.lexicon);
        let has = self.people.has_role(id, role) || title.is_some_and(|title| self.people.has_role_named(id, title));
        is_owned && !is_article && !has && self.people.has_any_role(id)
    }

    /// Whoever was named last, as far as a gender tells: 'Ada lobte Ulf. Dieser schwieg', 'Der so Gelobte schwieg'.
    pub(super) fn last_named(&self, gender: Option<Gender>, at: u32) -> Option<PersonId> {
        let fits = |id: &PersonId| {
            let person = self.people.get(*id);
            let told = person.likely_gender();
            person.could_be_person && (told.is_none() || gender.is_none() || told == gender)
        };
        let here = self.overview.paragraphs_to(at as usize);
        let before = self.subjects[..self.subjects.partition_point(|subject| subject.at < at)].iter().rev().take(BACK);
        let near = before.take_while(|subject| self.overview.paragraphs_to(subject.at as usize) + 1 >= here);
        near.map(Subject::id).find(fits)
    }

    /// Whether words open with a person's name in the genitive: 'Hills Anwalt'.
    pub(super) fn is_of_a_person(&self, words: &str) -> bool {
        let owner = words.split(' ').next().and_then(|first| first.strip_suffix('s'));
        let owner =
            owner.filter(|owner| owner.starts_with(char::is_uppercase)).and_then(|owner| self.people.named(owner));
        owner.is_some_and(|id| self.people.is_person(id))
    }

    /// Whether a role joins another one and what the speaker of a name belongs to: 'der Polizeisprecher' 'ein Sprecher der
    /// Polizei'.
    fn joins(&self, role: &str, known: TextId, name: TextId) -> bool {
        let body = role.strip_suffix(self.people.text_of(known)).map(|body| body.trim_end_matches(['s', '-']));
        body.is_some_and(|body| body.len() > ARTICLE / 2 && self.names.get(name).to_lowercase().contains(body))
    }

    /// Who is meant by a subject that tells an age, 'Die 34-Jährige lacht': whoever spoke before, where nobody else was known.
    pub(super) fn of_that_age(&self, noun: &Noun) -> Meant {
        let told = matches!(noun.meant, Meant::Noun(_)) && self.people.text_of(noun.role.role).contains("jährige");
        let before = self.said.partition_point(|said| said.at < noun.at).checked_sub(1).filter(|_| told);
        let said = before.map(|before| &self.said[before]).filter(|said| said.kind.is_named() && !said.plural);
        said.map_or(noun.meant, |said| Meant::Name(said.name))
    }

    /// Whether an article brings somebody in by a role a little before a place: 'Ein Fischer'.
    pub(super) fn introduces(&self, role: &str, at: usize) -> bool {
        let text = self.overview.text;
        let from = (at.saturating_sub(NEAR)..=at).find(|from| text.is_char_boundary(*from)).unwrap_or(at);
        let mut words = text[from..at].split(|letter: char| !(letter.is_alphanumeric() || letter == '-')).peekable();
        let mut open = 0;
        words.any(|word| {
            let lower = word.to_lowercase();
            let brings_in = ["ein", "sein", "ihr"].iter().filter_map(|stem| lower.strip_prefix(stem));
            open = if brings_in.into_iter().any(|end| matches!(end, "" | "e" | "em" | "en" | "er")) {
                3
            } else {
                open.max(1) - 1
            };
            open > 0 && lower.ends_with(role)
        })
    }

    /// What a noun tells of the person it leads to: 'die 34-Jährige'; a man's may be anybody's who is not told of before.
    pub(super) fn learn_gender(&mut self, id: PersonId, role: Role) {
        let is_told = role.gender == Some(Gender::Female) || self.people.has_role(id, role.role);
        let person = self.people.get_mut(id);
        person.gender = person.gender.or(role.gender.filter(|_| is_told));
    }

    /// Whether somebody is meant who is a person with a name.
    pub(super) fn is_a_person(&self, meant: Meant) -> bool {
        match meant {
            Meant::Person(id) => self.people.is_person(id) && !self.people.is_body(id),
            Meant::Name(name) => self.people.shown_as(self.names.get(name)).is_some_and(|id| self.people.is_person(id)),
            Meant::Noun(_) => false,
        }
    }

    /// Whether somebody is meant whom the article has only brought in: 'ein Mann'.
    pub(super) fn is_unnamed(&self, meant: Meant) -> bool {
        let text = match meant {
            Meant::Person(_) => return false,
            Meant::Name(name) => self.names.get(name),
            Meant::Noun(text) => self.people.text_of(text),
        };
        text.starts_with("ein ") || text.starts_with("eine ")
    }

    /// Where a German woman or man who is named acted last before a place.
    pub(super) fn named_last(&self, gender: Gender, at: u32) -> Option<u32> {
        let before = self.subjects[..self.subjects.partition_point(|subject| subject.at < at)].iter().rev().take(BACK);
        let acts =
            |subject: &&Subject| subject.clear() > 0 && self.people.get(subject.id()).likely_gender() == Some(gender);
        before.filter(|_| self.overview.lexicon.is_german()).find(acts).map(|subject| subject.at)
    }

    /// 'Dann kam eine Frau. Mittags öffnet Ada Hill die Tür. „Kalt“, sagt sie': how much less clear somebody is who was brought
    /// in at a place, where whoever is named acts in a later paragraph.
    pub(super) fn outdone(&self, meant: Meant, at: u32, named: Option<u32>) -> f64 {
        let later = |named: u32| named > at && self.overview.paragraphs_between(at as usize, named as usize) > 0;
        if named.is_some_and(later) && self.is_unnamed(meant) { OUTDONE } else { 0.0 }
    }

    /// Whether somebody is meant who is only called by a noun.
    pub(super) fn is_common(&self, meant: Meant) -> bool {
        match meant {
            Meant::Person(_) => false,
            Meant::Noun(text) => self.people.text_of(text).contains(' '),
            Meant::Name(name) => {
                ["der ", "die ", "das "].iter().any(|article| self.names.get(name).starts_with(article))
            }
        }
    }
}

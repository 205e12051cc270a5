//! A row of lines that are weighed together.

use super::{Acting, Character, CharacterId, Line, Told, Turn};

/// How many lines back somebody may have spoken or acted last who speaks now, and how many ahead they may first do so.
const LINES_BACK: usize = 10;
const LINES_AHEAD: usize = 6;

/// Whoever spoke the line before seldom speaks again, even behind words, or a paragraph, in which nobody does.
const AGAIN: f64 = -3.0;
const AGAIN_BEHIND_ONE: f64 = -0.8;

/// Whoever spoke the line before that one often does.
const ANSWERS: f64 = 1.2;
const ANSWERS_BEHIND_ONE: f64 = 0.5;

/// Nobody calls themselves; who is called answers, or has just spoken.
const CALLS: f64 = -4.0;
const CALLED: f64 = 1.5;

/// Who acts right before a line speaks it.
const ACTS: f64 = 1.3;

/// Who is named there and does not act.
const ASIDE: f64 = -0.4;

/// Whom a pronoun fits that acts right before a line.
const FITS: f64 = 0.5;

/// What a pronoun means most often, the same where nothing tells of a woman or a man, and who is of its gender.
const MEANT: f64 = 1.0;
const MEANT_PERHAPS: f64 = 0.5;
const OF_GENDER: f64 = 1.2;

/// Somebody who is not known.
const UNKNOWN: f64 = -3.0;

/// For each line between, somebody is less likely.
const FAR: f64 = -0.15;
const AHEAD: f64 = -0.6;

/// What cannot be.
const NEVER: f64 = -40.0;

/// Lines that are weighed together.
pub(super) struct Row<'a> {
    pub cast: &'a [Character],
    pub lines: &'a [Line],
}

type Speaker = Option<CharacterId>;

impl Row<'_> {
    /// Adds who speaks each line.
    pub fn turns(&self, found: &mut Vec<Turn>) {
        let speakers: Vec<Vec<(Speaker, f64)>> = (0..self.lines.len()).map(|at| self.speakers(at)).collect();
        // the best row up to a line for each speaker of it and of the line before
        let mut up_to: Vec<Vec<f64>> = Vec::with_capacity(speakers.len());
        for (at, here) in speakers.iter().enumerate() {
            let best = match at {
                0 => here.iter().map(|(_, weight)| *weight).collect(),
                _ => self.go_on(at, &speakers, &up_to[at - 1]),
            };
            up_to.push(best);
        }
        // the best row from behind a line, for the same
        let mut behind: Vec<Vec<f64>> = up_to.iter().map(|row| vec![0.0; row.len()]).collect();
        for at in (1..speakers.len()).rev() {
            behind[at - 1] = self.go_back(at, &speakers, &behind[at]);
        }
        for (at, here) in speakers.iter().enumerate() {
            let whole = up_to[at].iter().zip(&behind[at]).map(|(one, other)| one + other);
            let mut best = vec![f64::NEG_INFINITY; here.len()];
            for (number, weight) in whole.enumerate() {
                let speaker = &mut best[number % here.len()];
                *speaker = speaker.max(weight);
            }
            found.push(chosen(here, &best));
        }
    }

    /// Who may speak a line, and how likely each is by what stands there.
    fn speakers(&self, at: usize) -> Vec<(Speaker, f64)> {
        let line = &self.lines[at];
        if let Told::Name(name) = line.told {
            return vec![(Some(name), 0.0)];
        }
        let mut speakers = self.near(at);
        for (speaker, weight) in &mut speakers {
            let character = &self.cast[speaker.number()];
            let fits = line.acting.is_some_and(|acting| match acting {
                Acting::Narrator => character.is_narrator,
                Acting::Gender(gender) => character.gender == Some(gender),
            });
            *weight += if fits { FITS } else { 0.0 };
            *weight += if line.calls.contains(speaker) { CALLS } else { 0.0 };
            *weight += self.by_pronoun(line.told, *speaker);
        }
        let unknown = if line.told == Told::Nothing { UNKNOWN } else { 2.0 * UNKNOWN };
        let known = speakers.into_iter().map(|(speaker, weight)| (Some(speaker), weight));
        known.chain([(None, unknown)]).collect()
    }

    /// Whoever speaks, acts or is called near a line, and how near.
    fn near(&self, at: usize) -> Vec<(CharacterId, f64)> {
        let mut near: Vec<(CharacterId, f64)> = Vec::new();
        let mut offer = |speaker: CharacterId, weight: f64| {
            if !near.iter().any(|(known, _)| *known == speaker) {
                near.push((speaker, weight));
            }
        };
        for back in 0..=LINES_BACK.min(at) {
            let weight = FAR * back as f64;
            let there = &self.lines[at - back];
            if back > 0 {
                there.told.name().into_iter().for_each(|name| offer(name, weight));
                there.calls.iter().for_each(|name| offer(*name, weight));
            }
            if let Some((last, others)) = there.actors.split_last() {
                offer(*last, if back == 0 { ACTS } else { weight });
                others.iter().rev().for_each(|name| offer(*name, weight));
            }
            there.aside.iter().rev().for_each(|name| offer(*name, weight + ASIDE));
        }
        for (ahead, there) in (1..).zip(&self.lines[at + 1..]).take(LINES_AHEAD) {
            let weight = AHEAD * ahead as f64;
            there.calls.iter().filter(|_| ahead == 1).for_each(|name| offer(*name, weight));
            there.told.name().into_iter().chain(there.actors.iter().copied()).for_each(|name| offer(name, weight));
        }
        if let Told::Pronoun { meant: Some(meant), .. } = self.lines[at].told {
            offer(meant, 0.0);
        }
        near
    }

    /// How likely a pronoun names somebody.
    fn by_pronoun(&self, told: Told, speaker: CharacterId) -> f64 {
        let Told::Pronoun { gender, meant } = told else { return 0.0 };
        let character = &self.cast[speaker.number()];
        let fits = match (gender, character.gender) {
            (None, _) => 0.0,
            (Some(told), Some(known)) if told == known => OF_GENDER,
            (Some(_), Some(_)) => NEVER,
            (Some(_), None) if character.is_narrator => NEVER,
            (Some(_), None) => 0.0,
        };
        fits + match (gender, character.gender) {
            _ if meant != Some(speaker) => 0.0,
            (Some(_), None) => MEANT_PERHAPS,
            _ => MEANT,
        }
    }

    /// How likely a speaker is behind the ones before.
    fn in_turn(&self, at: usize, (two_before, before, here): (Speaker, Speaker, Speaker)) -> f64 {
        let between = |one: usize| self.lines[one].paragraph - self.lines[one - 1].paragraph - 1;
        let goes_on = self.lines[at - 1].is_open;
        let again = match between(at) {
            _ if goes_on && before == here => return 0.0,
            _ if goes_on => NEVER,
            0 if here.is_some() && before == here && !self.lines[at].is_led => AGAIN,
            0 | 1 if here.is_some() && before == here => AGAIN_BEHIND_ONE,
            _ => 0.0,
        };
        let answers = match at.checked_sub(1).filter(|before| *before > 0).map(|before| between(before) + between(at)) {
            Some(0) if two_before == here => ANSWERS,
            Some(1) if two_before == here => ANSWERS_BEHIND_ONE,
            _ => 0.0,
        };
        // who is called by the line before has spoken before that, or speaks now
        let called = |speaker: Speaker| speaker.is_some_and(|speaker| self.lines[at - 1].calls.contains(&speaker));
        let called = if between(at) <= 1 && (called(here) || called(two_before)) { CALLED } else { 0.0 };
        again + answers + called
    }

    /// The weight of each pair of speakers at a line, by those of the pairs before.
    fn go_on(&self, at: usize, speakers: &[Vec<(Speaker, f64)>], before: &[f64]) -> Vec<f64> {
        let (there, here) = (&speakers[at - 1], &speakers[at]);
        let mut best = vec![f64::NEG_INFINITY; there.len() * here.len()];
        for (number, weight) in before.iter().enumerate() {
            let (two_before, one) = (number / there.len(), number % there.len());
            let two_before = at.checked_sub(2).and_then(|at| speakers[at][two_before].0);
            for (other, (speaker, own)) in here.iter().enumerate() {
                let pair = &mut best[one * here.len() + other];
                *pair = pair.max(weight + own + self.in_turn(at, (two_before, there[one].0, *speaker)));
            }
        }
        best
    }

    /// The weight of all that follows each pair of speakers before a line.
    fn go_back(&self, at: usize, speakers: &[Vec<(Speaker, f64)>], behind: &[f64]) -> Vec<f64> {
        let (there, here) = (&speakers[at - 1], &speakers[at]);
        let pairs = match at {
            1 => there.len(),
            _ => speakers[at - 2].len() * there.len(),
        };
        let weigh = |number: usize| {
            let (two_before, one) = (number / there.len(), number % there.len());
            let two_before = at.checked_sub(2).and_then(|at| speakers[at][two_before].0);
            let all = here.iter().enumerate().map(|(other, (speaker, own))| {
                behind[one * here.len() + other] + own + self.in_turn(at, (two_before, there[one].0, *speaker))
            });
            all.fold(f64::NEG_INFINITY, f64::max)
        };
        (0..pairs).map(weigh).collect()
    }
}

/// The likeliest speaker, the first of equals.
fn chosen(speakers: &[(Speaker, f64)], weights: &[f64]) -> Turn {
    let mut best = 0;
    for (number, weight) in weights.iter().enumerate() {
        if *weight > weights[best] {
            best = number;
        }
    }
    let others = weights.iter().enumerate().filter(|(number, _)| *number != best).map(|(_, weight)| *weight);
    let second = others.fold(f64::NEG_INFINITY, f64::max);
    Turn { speaker: speakers[best].0, margin: weights[best] - second }
}

#[cfg(test)]
mod tests {
    use super::super::super::kept::Gender;
    use super::*;

    /// "A" names Ann, "B" Bert, "f" is “she”, "m" “he”, "." names nobody; ".A" calls Ann, and "A/" lets Ann act before the line.
    fn check(lines: &str, expected: &str) {
        let id = |letter: char| CharacterId::at(usize::from(letter == 'B'));
        let person = |name: &str, gender| Character { name: name.to_owned(), gender: Some(gender), is_narrator: false };
        let cast = [person("Ann", Gender::Female), person("Bert", Gender::Male)];
        let mut paragraph = 0;
        let line = |written: &str| {
            let (acts, line) = written.split_once('/').map_or((None, written), |(acts, line)| (Some(acts), line));
            paragraph += 1 + usize::from(acts.is_some());
            let mut letters = line.chars();
            let told = match letters.next() {
                Some(name @ ('A' | 'B')) => Told::Name(id(name)),
                Some('f') => Told::Pronoun { gender: Some(Gender::Female), meant: None },
                Some('m') => Told::Pronoun { gender: Some(Gender::Male), meant: None },
                _ => Told::Nothing,
            };
            Line {
                paragraph,
                told,
                is_open: false,
                is_led: false,
                calls: letters.map(id).collect(),
                actors: acts.unwrap_or_default().chars().map(id).collect(),
                aside: Vec::new(),
                acting: None,
            }
        };
        let lines: Vec<Line> = lines.split(' ').map(line).collect();
        let mut found = Vec::new();
        Row { cast: &cast, lines: &lines }.turns(&mut found);
        let letter = |turn: &Turn| turn.speaker.map_or('?', |speaker| if speaker.number() == 0 { 'A' } else { 'B' });
        let found: Vec<String> = found.iter().map(|turn| letter(turn).to_string()).collect();
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn two_speak_in_turns() {
        check("A B . . .", "A B A B A");
        check(". . A B", "A B A B");
    }

    #[test]
    fn whoever_acts_before_a_line_speaks_it() {
        check("B A/. .", "B A B");
    }

    #[test]
    fn whoever_is_called_answers() {
        check("B A .A .", "B A B A");
    }

    #[test]
    fn a_pronoun_is_somebody_of_its_gender() {
        check("A B m f .", "A B B A B");
    }

    #[test]
    fn nobody_answers_whom_nothing_names() {
        check("A . .", "A ? A");
    }
}

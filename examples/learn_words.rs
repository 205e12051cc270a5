//! Counts what English words are used as, into `assets/speech/en.words.txt`:
//!
//!     cargo run --release --example learn_words -- WORDNET GOLD.jsonl assets/speech/en.words.txt
//!
//! WORDNET is the folder of WordNet 3.0's files (Debian's `wordnet-base`: /usr/share/wordnet). Words are those of GOLD's
//! articles and the commoner ones of WordNet. The same files give the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::read_to_string;
use std::path::Path;

use anyhow::Context as _;

/// WordNet's lexicographer files, in the order of their numbers.
const SENSES: [&str; 45] = [
    "all",
    "pert",
    "all",
    "tops",
    "act",
    "animal",
    "artifact",
    "attribute",
    "body",
    "cognition",
    "communication",
    "event",
    "feeling",
    "food",
    "group",
    "location",
    "motive",
    "object",
    "person",
    "phenomenon",
    "plant",
    "possession",
    "process",
    "quantity",
    "relation",
    "shape",
    "state",
    "substance",
    "time",
    "body",
    "change",
    "cognition",
    "communication",
    "competition",
    "consumption",
    "contact",
    "creation",
    "emotion",
    "motion",
    "perception",
    "possession",
    "social",
    "stative",
    "weather",
    "ppl",
];

const HEAD: &str = "\
# What English words are used as; read by src/speech/usage.rs, written by examples/learn_words.rs: do not edit by hand.
# A line: parts of speech (N noun, V verb, J adjective, R adverb; the commonest first), commonest sense as a noun,
# commonest sense as a verb, forms of a verb; then the words.
# Counted in WordNet 3.0, Copyright 2006 by Princeton University. All rights reserved. THIS SOFTWARE AND DATABASE IS
# PROVIDED \"AS IS\" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED.
# The whole licence: WORDNET-LICENSE.
";

/// The least count of a WordNet word that no article holds.
const COMMON: f64 = 1.5;
/// The share of a word's uses from which a part of speech, and a sense, are listed.
const PART: f64 = 0.12;
const SENSE: f64 = 0.05;

/// How often a lemma is used: by part of speech and sense.
type Counts = BTreeMap<(char, &'static str), f64>;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, gold, target] = &arguments[..] else { anyhow::bail!("give WORDNET GOLD.jsonl TARGET") };
    let wordnet = WordNet::read(Path::new(folder))?;
    let mut words = words_of(gold)?;
    words.extend(
        wordnet
            .lemmas
            .iter()
            .filter(|(_, counts)| counts.values().sum::<f64>() >= COMMON)
            .map(|(lemma, _)| lemma.clone()),
    );
    let mut lines: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for word in &words {
        if let Some(usage) = wordnet.usage(word) {
            lines.entry(usage).or_default().push(word);
        }
    }
    let mut out = HEAD.to_owned();
    for (usage, words) in lines {
        out.push_str(&format!("{usage}: {}\n", words.join(" ")));
    }
    std::fs::write(target, out).with_context(|| target.clone())
}

/// The words of the articles, in lower case.
fn words_of(gold: &str) -> anyhow::Result<BTreeSet<String>> {
    let mut words = BTreeSet::new();
    for line in read_to_string(gold).with_context(|| gold.to_owned())?.lines() {
        let article: serde_json::Value = serde_json::from_str(line)?;
        let text = article["text"].as_str().unwrap_or_default().to_lowercase();
        let inner = |letter: char| letter.is_alphabetic() || matches!(letter, '-' | '\'');
        words.extend(text.split(|letter| !inner(letter)).filter(|word| !word.is_empty()).map(str::to_owned));
    }
    Ok(words)
}

struct WordNet {
    lemmas: BTreeMap<String, Counts>,
    /// Irregular forms: the part of speech and the lemma of each.
    irregular: BTreeMap<String, Vec<(char, String)>>,
}

impl WordNet {
    fn read(folder: &Path) -> anyhow::Result<Self> {
        let file = |name: String| {
            let path = folder.join(name);
            // the glosses hold some letters in another encoding; nothing of them is read
            let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
            anyhow::Ok(String::from_utf8_lossy(&bytes).into_owned())
        };
        let mut wordnet = Self { lemmas: BTreeMap::new(), irregular: BTreeMap::new() };
        for (part, name) in [('N', "noun"), ('V', "verb"), ('J', "adj"), ('R', "adv")] {
            wordnet.add_senses(part, &file(format!("data.{name}"))?, &file(format!("index.{name}"))?);
            for line in file(format!("{name}.exc"))?.lines() {
                if let Some((form, lemma)) = line.split_once(' ') {
                    let lemma = lemma.split(' ').next().unwrap_or_default().to_owned();
                    wordnet.irregular.entry(form.to_owned()).or_default().push((part, lemma));
                }
            }
        }
        for line in file("cntlist.rev".to_owned())?.lines() {
            wordnet.add_count(line);
        }
        Ok(wordnet)
    }

    /// A little for each sense, less for the later ones: not every sense was counted.
    fn add_senses(&mut self, part: char, data: &str, index: &str) {
        let is_entry = |line: &&str| !line.starts_with(' ');
        let senses: BTreeMap<&str, usize> = data
            .lines()
            .filter(is_entry)
            .filter_map(|line| {
                let mut fields = line.split(' ');
                Some((fields.next()?, fields.next()?.parse().ok()?))
            })
            .collect();
        for line in index.lines().filter(is_entry) {
            let fields: Vec<&str> = line.split_whitespace().collect();
            let (Some(lemma), Some(count)) = (fields.first(), fields.get(2).and_then(|count| count.parse().ok()))
            else {
                continue;
            };
            if !lemma.starts_with(|letter: char| letter.is_ascii_lowercase())
                || !lemma.chars().all(|letter| letter.is_ascii_lowercase() || matches!(letter, '\'' | '-'))
            {
                continue;
            }
            let counts = self.lemmas.entry((*lemma).to_owned()).or_default();
            let offsets = &fields[fields.len().saturating_sub(count)..];
            for (number, offset) in offsets.iter().enumerate() {
                if let Some(sense) = senses.get(offset).and_then(|file| SENSES.get(*file)) {
                    *counts.entry((part, sense)).or_default() += 0.4 / (number + 1) as f64;
                }
            }
        }
    }

    /// "abandon%2:40:01:: 1 10"
    fn add_count(&mut self, line: &str) {
        let mut fields = line.split(' ');
        let key = fields.next().and_then(|key| key.split_once('%'));
        let count = fields.nth(1).and_then(|count| count.parse::<f64>().ok());
        let (Some((lemma, key)), Some(count)) = (key, count) else { return };
        let mut key = key.split(':');
        let part = match key.next() {
            Some("1") => 'N',
            Some("2") => 'V',
            Some("4") => 'R',
            _ => 'J',
        };
        let sense = key.next().and_then(|file| file.parse::<usize>().ok()).and_then(|file| SENSES.get(file));
        if let (Some(counts), Some(sense)) = (self.lemmas.get_mut(lemma), sense) {
            *counts.entry((part, sense)).or_default() += count;
        }
    }

    /// The usage of a word as a line of the file has it.
    fn usage(&self, word: &str) -> Option<String> {
        let mut uses = Counts::new();
        let mut forms: BTreeSet<&str> = BTreeSet::new();
        for (lemma, form, parts) in self.lemmas_of(word) {
            for ((part, sense), count) in self.lemmas.get(&lemma)?.iter().filter(|((part, _), _)| parts.contains(*part))
            {
                *uses.entry((*part, sense)).or_default() += count;
                if *part == 'V' {
                    forms.insert(form);
                }
            }
        }
        let all: f64 = uses.values().sum();
        let of = |part: char| uses.iter().filter(move |((known, _), _)| *known == part);
        let count = |part: char| of(part).map(|(_, count)| count).sum::<f64>();
        let mut parts: Vec<char> = "NVJR".chars().filter(|part| all > 0.0 && count(*part) >= PART * all).collect();
        parts.sort_by(|a, b| count(*b).total_cmp(&count(*a)));
        let sense = |part: char| {
            let best = of(part).max_by(|a, b| a.1.total_cmp(b.1).then_with(|| b.0.cmp(a.0)));
            best.filter(|_| count(part) >= SENSE * all).map_or("-", |((_, sense), _)| sense)
        };
        let forms = if forms.is_empty() { "-".to_owned() } else { forms.into_iter().collect::<Vec<_>>().join("/") };
        let parts: String = parts.into_iter().collect();
        (!parts.is_empty()).then(|| format!("{parts} {} {} {forms}", sense('N'), sense('V')))
    }

    /// The lemmas that a word may be a form of, with the form and the parts of speech that have it.
    fn lemmas_of(&self, word: &str) -> Vec<(String, &'static str, &'static str)> {
        let mut found = Vec::new();
        let mut add = |lemma: String, form, parts| {
            if self.lemmas.contains_key(&lemma) && !found.contains(&(lemma.clone(), form, parts)) {
                found.push((lemma, form, parts));
            }
        };
        add(word.to_owned(), "base", "NVJR");
        for (part, lemma) in self.irregular.get(word).into_iter().flatten() {
            match part {
                'N' => add(lemma.clone(), "s", "N"),
                'V' => add(lemma.clone(), if word.ends_with("ing") { "ing" } else { "ed" }, "V"),
                _ => {}
            }
        }
        let endings: [(&str, &[&str], &str, &str); 6] = [
            ("ies", &["y"], "s", "NV"),
            ("s", &[""], "s", "NV"),
            ("es", &[""], "s", "NV"),
            ("ied", &["y"], "ed", "V"),
            ("ed", &["", "e"], "ed", "V"),
            ("ing", &["", "e"], "ing", "V"),
        ];
        for (ending, lemma_endings, form, parts) in endings {
            let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 1 && !word.ends_with("ss")) else {
                continue;
            };
            lemma_endings.iter().for_each(|lemma_ending| add(format!("{stem}{lemma_ending}"), form, parts));
            // planned, stopping
            let doubled = stem.len() > 3 && stem.as_bytes()[stem.len() - 1] == stem.as_bytes()[stem.len() - 2];
            if doubled && matches!(form, "ed" | "ing") {
                add(stem[..stem.len() - 1].to_owned(), form, parts);
            }
        }
        found
    }
}

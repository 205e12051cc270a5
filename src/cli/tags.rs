use std::{cmp::Reverse, collections::BTreeMap, path::PathBuf};

use super::{answer::Answer, read_article, read_layers};

/// Prints the tags of all layers of all articles, the most used first; those of a code book that none carries have 0.
pub(super) fn print(files: &[PathBuf], answer: &mut Answer) -> Result<(), String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for file in files {
        let article = match read_article(file, answer) {
            Ok(article) => article,
            Err(sentence) => {
                answer.fail(&sentence);
                continue;
            }
        };
        for (_, sidecar) in read_layers(file, &article) {
            sidecar.all_warnings().for_each(|warning| answer.tell(&sidecar, &warning.to_string()));
            for (tag, count) in sidecar.notes().tag_counts() {
                *counts.entry(tag.name.clone()).or_default() += count;
            }
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by(|(one, few), (other, many)| (Reverse(few), one).cmp(&(Reverse(many), other)));
    answer.print(&counts.into_iter().map(|(name, count)| format!("{name}\t{count}\n")).collect::<String>())
}

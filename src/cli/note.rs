use std::path::Path;

use jiff::Timestamp;

use super::{NoteArguments, answer::Answer, read_article, read_own};
use crate::{
    article::{Article, TextRange},
    excerpt::{one_line, shortened},
    notes::{AnnotationId, Draft, Notes, places_of},
    reading::Reading,
    sidecar::{Folders, Kept, OWN_LAYER, OwnNotes, Saved, Sidecar, beside, may_write},
    speech::Speech,
};

/// How often an identity is drawn anew because it is taken.
const DRAWS: usize = 16;

pub(super) fn make(arguments: NoteArguments, reader: &str, answer: &mut Answer) -> Result<(), String> {
    let NoteArguments { file, quote, occurrence, tags, note, colour, layer } = arguments;
    let article = read_article(&file, answer)?;
    let range = place(&article, &quote, occurrence as usize)?;
    let mut sidecar = match layer {
        None => {
            let OwnNotes { sidecar, handed_out_by } = read_own(&file, &article, reader);
            if let Some(owner) = handed_out_by {
                let (handed, own) = (beside(&file, OWN_LAYER), beside(&file, sidecar.layer()));
                let (handed, own) = (handed.display(), own.display());
                answer.mention(&format!("“{handed}” holds the notes of {owner}, so yours are kept in “{own}”."));
            }
            sidecar
        }
        Some(layer) => {
            let mut sidecar = Sidecar::open(Some(&file), article.clone(), &layer, Folders::of_user());
            sidecar.read_by(reader);
            let author = sidecar.notes().author.trim();
            if !may_write(author, reader) {
                let layer = beside(&file, &layer);
                return Err(format!(
                    "“{}” holds the notes of {author} and is not changed. Leave --layer away to write your own.",
                    layer.display()
                ));
            }
            sidecar
        }
    };
    if !sidecar.is_read_only() {
        sidecar.all_warnings().for_each(|warning| answer.mention(&warning.to_string()));
    }
    let draft = Draft { colour, tags, note, ..Draft::default() };
    let now = Timestamp::now();
    let mut made = Err("No identity could be drawn for the note. Try again.".to_owned());
    let saved = sidecar.update(&mut |notes| {
        for _ in 0..DRAWS {
            let Some(id) = draw() else { return };
            let Some(edit) = notes.annotate(id.clone(), &article, range, draft.clone(), now) else { continue };
            let mut reading = Reading::new(article.clone(), Speech::default().into(), std::mem::take(notes));
            reading.sign(reader);
            reading.apply(edit);
            *notes = Notes::clone(reading.notes());
            made = Ok(id);
            return;
        }
    });
    let saved = saved.map_err(|error| error.to_string())?;
    let id = made?;
    mention_kept_apart(&file, &saved, "the note is", answer);
    answer.print(&format!("{id}\n"))
}

/// Says where notes are that cannot lie beside their article.
pub(super) fn mention_kept_apart(file: &Path, saved: &Saved, what: &str, answer: &Answer) {
    if let Saved { kept: Some(Kept::InDataFolder(path)), not_beside, .. } = saved {
        let why = not_beside.as_ref().map_or_else(String::new, ToString::to_string);
        let (file, path) = (file.display(), path.display());
        answer.mention(&format!("Nothing can be written beside “{file}” ({why}), so {what} kept in “{path}”."));
    }
}

fn draw() -> Option<AnnotationId> {
    let mut bits = [0; 5];
    getrandom::fill(&mut bits).ok()?;
    Some(AnnotationId::from_random(bits))
}

/// The place of the words, of which there may be several.
fn place(article: &Article, quote: &str, occurrence: usize) -> Result<TextRange, String> {
    let found = places_of(article, quote);
    let name = article.name();
    let words = shortened(&one_line(quote), 60);
    match (found.get(occurrence - 1), found.len()) {
        (Some(range), _) => Ok(*range),
        (None, 0) => Err(format!("“{words}” is not in “{name}”. Copy the words from “quotemark text”.")),
        (None, 1) => Err(format!("“{words}” is in “{name}” only once. Leave --occurrence away.")),
        (None, count) => Err(format!("“{words}” is in “{name}” only {count} times. Give --occurrence 1 to {count}.")),
    }
}

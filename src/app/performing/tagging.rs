//! Changing the code book, and saying how many notes that reaches.

use std::path::Path;

use super::annotating::edit;
use crate::{
    app::{
        clock,
        language::{self, message},
        over_article::OverArticle,
        tab::Tab,
    },
    notes::{Colour, Notes, Tag, is_nested},
    reading::Filter,
    sidecar::{MOST_TAGS, SidecarError},
};

/// Gives a tag another name on all notes; one that another tag has makes the two one.
pub(super) fn rename(tab: &mut Tab, from: &str, to: &str) -> Option<String> {
    let notes = tab.reading.notes();
    let to = notes.new_tag_name(from, to)?;
    let (reached, merges) = (
        carrying(notes, |tag| tag == from || is_nested(tag, from)),
        notes.tag(from).is_some() && notes.tag(&to).is_some(),
    );
    edit(tab, |tab| tab.reading.notes().rename_tag(from, &to, clock::now()))?;
    if tab.list.reads(&Filter::line_for_tag(from)) {
        tab.list.set(Some(Filter::line_for_tag(&to)));
    }
    Some(if merges {
        message!("tag-merged", name = from, to = to, notes = reached)
    } else {
        message!("tag-renamed", name = from, to = to, notes = reached)
    })
}

pub(super) fn recolour(tab: &mut Tab, name: &str, colour: Colour) -> Option<String> {
    edit(tab, |tab| tab.reading.notes().recolour_tag(name, colour, clock::now()))?;
    Some(message!("tag-recoloured", name = name, colour = language::colour(colour)))
}

pub(super) fn define(tab: &mut Tab, name: &str, meaning: &str) -> Option<String> {
    edit(tab, |tab| tab.reading.notes().define_tag(name, meaning.trim(), clock::now()))?;
    Some(message!("tag-defined", name = name))
}

pub(super) fn delete(tab: &mut Tab, name: &str) -> Option<String> {
    let meant = tab.reading.notes().tags_meant(name);
    let reached = carrying(tab.reading.notes(), |tag| meant.contains(&tag));
    edit(tab, |tab| tab.reading.notes().delete_tag(name, clock::now()))?;
    Some(message!("tag-deleted", name = name, notes = reached))
}

/// Takes the tags of a file into the code book, if somebody still waits for them; what to say of it. What is wrong is said in
/// the window that asked, which stays.
pub(in crate::app) fn take(tab: &mut Tab, path: &Path, tags: Result<Vec<Tag>, SidecarError>) -> Option<String> {
    if !matches!(&tab.over, Some(OverArticle::TagFile(window)) if window.waits_for(path)) {
        return None;
    }
    let taken = tags.map_err(|error| language::sidecar_error(&error)).and_then(|tags| import(tab, path, &tags));
    if let (Err(problem), Some(OverArticle::TagFile(window))) = (&taken, &mut tab.over) {
        window.refuse(problem.clone());
    } else {
        tab.over = None;
    }
    taken.ok()
}

/// What to say of it, or why it cannot be: the code book would hold more tags than are read again.
fn import(tab: &mut Tab, path: &Path, tags: &[Tag]) -> Result<String, String> {
    if let Some(why) = tab.why_read_only() {
        return Ok(why.to_owned());
    }
    let before = tab.reading.notes().tags.len();
    let added = tags.iter().filter(|tag| tab.reading.notes().tag_called(&tag.name).is_none()).count();
    let path = path.display().to_string();
    if before + added > MOST_TAGS {
        return Err(message!("tags-too-many", path = path, most = MOST_TAGS));
    }
    Ok(match edit(tab, |tab| tab.reading.notes().import_tags(tags, clock::now())) {
        Some(_) => message!("tags-imported", path = path, count = added),
        None => message!("tags-all-there", path = path),
    })
}

/// How many notes carry one of the tags that are meant, in words.
fn carrying(notes: &Notes, is_meant: impl Fn(&str) -> bool) -> String {
    let carries = |tags: &[String]| tags.iter().any(|tag| is_meant(tag));
    let count = notes.annotations.iter().filter(|annotation| carries(&annotation.tags)).count();
    message!("count-notes", count = count)
}

//! A type face that the reader names: looked for among those installed, on a worker, and given to the window.

use std::{sync::Arc, thread};

use egui::{
    Context, FontFamily, FontId,
    epaint::text::{FontInsert, FontPriority, InsertFontFamily},
};
use fontique::FontStyle;

use super::{REGULAR, SEMIBOLD, SharedFaces, installed::FoundFace};

/// Type faces made to be easy to tell letters apart in, offered where they are installed.
const EASY_TO_READ: [&str; 6] =
    ["OpenDyslexic", "Atkinson Hyperlegible", "Atkinson Hyperlegible Next", "Lexend", "Andika", "OpenDyslexicAlta"];

/// The family that the reader named, once the window has it.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnFamily {
    name: String,
    /// Whether it has Chinese letters.
    has_chinese: bool,
}

impl OwnFamily {
    /// Its letters for an article, which it may lack for a `chinese` one.
    pub fn font(&self, size: f32, semibold: bool, chinese: bool) -> Option<FontId> {
        (self.has_chinese || !chinese).then(|| FontId::new(size, family(&self.name, semibold, self.has_chinese)))
    }
}

/// The reader's own choice among the installed faces.
pub struct OwnFaces {
    installed: SharedFaces,
    /// The family that was looked for last.
    asked: String,
}

impl OwnFaces {
    pub(super) fn among(installed: SharedFaces) -> Self {
        Self { installed, asked: String::new() }
    }

    /// The names of all installed families, in order; none while they are still being looked for.
    pub fn names(&self) -> Vec<String> {
        let installed = self.installed.get().and_then(|installed| installed.try_lock().ok());
        installed.map(|mut installed| installed.names()).unwrap_or_default()
    }

    /// Those of some families that are made to be easy to read.
    pub fn easy_to_read(names: &[String]) -> impl Iterator<Item = &String> {
        names.iter().filter(|name| EASY_TO_READ.contains(&name.as_str()))
    }

    /// Has a family looked for, unless it was the last one; where it is not installed, that is said.
    pub fn look_for(&mut self, name: &str, context: &Context, missing: impl FnOnce() + Send + 'static) {
        if self.asked == name {
            return;
        }
        name.clone_into(&mut self.asked);
        let (installed, context, name) = (self.installed.clone(), context.clone(), name.to_owned());
        if name.is_empty() {
            return;
        }
        // When no thread can be had, the serif stays.
        _ = thread::Builder::new().name("own type face".to_owned()).spawn(move || {
            match inserts(&installed, &name) {
                Some(inserts) => inserts.into_iter().for_each(|insert| context.add_font(insert)),
                None => missing(),
            }
            context.request_repaint();
        });
    }

    /// A family, if the window has it by now.
    pub fn family(&self, name: &str, context: &Context) -> Option<OwnFamily> {
        let own = |has_chinese| OwnFamily { name: name.to_owned(), has_chinese };
        context.fonts(|fonts| {
            let has = |has_chinese| fonts.definitions().families.contains_key(&family(name, false, has_chinese));
            [false, true].into_iter().find(|has_chinese| has(*has_chinese)).map(own)
        })
    }
}

/// What the window has to be given for a family; `None` where it is not installed.
///
/// The faces are let go of before the window is given any: while it sets a frame it may be waiting for them.
fn inserts(installed: &SharedFaces, name: &str) -> Option<Vec<FontInsert>> {
    let mut installed = installed.wait().lock().ok()?;
    let mut face = |weight, letter| installed.first_of(&[name], weight, FontStyle::Normal, letter);
    let faces = [(face(SEMIBOLD, 'a')?, SEMIBOLD, true), (face(REGULAR, 'a')?, REGULAR, false)];
    let has_chinese = face(REGULAR, '的').is_some();
    let mut inserts = Vec::new();
    for (face, weight, is_semibold) in faces {
        let family = family(name, is_semibold, has_chinese);
        inserts.push(insert(face, family.clone(), FontPriority::Highest));
        inserts.extend(installed.widest(weight).map(|face| insert(face, family, FontPriority::Lowest)));
    }
    Some(inserts)
}

fn insert(FoundFace { name, data }: FoundFace, family: FontFamily, priority: FontPriority) -> FontInsert {
    // egui adds a face under a name once, and others of the window may be the same.
    let name = format!("{family} {name}");
    FontInsert { name, data, families: vec![InsertFontFamily { family, priority }] }
}

/// What egui knows a family by.
fn family(name: &str, semibold: bool, has_chinese: bool) -> FontFamily {
    let weight = if semibold { " semibold" } else { "" };
    let letters = if has_chinese { "with Chinese " } else { "" };
    FontFamily::Name(Arc::from(format!("own {letters}{name}{weight}")))
}

#[cfg(test)]
mod tests {
    use std::{
        sync::atomic::{AtomicUsize, Ordering::SeqCst},
        time::{Duration, Instant},
    };

    use super::*;
    use crate::app::type_faces::TypeFaces;

    #[test]
    fn a_family_is_found_by_its_name_or_said_to_be_missing() {
        let context = Context::default();
        let faces = TypeFaces::of_our_own();
        let mut own = faces.own();
        faces.install(&context);
        let missed = Arc::new(AtomicUsize::new(0));
        let frame = || context.run_ui(egui::RawInput::default(), |_| {}).textures_delta.clear();
        frame();
        assert!(own.names().contains(&"DejaVu Sans".to_owned()));
        let mut found = |name: &str| {
            let told = missed.clone();
            own.look_for(name, &context, move || _ = told.fetch_add(1, SeqCst));
            let (end, before) = (Instant::now() + Duration::from_secs(10), missed.load(SeqCst));
            while own.family(name, &context).is_none() && missed.load(SeqCst) == before && Instant::now() < end {
                thread::sleep(Duration::from_millis(2));
                frame();
            }
            own.family(name, &context)
        };
        let family = found("DejaVu Sans").unwrap();
        let font = family.font(18.0, true, false).unwrap();
        assert!(context.fonts_mut(|fonts| fonts.has_glyphs(&font, "“Quoted” – it’s … → ✓")));
        assert_eq!(family.font(18.0, false, true), None, "a Chinese article keeps its Chinese face");
        assert_eq!(found("Nowhere Grotesk"), None);
        assert_eq!(missed.load(SeqCst), 1);
    }
}

//! The type of the window: which faces it is set in, and where they come from.
//!
//! In: what is installed, and the two families the program brings along. Out: egui's fonts, under names of our own
//! ([`serif`], [`sans_semibold`], …; egui knows no weights). The window's own text is egui's proportional family.
//! Never: a wait of the first frame for the list of installed fonts beyond [`PATIENCE`], a Chinese face before a
//! Chinese letter is shown, or a font file of our own.

mod chinese;
mod installed;
mod other;
mod own;

use crate::app::language::message;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::{Duration, Instant};

use egui::{FontDefinitions, FontFamily, FontId};
use fontique::{FontStyle, FontWeight};
use serde::{Deserialize, Serialize};

use self::chinese::ChineseFaces;
pub use self::installed::Installed;
use self::other::OtherFaces;
pub use self::own::{OwnFaces, OwnFamily};

/// How long the first frame may wait for the list of installed fonts; after that it starts with our own.
pub const PATIENCE: Duration = Duration::from_millis(250);

const SERIF: &str = "serif";
const SERIF_SEMIBOLD: &str = "serif-semibold";
const SERIF_ITALIC: &str = "serif-italic";
const SERIF_CHINESE: &str = "serif-chinese";
const SERIF_CHINESE_SEMIBOLD: &str = "serif-chinese-semibold";
const SANS: &str = "sans";
const SANS_SEMIBOLD: &str = "sans-semibold";
const SANS_ITALIC: &str = "sans-italic";
const RIGHT_TO_LEFT: &str = "right to left";
const SANS_CHINESE: &str = "sans-chinese";
const SANS_CHINESE_SEMIBOLD: &str = "sans-chinese-semibold";

const REGULAR: FontWeight = FontWeight::NORMAL;
const SEMIBOLD: FontWeight = FontWeight::SEMI_BOLD;

/// The serif of titles, headings and body text.
pub fn serif(size: f32) -> FontId {
    named(SERIF, size)
}

pub fn serif_semibold(size: f32) -> FontId {
    named(SERIF_SEMIBOLD, size)
}

/// The sans of the window: the same as egui's proportional family.
pub fn sans(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

pub fn sans_italic(size: f32) -> FontId {
    named(SANS_ITALIC, size)
}

pub fn sans_semibold(size: f32) -> FontId {
    named(SANS_SEMIBOLD, size)
}

/// For blocks in letters that run from right to left: one face for all of a block, spaces too, or its words would stand in
/// the wrong order.
pub fn right_to_left(size: f32) -> FontId {
    named(RIGHT_TO_LEFT, size)
}

/// The face a reader reads in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Face {
    #[default]
    Serif,
    Sans,
    /// The installed family that the reader named.
    Own,
}

impl Face {
    /// What the window calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Serif => message!("face-serif"),
            Self::Sans => message!("face-sans"),
            Self::Own => message!("face-own"),
        }
    }

    pub fn other(self) -> Self {
        match self {
            Self::Serif => Self::Sans,
            Self::Sans | Self::Own => Self::Serif,
        }
    }

    /// For body text. In a `chinese` article the Chinese face leads, so that its quotation marks are full width. What the
    /// reader named is the serif until the window has it.
    pub fn body(self, size: f32, chinese: bool) -> FontId {
        match (self, chinese) {
            (Self::Serif | Self::Own, false) => serif(size),
            (Self::Serif | Self::Own, true) => named(SERIF_CHINESE, size),
            (Self::Sans, false) => sans(self.sans_size(size)),
            (Self::Sans, true) => named(SANS_CHINESE, self.sans_size(size)),
        }
    }

    /// For the title and headings.
    pub fn heading(self, size: f32, chinese: bool) -> FontId {
        match (self, chinese) {
            (Self::Serif | Self::Own, false) => serif_semibold(size),
            (Self::Serif | Self::Own, true) => named(SERIF_CHINESE_SEMIBOLD, size),
            (Self::Sans, false) => sans_semibold(self.sans_size(size)),
            (Self::Sans, true) => named(SANS_CHINESE_SEMIBOLD, self.sans_size(size)),
        }
    }

    fn sans_size(self, size: f32) -> f32 {
        (size * crate::app::theme::measures::SANS_BODY).round()
    }
}

fn named(family: &'static str, size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(family.into()))
}

/// The search for type faces, begun before the window so that both take their time together.
pub struct TypeFaces {
    installed: SharedFaces,
}

type SharedFaces = Arc<OnceLock<Mutex<Installed>>>;

impl TypeFaces {
    /// Begins to look for what is installed, on a worker.
    pub fn look_for() -> Self {
        let installed = SharedFaces::default();
        let found = installed.clone();
        // When no thread can be had, the window starts with the program's own faces and keeps them.
        let _worker = std::thread::Builder::new()
            .name("type faces".to_owned())
            .spawn(move || _ = found.get_or_init(|| Mutex::new(Installed::of_system())));
        Self { installed }
    }

    /// Only the faces the program brings along: the same on every machine, for tests and pictures.
    pub fn of_our_own() -> Self {
        Self { installed: Arc::new(OnceLock::from(Mutex::new(Installed::of_our_own()))) }
    }

    /// The reader's own choice among these.
    pub fn own(&self) -> OwnFaces {
        OwnFaces::among(self.installed.clone())
    }

    /// Gives the window its type. Waits at most [`PATIENCE`]; a later answer comes in by itself.
    ///
    /// Start eframe with `system_font_fallback: false`: the same search is set here, behind the Chinese faces.
    pub fn install(self, context: &egui::Context) {
        let begun = Instant::now();
        while self.installed.get().is_none() && begun.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(2));
        }
        match self.installed.get().and_then(definitions_of) {
            Some(definitions) => self.set(context, definitions),
            None => {
                let meanwhile = Self::of_our_own();
                if let Some(definitions) = meanwhile.installed.get().and_then(definitions_of) {
                    meanwhile.set(context, definitions);
                }
                let (context, later) = (context.clone(), self);
                let _worker = std::thread::Builder::new().name("late type faces".to_owned()).spawn(move || {
                    if let Some(definitions) = definitions_of(later.installed.wait()) {
                        later.set(&context, definitions);
                        context.request_repaint();
                    }
                });
            }
        }
    }

    fn set(&self, context: &egui::Context, definitions: FontDefinitions) {
        context.set_fonts(definitions);
        context.set_font_providers(vec![
            Arc::new(ChineseFaces::among(self.installed.clone())),
            Arc::new(OtherFaces::default()),
        ]);
    }
}

fn definitions_of(installed: &Mutex<Installed>) -> Option<FontDefinitions> {
    Some(definitions(&mut *installed.lock().ok()?))
}

/// egui's fonts with our families in them. The Chinese families are not among them: see [`ChineseFaces`].
fn definitions(installed: &mut Installed) -> FontDefinitions {
    let mut definitions = FontDefinitions::default();
    let brought_along = definitions.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for (family, serif, weight, style) in [
        (FontFamily::Name(SERIF.into()), true, REGULAR, FontStyle::Normal),
        (FontFamily::Name(SERIF_SEMIBOLD.into()), true, SEMIBOLD, FontStyle::Normal),
        (FontFamily::Name(SERIF_ITALIC.into()), true, REGULAR, FontStyle::Italic),
        (FontFamily::Name(SANS.into()), false, REGULAR, FontStyle::Normal),
        (FontFamily::Proportional, false, REGULAR, FontStyle::Normal),
        (FontFamily::Name(SANS_SEMIBOLD.into()), false, SEMIBOLD, FontStyle::Normal),
        (FontFamily::Name(SANS_ITALIC.into()), false, REGULAR, FontStyle::Italic),
    ] {
        let mut chain = Vec::new();
        // The sans of our own stands behind every family: it has arrows, ticks and most alphabets.
        for face in [installed.latin(serif, weight, style), installed.widest(weight)].into_iter().flatten() {
            if !chain.contains(&face.name) {
                chain.push(face.name.clone());
            }
            definitions.font_data.insert(face.name, Arc::new(face.data));
        }
        chain.extend(brought_along.iter().cloned());
        definitions.families.insert(family, chain);
    }
    if let Some(face) = installed.widest(REGULAR) {
        let chain = std::iter::once(face.name.clone()).chain(brought_along).collect();
        definitions.families.insert(FontFamily::Name(RIGHT_TO_LEFT.into()), chain);
        definitions.font_data.insert(face.name, Arc::new(face.data));
    }
    definitions
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window_with(faces: TypeFaces) -> egui::Context {
        let context = egui::Context::default();
        faces.install(&context);
        context.run_ui(egui::RawInput::default(), |_| {}).textures_delta.clear();
        context
    }

    #[test]
    fn every_family_has_letters_with_our_own_faces_alone() {
        let context = window_with(TypeFaces::of_our_own());
        for font in [serif(18.0), serif_semibold(18.0), sans(13.0), sans_semibold(13.0)]
            .into_iter()
            .chain([sans_italic(13.0)])
            .chain([Face::Serif, Face::Sans].map(|face| face.body(18.0, true)))
        {
            assert!(context.fonts_mut(|fonts| fonts.has_glyphs(&font, "“Quoted” – it’s … → ✓")), "{font:?}");
        }
    }

    #[test]
    fn a_search_that_never_ends_leaves_no_window_without_type() {
        let context = window_with(TypeFaces { installed: SharedFaces::default() });
        assert!(context.fonts_mut(|fonts| fonts.has_glyphs(&serif_semibold(31.0), "A town argues")));
        assert!(context.fonts_mut(|fonts| fonts.has_glyphs(&Face::Serif.body(18.0, true), "A town argues")));
    }

    #[test]
    fn weights_and_slopes_are_faces_of_their_own() {
        let fonts = definitions(&mut Installed::of_our_own());
        let first = |family: &str| fonts.families[&FontFamily::Name(family.into())][0].clone();
        assert_eq!(first(SERIF), "Libertinus Serif 400");
        assert_eq!(first(SERIF_SEMIBOLD), "Libertinus Serif 600");
        assert_eq!(first(SERIF_ITALIC), "Libertinus Serif 400 italic");
        assert_eq!(first(SANS), "DejaVu Sans 400");
        assert_eq!(first(SANS_SEMIBOLD), "DejaVu Sans 700");
    }

    #[test]
    fn our_own_serif_is_a_point_larger() {
        let fonts = definitions(&mut Installed::of_our_own());
        assert_eq!(fonts.font_data["Libertinus Serif 400"].tweak.scale, 19.0 / 18.0);
        assert_eq!(fonts.font_data["DejaVu Sans 400"].tweak.scale, 1.0);
    }

    /// Chinese is asked for only where a machine may lack it, so this says what it saw instead of failing.
    #[test]
    fn chinese_comes_in_the_style_of_the_family() {
        let context = window_with(TypeFaces::look_for());
        let found = context.fonts_mut(|fonts| {
            fonts.has_glyphs(&serif(18.0), "习近平说，“网络空间”");
            fonts.discovered_fonts().iter().map(|font| font.name.clone()).collect::<Vec<_>>()
        });
        if found.iter().any(|name| name.contains("CJK")) {
            assert!(found.iter().any(|name| name.contains("Serif")), "{found:?}");
        }
    }
}

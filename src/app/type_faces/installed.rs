//! The faces on this machine and those the program brings along, by name, weight and slope.

use std::sync::Arc;

use egui::{FontData, FontTweak};
use fontique::{
    Blob, Collection, CollectionOptions, FamilyInfo, FontStyle, FontWeight, FontWidth, GenericFamily, SourceCache,
    SourceCacheOptions,
};

/// A letter every face for Latin text has.
const LATIN: char = 'a';
const LIBERTINUS: &str = "Libertinus Serif";
const DEJAVU: &str = "DejaVu Sans";
const SERIFS: [&str; 6] = ["Source Serif 4", "Literata", "Noto Serif", "Charter", "Georgia", LIBERTINUS];
const SANSES: [&str; 3] = ["Inter", "Noto Sans", "Segoe UI"];

/// Every face that can be had, without any of them being loaded.
pub struct Installed {
    collection: Collection,
    files: SourceCache,
}

/// A face that was found.
pub struct FoundFace {
    /// Family, weight and slope: the key under which egui keeps it.
    pub name: String,
    pub data: FontData,
}

impl Installed {
    /// What the system has, and our own.
    pub fn of_system() -> Self {
        Self::with_our_own(true)
    }

    /// What the program brings along: Libertinus Serif and DejaVu Sans.
    pub fn of_our_own() -> Self {
        Self::with_our_own(false)
    }

    fn with_our_own(system_fonts: bool) -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts });
        // The crate holds mathematical and monospaced faces too; only the first six are Libertinus.
        let serifs = typst_assets::fonts().take(6);
        for file in serifs.chain([dejavu::sans::regular(), dejavu::sans::bold(), dejavu::sans::oblique()]) {
            collection.register_fonts(Blob::new(Arc::new(file)), None);
        }
        Self { collection, files: SourceCache::new(SourceCacheOptions::default()) }
    }

    /// The names of all families, in order.
    pub(super) fn names(&mut self) -> Vec<String> {
        let names = self.collection.family_names().filter(|name| !name.starts_with('.'));
        let mut names: Vec<String> = names.map(str::to_owned).collect();
        names.sort_by_key(|name| name.to_lowercase());
        names.dedup();
        names
    }

    /// The serif or sans for Latin text: the first of our list that is here.
    pub(super) fn latin(&mut self, serif: bool, weight: FontWeight, style: FontStyle) -> Option<FoundFace> {
        if serif {
            return self.first_of(&SERIFS, weight, style, LATIN);
        }
        if let Some(face) = self.first_of(&SANSES, weight, style, LATIN) {
            return Some(face);
        }
        // Some systems name a symbol face as their sans: `LATIN` keeps it out.
        let systems_own = [GenericFamily::SystemUi, GenericFamily::SansSerif]
            .into_iter()
            .find_map(|generic| self.collection.generic_families(generic).next());
        let family = systems_own.and_then(|id| self.collection.family(id));
        family
            .and_then(|family| self.face(&family, weight, style, LATIN))
            .or_else(|| self.first_of(&[DEJAVU], weight, style, LATIN))
    }

    /// The face of our own that has most alphabets and signs.
    pub(super) fn widest(&mut self, weight: FontWeight) -> Option<FoundFace> {
        self.first_of(&[DEJAVU], weight, FontStyle::Normal, LATIN)
    }

    /// The face of the first family that is here and has the letter.
    pub(super) fn first_of(
        &mut self,
        families: &[&str],
        weight: FontWeight,
        style: FontStyle,
        letter: char,
    ) -> Option<FoundFace> {
        families.iter().find_map(|name| {
            let family = self.collection.family_by_name(name)?;
            self.face(&family, weight, style, letter)
        })
    }

    fn face(&mut self, family: &FamilyInfo, weight: FontWeight, style: FontStyle, letter: char) -> Option<FoundFace> {
        let font = family.match_font(FontWidth::NORMAL, style, weight, false)?;
        let file = font.load(Some(&mut self.files))?;
        font.charmap_index().charmap(file.as_ref())?.map(letter).filter(|&glyph| glyph != 0)?;
        let (bytes, _) = file.into_raw_parts();
        let synthesis = font.synthesis(FontWidth::NORMAL, style, weight);
        let mut tweak = FontTweak::default();
        let mut shown_weight = font.weight();
        for (axis, value) in synthesis.variation_settings() {
            tweak.coords.push(axis.to_be_bytes(), *value);
            shown_weight = weight;
        }
        if family.name() == LIBERTINUS {
            // It looks small beside the faces it stands in for: one point larger at body size.
            tweak.scale = 19.0 / 18.0;
        }
        let slope = if font.style() == FontStyle::Normal { "" } else { " italic" };
        let name = format!("{} {}{slope}", family.name(), shown_weight.value());
        Some(FoundFace { name, data: FontData::from_blob(bytes, font.index()).tweak(tweak) })
    }
}

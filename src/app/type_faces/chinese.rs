//! Chinese faces, looked for when the first Chinese letter is shown.
//!
//! egui's own search would set Chinese in a sans whatever the family; this one keeps serif with serif.

use egui::FontFamily;
use egui::epaint::text::{FallbackRequest, FontInsert, FontProvider};
use fontique::FontStyle;

use super::{REGULAR, SEMIBOLD, SharedFaces, installed::FoundFace};

const SERIFS: [&str; 9] = [
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "Songti SC",
    "STSong",
    "SimSun",
    "Noto Serif CJK TC",
    "Noto Serif CJK JP",
];
const SANSES: [&str; 11] = [
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Noto Sans CJK TC",
    "Noto Sans CJK JP",
    "Droid Sans Fallback",
];

/// The Chinese faces among those installed.
pub(super) struct ChineseFaces {
    installed: SharedFaces,
}

impl ChineseFaces {
    pub(super) fn among(installed: SharedFaces) -> Self {
        Self { installed }
    }

    fn face(&self, family: &FontFamily, letter: char) -> Option<FoundFace> {
        let (serif, semibold) = manner(family);
        let weight = if semibold { SEMIBOLD } else { REGULAR };
        let (first, second): (&[&str], &[&str]) = if serif { (&SERIFS, &SANSES) } else { (&SANSES, &SERIFS) };
        let mut installed = self.installed.wait().lock().ok()?;
        installed
            .first_of(first, weight, FontStyle::Normal, letter)
            .or_else(|| installed.first_of(second, weight, FontStyle::Normal, letter))
    }
}

impl FontProvider for ChineseFaces {
    /// The families in which Chinese leads: the Chinese face, then the Latin ones. Asked when first used.
    fn fonts_for_family(&self, family: &FontFamily) -> Vec<FontInsert> {
        if !leads(family) {
            return Vec::new();
        }
        let (serif, semibold) = manner(family);
        let weight = if semibold { SEMIBOLD } else { REGULAR };
        let mut faces = Vec::from_iter(self.face(family, '的'));
        if let Ok(mut installed) = self.installed.wait().lock() {
            faces.extend(installed.latin(serif, weight, FontStyle::Normal));
            faces.extend(installed.widest(weight));
        }
        faces.into_iter().map(insert).collect()
    }

    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        let letter = request.cluster.chars().next().filter(|&letter| is_chinese(letter))?;
        self.face(request.family, letter).map(insert)
    }
}

fn insert(face: FoundFace) -> FontInsert {
    // egui adds the family it asked for by itself.
    FontInsert { name: face.name, data: face.data, families: Vec::new() }
}

/// Whether a family is serif, and whether it is semibold.
fn manner(family: &FontFamily) -> (bool, bool) {
    match family {
        FontFamily::Name(name) => (name.starts_with("serif"), name.ends_with("semibold")),
        FontFamily::Proportional | FontFamily::Monospace => (false, false),
    }
}

fn leads(family: &FontFamily) -> bool {
    matches!(family, FontFamily::Name(name) if name.starts_with("serif-chinese") || name.starts_with("sans-chinese"))
}

/// Han letters, their radicals and punctuation, kana, full-width forms, bopomofo.
fn is_chinese(letter: char) -> bool {
    matches!(u32::from(letter),
        0x2E80..=0x312F | 0x3190..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFFEF
        | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_told_by_the_letter() {
        assert!("习，。「」ａ、カ".chars().all(is_chinese));
        assert!(!"x“”…é한".chars().any(is_chinese));
    }

    #[test]
    fn a_family_says_its_manner() {
        assert_eq!(manner(&FontFamily::Name("serif-chinese-semibold".into())), (true, true));
        assert_eq!(manner(&FontFamily::Proportional), (false, false));
        assert!(leads(&FontFamily::Name("sans-chinese".into())) && !leads(&FontFamily::Name("serif".into())));
    }
}

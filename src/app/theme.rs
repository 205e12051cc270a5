//! The colours of the window, one file a theme in `assets/themes`, and how egui's own controls are made to wear them.
//!
//! In: a [`ThemeName`]. Out: a [`Theme`], the same for the whole run. Never: a colour written anywhere else.

mod colour_text;
pub mod measures;
#[cfg(test)]
mod palette;
mod style;

use crate::app::language::message;
use std::sync::LazyLock;

use egui::Color32;
use serde::{Deserialize, Serialize};

use crate::notes::Colour;

/// The themes a reader can choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeName {
    /// Light or dark, as the system says.
    #[default]
    System,
    Light,
    Sepia,
    Dark,
    Contrast,
}

impl ThemeName {
    pub const ALL: [Self; 5] = [Self::System, Self::Light, Self::Sepia, Self::Dark, Self::Contrast];

    /// What the window calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => message!("theme-system"),
            Self::Light => message!("theme-light"),
            Self::Sepia => message!("theme-sepia"),
            Self::Dark => message!("theme-dark"),
            Self::Contrast => message!("theme-contrast"),
        }
    }

    /// The theme that is shown: never [`Self::System`].
    pub fn shown(self, system: Option<egui::Theme>) -> Self {
        match (self, system) {
            (Self::System, Some(egui::Theme::Dark)) => Self::Dark,
            (Self::System, _) => Self::Light,
            (chosen, _) => chosen,
        }
    }

    /// The one after this in the round light, sepia, dark, high contrast.
    pub fn next(self) -> Self {
        match self {
            Self::System | Self::Light => Self::Sepia,
            Self::Sepia => Self::Dark,
            Self::Dark => Self::Contrast,
            Self::Contrast => Self::Light,
        }
    }
}

/// The two colours of a speaker slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpeakerColours {
    /// Rule, letter and underline.
    #[serde(with = "colour_text")]
    pub ink: Color32,
    /// The ground of direct speech.
    #[serde(with = "colour_text")]
    pub tint: Color32,
}

/// The two colours of a highlight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HighlightColours {
    /// The band behind the words.
    #[serde(with = "colour_text")]
    pub fill: Color32,
    /// The line under the band, the bar of the card.
    #[serde(with = "colour_text")]
    pub edge: Color32,
}

/// Every colour of the window, and the strokes that differ from theme to theme.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Whether the ground is darker than the text.
    pub dark: bool,
    /// The column.
    #[serde(with = "colour_text")]
    pub paper: Color32,
    /// Bars, side panels, status.
    #[serde(with = "colour_text")]
    pub panel: Color32,
    /// Cards and popups.
    #[serde(with = "colour_text")]
    pub raised: Color32,
    #[serde(with = "colour_text")]
    pub text: Color32,
    /// Secondary text and resting icons.
    #[serde(with = "colour_text")]
    pub muted: Color32,
    /// The outline of fields and of the drop area.
    #[serde(with = "colour_text")]
    pub faint: Color32,
    /// Dividers.
    #[serde(with = "colour_text")]
    pub line: Color32,
    /// The row under the pointer, a chip, a button.
    #[serde(with = "colour_text")]
    pub hover: Color32,
    /// The chosen row; a button that is pressed or on.
    #[serde(with = "colour_text")]
    pub press: Color32,
    /// Focus, caret, links, the primary button, find hits.
    #[serde(with = "colour_text")]
    pub accent: Color32,
    /// Text on accent.
    #[serde(with = "colour_text")]
    pub on_accent: Color32,
    /// The ground of selected text.
    #[serde(with = "colour_text")]
    pub select: Color32,
    /// A warning's words.
    #[serde(with = "colour_text")]
    pub warn: Color32,
    /// A warning's ground.
    #[serde(with = "colour_text")]
    pub warn_ground: Color32,
    /// The scroll handle.
    #[serde(with = "colour_text")]
    pub thumb: Color32,
    /// The one shadow, under popups.
    #[serde(with = "colour_text")]
    pub shadow: Color32,
    /// What lies over the window behind the command palette.
    #[serde(with = "colour_text")]
    pub scrim: Color32,
    /// Width of dividers.
    pub divider_width: f32,
    /// Width of the outline of cards, chips and buttons; 0 where they have none.
    pub outline_width: f32,
    /// Width of the ring round what has the focus.
    pub focus_width: f32,
    /// How strongly the speaker strip shows its ink.
    pub strip_opacity: f32,
    /// The eight slots; slot 1 is the first.
    #[serde(deserialize_with = "colour_text::exactly")]
    pub speakers: [SpeakerColours; 8],
    /// In the order of [`Colour::ALL`].
    #[serde(deserialize_with = "colour_text::exactly")]
    pub highlights: [HighlightColours; 6],
}

/// How much of its tint a quotation keeps whose speaker is not certain.
const PALE: f32 = 0.55;

impl Theme {
    /// A speaker's tint where it is not certain that it is theirs.
    pub fn pale(&self, tint: Color32) -> Color32 {
        self.paper.lerp_to_gamma(tint, PALE)
    }

    /// The theme of a name; of [`ThemeName::System`], the light one: ask [`ThemeName::shown`] first.
    pub fn of(name: ThemeName) -> &'static Self {
        static LIGHT: LazyLock<Theme> = LazyLock::new(|| Theme::built_in(ThemeName::Light));
        static SEPIA: LazyLock<Theme> = LazyLock::new(|| Theme::built_in(ThemeName::Sepia));
        static DARK: LazyLock<Theme> = LazyLock::new(|| Theme::built_in(ThemeName::Dark));
        static CONTRAST: LazyLock<Theme> = LazyLock::new(|| Theme::built_in(ThemeName::Contrast));
        match name {
            ThemeName::System | ThemeName::Light => &LIGHT,
            ThemeName::Sepia => &SEPIA,
            ThemeName::Dark => &DARK,
            ThemeName::Contrast => &CONTRAST,
        }
    }

    /// A theme from the text of its file.
    pub fn parse(text: &str) -> Result<Self, ron::error::SpannedError> {
        ron::from_str(text)
    }

    /// The colours of a highlight.
    pub fn highlight(&self, colour: Colour) -> HighlightColours {
        self.highlights[colour as usize]
    }

    /// The divider between two areas.
    pub fn divider(&self) -> egui::Stroke {
        egui::Stroke::new(self.divider_width, self.line)
    }

    /// The outline of a card, chip or button: visible in the high-contrast theme only.
    pub fn outline(&self) -> egui::Stroke {
        egui::Stroke::new(self.outline_width, if self.outline_width > 0.0 { self.line } else { Color32::TRANSPARENT })
    }

    /// The ring round what has the focus.
    pub fn focus_ring(&self) -> egui::Stroke {
        egui::Stroke::new(self.focus_width, self.accent)
    }

    /// The shadow of a popup.
    pub fn popup_shadow(&self) -> egui::Shadow {
        egui::Shadow { offset: [0, 8], blur: 24, spread: 0, color: self.shadow }
    }

    fn built_in(name: ThemeName) -> Self {
        // A broken built-in theme fails a test; a reader who still meets one gets black on white.
        Self::parse(source(name)).unwrap_or_else(|_| Self::plain())
    }

    fn plain() -> Self {
        let (ink, ground) = (Color32::BLACK, Color32::WHITE);
        let grey = Color32::from_gray(220);
        Self {
            dark: false,
            paper: ground,
            panel: ground,
            raised: ground,
            text: ink,
            muted: ink,
            faint: ink,
            line: ink,
            hover: grey,
            press: grey,
            accent: ink,
            on_accent: ground,
            select: grey,
            warn: ink,
            warn_ground: ground,
            thumb: ink,
            shadow: Color32::TRANSPARENT,
            scrim: grey,
            divider_width: 1.0,
            outline_width: 1.0,
            focus_width: 2.0,
            strip_opacity: 1.0,
            speakers: [SpeakerColours { ink, tint: grey }; 8],
            highlights: [HighlightColours { fill: grey, edge: ink }; 6],
        }
    }
}

fn source(name: ThemeName) -> &'static str {
    match name {
        ThemeName::System | ThemeName::Light => include_str!("../../assets/themes/light.ron"),
        ThemeName::Sepia => include_str!("../../assets/themes/sepia.ron"),
        ThemeName::Dark => include_str!("../../assets/themes/dark.ron"),
        ThemeName::Contrast => include_str!("../../assets/themes/contrast.ron"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_theme_is_whole() {
        for name in ThemeName::ALL {
            let theme = Theme::parse(source(name)).unwrap_or_else(|error| panic!("{name:?}: {error}"));
            assert_eq!(*Theme::of(name), theme);
            assert_eq!(theme.dark, matches!(name, ThemeName::Dark | ThemeName::Contrast));
            assert_ne!(theme, Theme::plain());
        }
    }

    #[test]
    fn a_theme_that_lacks_or_invents_a_colour_is_refused() {
        let light = source(ThemeName::Light);
        assert!(Theme::parse(&light.replace("    paper:", "    papr:")).is_err());
        assert!(Theme::parse(&light.replacen("        (ink: \"#616AA8\", tint: \"#D1DDF0\"),\n", "", 1)).is_err());
        let error = Theme::parse(&light.replace("#FBFAF7", "#FBFA")).unwrap_err();
        assert!(error.to_string().contains("#FBFA"), "{error}");
    }

    #[test]
    fn the_system_decides_only_when_asked() {
        assert_eq!(ThemeName::System.shown(Some(egui::Theme::Dark)), ThemeName::Dark);
        assert_eq!(ThemeName::System.shown(None), ThemeName::Light);
        assert_eq!(ThemeName::Sepia.shown(Some(egui::Theme::Dark)), ThemeName::Sepia);
    }
}

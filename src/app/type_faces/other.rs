//! Faces for letters that no other face has, looked for when the first such letter is shown: listing all faces once more
//! takes longer than a frame, and most articles need none of them.

use std::sync::OnceLock;

use egui::epaint::text::{FallbackRequest, FontInsert, FontProvider};
use egui_system_font_provider::SystemFontProvider;

/// The faces of the system, as egui finds them.
#[derive(Default)]
pub(super) struct OtherFaces(OnceLock<SystemFontProvider>);

impl FontProvider for OtherFaces {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        self.0.get_or_init(SystemFontProvider::new).font_for(request)
    }
}

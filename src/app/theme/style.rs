//! How egui's own controls wear a theme: buttons, fields, menus, popups, scroll bars.

use egui::style::{HandleShape, ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets};
use egui::{
    Button, Color32, CornerRadius, FontFamily, FontId, Margin, Response, Stroke, Style, TextEdit, TextStyle,
    TextWrapMode, Ui, Vec2, Visuals, vec2,
};

use super::{Theme, ThemeName, measures};
use crate::app::{type_faces, typed_steps};

impl ThemeName {
    /// Gives the window the theme of this name and returns it. Call again when the system's theme changes.
    pub fn apply(self, context: &egui::Context) -> &'static Theme {
        let theme = Theme::of(self.shown(context.system_theme()));
        theme.apply(context);
        if self == Self::System {
            // The frame round the window follows egui's choice; told "dark", the system would answer "dark" for ever.
            context.set_theme(egui::ThemePreference::System);
        }
        theme
    }
}

impl Theme {
    /// Gives the window this theme: its controls, its spacing, its type.
    pub fn apply(&self, context: &egui::Context) {
        let style = std::sync::Arc::new(self.style());
        // Both of egui's own themes are ours, so that nothing changes when the system changes its mind before we do.
        context.set_style_of(egui::Theme::Light, style.clone());
        context.set_style_of(egui::Theme::Dark, style);
        context.set_theme(if self.dark { egui::Theme::Dark } else { egui::Theme::Light });
    }

    /// The whole style of the window in this theme.
    pub fn style(&self) -> Style {
        let mut style = Style {
            text_styles: [
                (TextStyle::Body, FontId::new(measures::WINDOW_TEXT.0, FontFamily::Proportional)),
                (TextStyle::Button, FontId::new(measures::WINDOW_TEXT.0, FontFamily::Proportional)),
                (TextStyle::Small, FontId::new(measures::SMALL.0, FontFamily::Proportional)),
                (TextStyle::Monospace, FontId::new(measures::COUNT.0, FontFamily::Monospace)),
                (TextStyle::Heading, type_faces::serif_semibold(measures::HEADING.0)),
            ]
            .into(),
            visuals: self.visuals(),
            animation_time: measures::PANEL_SECONDS,
            ..Style::default()
        };
        let spacing = &mut style.spacing;
        spacing.item_spacing = vec2(8.0, 4.0);
        spacing.button_padding = vec2(12.0, 4.0);
        spacing.interact_size = vec2(measures::BUTTON, measures::BUTTON);
        spacing.window_margin = Margin::same(16);
        spacing.menu_margin = Margin::same(8);
        spacing.icon_width = measures::ICON;
        spacing.icon_width_inner = 10.0;
        spacing.icon_spacing = 6.0;
        spacing.tooltip_width = 320.0;
        spacing.scroll = self.scroll();
        style.interaction.tooltip_delay = measures::TOOLTIP_SECONDS;
        style.interaction.resize_grab_radius_side = measures::EDGE_REACH;
        // The article has a selection of its own; the window's words are not for copying.
        style.interaction.selectable_labels = false;
        style
    }

    /// A field to type in: 32 high, outlined, the outline two wide in accent while it has the focus.
    pub fn field(&self, ui: &mut Ui, field: TextEdit<'_>) -> Response {
        self.field_between(ui, field, (10, 10))
    }

    /// The same with room in it left and right of what is typed.
    pub fn field_between(&self, ui: &mut Ui, field: TextEdit<'_>, (left, right): (i8, i8)) -> Response {
        let response = self.outlined(ui, |ui| {
            let row = ui.text_style_height(&TextStyle::Body);
            let upright = ((measures::FIELD - row) / 2.0).round().max(0.0) as i8;
            ui.visuals_mut().selection.stroke = Stroke::new(0.0, self.text);
            let shown = field.margin(Margin { left, right, top: upright, bottom: upright }).show(ui);
            let response = shown.response.response.clone();
            if response.has_focus() {
                typed_steps::keep(ui, shown);
            }
            response
        });
        if response.has_focus() {
            // egui would give ring and selected words one colour.
            let round = CornerRadius::same(measures::BUTTON_RADIUS);
            ui.painter().rect_stroke(response.rect, round, self.focus_ring(), egui::StrokeKind::Inside);
        }
        response
    }

    /// A button that is on or off, with a ground and an outline while it is on.
    pub fn segment(&self, ui: &mut Ui, on: bool, text: &str) -> Response {
        let words = egui::RichText::new(text).color(if on { self.text } else { self.muted });
        let button = Button::new(words).min_size(vec2(36.0, measures::BUTTON)).wrap_mode(TextWrapMode::Extend);
        let button = if on {
            button.fill(self.press).stroke(Stroke::new(measures::FIELD_OUTLINE, self.faint))
        } else {
            button.frame_when_inactive(false)
        };
        // In a scope of its own it would not go to the next row where there is no room for it.
        let usual = std::mem::replace(&mut ui.spacing_mut().button_padding.x, Self::SEGMENT_PADDING);
        let response = ui.add(button);
        ui.spacing_mut().button_padding.x = usual;
        if response.has_focus() {
            crate::app::row::paint_focus(ui.painter(), response.rect, self);
        }
        response
    }

    /// The space left and right of the words of such a button.
    pub const SEGMENT_PADDING: f32 = 9.0;

    /// egui outlines fields and buttons alike; ours outline only what is filled in.
    fn outlined(&self, ui: &mut Ui, add: impl FnOnce(&mut Ui) -> Response) -> Response {
        ui.scope(|ui| {
            let visuals = ui.visuals_mut();
            for (state, colour) in
                [(&mut visuals.widgets.inactive, self.faint), (&mut visuals.widgets.hovered, self.muted)]
            {
                state.bg_stroke = Stroke::new(measures::FIELD_OUTLINE, colour);
                state.bg_fill = self.paper;
            }
            visuals.text_edit_bg_color = Some(self.paper);
            add(ui)
        })
        .inner
    }

    /// The one button of a place that does what the place is for.
    ///
    /// It has the ring of what has the keyboard within, in the colour of its words: on its own ground it would not be seen.
    pub fn primary_button(&self, ui: &mut Ui, text: &str, least: Vec2) -> Response {
        let button = Button::new(egui::RichText::new(text).color(self.on_accent)).fill(self.accent).min_size(least);
        let response = ui.add(button);
        if response.has_focus() {
            let round = CornerRadius::same(measures::BUTTON_RADIUS - 2);
            let ring = Stroke::new(self.focus_width, self.on_accent);
            ui.painter().rect_stroke(response.rect.shrink(3.0), round, ring, egui::StrokeKind::Inside);
        }
        response
    }

    /// A button without a ground until the pointer is on it: "Detach", "Delete".
    pub fn quiet_button(&self, text: &str) -> Button<'static> {
        Button::new(egui::RichText::new(text).color(self.muted)).frame_when_inactive(false)
    }

    /// Makes a style that of a menu: rows 32 high without a ground of their own.
    pub fn menu_style(style: &mut Style) {
        style.spacing.button_padding = vec2(10.0, 4.0);
        style.spacing.interact_size.y = measures::MENU_ROW;
        style.spacing.item_spacing.y = 0.0;
        let widgets = &mut style.visuals.widgets;
        widgets.inactive.weak_bg_fill = Color32::TRANSPARENT;
        for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.open] {
            state.bg_stroke = Stroke::NONE;
        }
    }

    fn visuals(&self) -> Visuals {
        let base = if self.dark { Visuals::dark() } else { Visuals::light() };
        let round = CornerRadius::same(measures::BUTTON_RADIUS);
        let popup_outline = Stroke::new(self.divider_width, self.line);
        let state = |ground: Color32, outline: Stroke| WidgetVisuals {
            bg_fill: ground,
            weak_bg_fill: ground,
            bg_stroke: outline,
            corner_radius: round,
            fg_stroke: Stroke::new(measures::ICON_LINE, self.text),
            expansion: 0.0,
        };
        Visuals {
            dark_mode: self.dark,
            override_text_color: None,
            weak_text_color: Some(self.muted),
            widgets: Widgets {
                noninteractive: WidgetVisuals {
                    bg_fill: self.panel,
                    weak_bg_fill: self.panel,
                    bg_stroke: self.divider(),
                    corner_radius: round,
                    fg_stroke: Stroke::new(measures::ICON_LINE, self.text),
                    expansion: 0.0,
                },
                inactive: state(self.hover, self.outline()),
                hovered: state(self.press, self.outline()),
                active: state(self.press, self.focus_ring()),
                open: state(self.press, self.outline()),
            },
            // Its stroke is the colour of selected words too, and accent reads badly on `select`.
            selection: Selection { bg_fill: self.select, stroke: Stroke::new(self.focus_width, self.text) },
            hyperlink_color: self.accent,
            faint_bg_color: self.hover,
            extreme_bg_color: self.paper,
            text_edit_bg_color: Some(self.paper),
            code_bg_color: self.hover,
            warn_fg_color: self.warn,
            error_fg_color: self.warn,
            window_corner_radius: CornerRadius::same(measures::POPUP_RADIUS),
            window_shadow: self.popup_shadow(),
            window_fill: self.raised,
            window_stroke: popup_outline,
            window_highlight_topmost: false,
            menu_corner_radius: CornerRadius::same(measures::POPUP_RADIUS),
            panel_fill: self.panel,
            popup_shadow: self.popup_shadow(),
            text_cursor: TextCursorStyle {
                stroke: Stroke::new(measures::CARET, self.accent),
                ..TextCursorStyle::default()
            },
            ime_composition: egui::style::ImeComposition {
                active_underline_stroke: Stroke::new(2.0, self.accent),
                inactive_underline_stroke: Stroke::new(1.0, self.muted),
                ..base.ime_composition
            },
            collapsing_header_frame: false,
            indent_has_left_vline: false,
            slider_trailing_fill: true,
            handle_shape: HandleShape::Circle,
            ..base
        }
    }

    fn scroll(&self) -> ScrollStyle {
        // egui mixes the handle from the text's colour; this is how much of it makes `thumb` on `paper`.
        let rest = share(self.thumb, self.paper, self.text);
        ScrollStyle {
            floating: true,
            bar_width: measures::SCROLL_HANDLE,
            floating_width: measures::SCROLL_HANDLE,
            handle_min_length: 32.0,
            bar_inner_margin: 2.0,
            bar_outer_margin: 2.0,
            foreground_color: true,
            dormant_handle_opacity: rest,
            active_handle_opacity: rest,
            interact_handle_opacity: (rest + 0.2).min(1.0),
            dormant_background_opacity: 0.0,
            active_background_opacity: 0.0,
            interact_background_opacity: 0.0,
            // Lines of text end where the view ends; nothing lies over them.
            fade: egui::style::ScrollFadeStyle { strength: 0.0, ..Default::default() },
            ..ScrollStyle::floating()
        }
    }
}

/// How much of `over` on `ground` makes `wanted`, judged by the green channel, where the eye is keenest.
fn share(wanted: Color32, ground: Color32, over: Color32) -> f32 {
    let [wanted, ground, over] = [wanted, ground, over].map(|colour| f32::from(colour.g()));
    if over == ground { 1.0 } else { ((wanted - ground) / (over - ground)).clamp(0.0, 1.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_leaves_no_colour_of_eguis_own() {
        for name in ThemeName::ALL {
            let theme = Theme::of(name);
            let visuals = theme.style().visuals;
            let widgets = &visuals.widgets;
            for state in [&widgets.noninteractive, &widgets.inactive, &widgets.hovered, &widgets.active, &widgets.open]
            {
                assert_eq!(state.fg_stroke.color, theme.text);
                assert!([theme.panel, theme.hover, theme.press].contains(&state.weak_bg_fill));
            }
            assert_eq!((visuals.panel_fill, visuals.window_fill), (theme.panel, theme.raised));
            assert_eq!((visuals.text_color(), visuals.weak_text_color()), (theme.text, theme.muted));
        }
    }

    #[test]
    fn the_main_button_shows_that_it_has_the_keyboard() {
        for name in ThemeName::ALL {
            let theme = Theme::of(name);
            let context = egui::Context::default();
            type_faces::TypeFaces::of_our_own().install(&context);
            theme.apply(&context);
            let rings = |focused: bool| {
                let mut output = context.run_ui(egui::RawInput::default(), |ui| {
                    let button = theme.primary_button(ui, "Open", Vec2::ZERO);
                    if focused {
                        button.request_focus();
                    }
                });
                output.textures_delta.clear();
                let is_ring = |shape: &egui::Shape| matches!(shape, egui::Shape::Rect(rect) if rect.stroke == Stroke::new(theme.focus_width, theme.on_accent));
                output.shapes.iter().filter(|shape| is_ring(&shape.shape)).count()
            };
            assert_eq!(rings(true), 0, "{name:?}");
            assert_eq!(rings(true), 1, "{name:?}");
        }
    }

    #[test]
    fn the_system_keeps_its_say_until_a_theme_is_chosen() {
        let context = egui::Context::default();
        let preference = || context.options(|options| options.theme_preference);
        assert_eq!(ThemeName::System.apply(&context), Theme::of(ThemeName::Light));
        assert_eq!(preference(), egui::ThemePreference::System);
        assert_eq!(ThemeName::Contrast.apply(&context), Theme::of(ThemeName::Contrast));
        assert_eq!(preference(), egui::ThemePreference::Dark);
        assert_eq!(context.global_style().visuals.panel_fill, Theme::of(ThemeName::Contrast).panel);
    }

    #[test]
    fn the_scroll_handle_comes_out_as_the_theme_says() {
        let light = Theme::of(ThemeName::Light).scroll().dormant_handle_opacity;
        assert!((0.2..0.3).contains(&light), "{light}");
        assert_eq!(Theme::of(ThemeName::Contrast).scroll().dormant_handle_opacity, 1.0);
    }
}

//! The field in which a reader sets their name, once for all articles.

use egui::{Context, Id, Key, Modal, RichText, TextEdit};

use super::{act::Act, theme::Theme, type_faces};

/// The field while it is open.
#[derive(Clone, Debug)]
pub struct NameField {
    typed: String,
    /// It still has to be given the keyboard.
    fresh: bool,
}

impl NameField {
    pub fn new(name: &str) -> Self {
        Self { typed: name.to_owned(), fresh: true }
    }
}

pub fn show(context: &Context, open: &mut Option<NameField>, theme: &Theme, acts: &mut Vec<Act>) {
    let Some(field) = open else {
        return;
    };
    let mut done = None;
    let shown = Modal::new(Id::unique("your name")).show(context, |ui| {
        ui.set_width((context.content_rect().width() - 80.0).min(340.0));
        ui.label(RichText::new("Your name").font(type_faces::serif_semibold(20.0)).color(theme.text));
        let why = "It is written into the files of your notes, so that others see whose they are.";
        ui.label(RichText::new(why).font(type_faces::sans(12.0)).color(theme.muted));
        ui.add_space(6.0);
        let id = Id::unique("name field");
        let edit = TextEdit::singleline(&mut field.typed).id(id).char_limit(80).desired_width(f32::INFINITY);
        let response = theme.field(ui, edit.font(type_faces::sans(13.0))).accessible_name("Your name");
        if field.fresh {
            // A window over the others takes the keyboard only once it has been shown.
            response.request_focus();
            field.fresh = !response.has_focus();
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            if ui.add(theme.primary_button("Set name")).clicked() || entered {
                done = Some(true);
            } else if ui.add(theme.quiet_button("Cancel")).clicked() {
                done = Some(false);
            }
        });
    });
    if done == Some(true) {
        acts.push(Act::SetName(field.typed.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    if done.is_some() || shown.should_close() {
        *open = None;
    }
}

//! The command palette: every command with its keys, found by a few of its letters.

mod fuzzy;

use crate::app::language::message;
use egui::{
    Align, Align2, Context, Id, Key, Layout, Margin, Modifiers, Rect, RichText, ScrollArea, Ui, pos2, text::CCursor,
    vec2,
};
use fuzzy::fit;

use super::{
    act::Act,
    command::Command,
    performing,
    picking::{FIELD, Picking},
    row::padded,
    tab::Tab,
    theme::{Theme, measures},
    type_faces,
    window_title::list_over,
};

const WIDTH: f32 = 560.0;
const FROM_TOP: f32 = 104.0;
/// The line at the foot, with the one that parts it from the list.
const FOOT: f32 = 38.0;
/// Commands that are shown as run lately.
const RECENT: usize = 5;
/// What a command that was run lately gains over the others.
const RECENT_GAIN: i32 = 3;

/// The palette, and what was run from it in this sitting, the last first.
#[derive(Default)]
pub struct CommandPalette {
    /// What is typed while it is open.
    open: Option<Picking>,
    recent: Vec<Command>,
}

/// A command in the list, with the numbers of its name's letters that were typed.
struct Listed {
    command: Command,
    name: String,
    letters: Vec<usize>,
}

fn field() -> Id {
    Id::unique("command field")
}

impl CommandPalette {
    pub fn open(&mut self) {
        self.open = Some(Picking::default());
    }

    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    fn remember(&mut self, command: Command) {
        self.recent.retain(|other| *other != command);
        self.recent.insert(0, command);
        self.recent.truncate(RECENT);
    }

    /// The commands that fit what was typed, the best first; with nothing typed those run lately, then all. The second
    /// is how many of them were run lately.
    fn listed(&self, typed: &str, tab: Option<&Tab>) -> (Vec<Listed>, usize) {
        let named = |command: Command| (command, performing::name(command, tab));
        if typed.trim().is_empty() {
            let rest = Command::ALL.into_iter().filter(|command| !self.recent.contains(command));
            let all = self.recent.iter().copied().chain(rest).map(named);
            let list = all.map(|(command, name)| Listed { command, name, letters: Vec::new() });
            return (list.collect(), self.recent.len());
        }
        let gain = |command| if self.recent.contains(&command) { RECENT_GAIN } else { 0 };
        let mut found: Vec<(i32, Listed)> = Vec::new();
        let mut by_help = Vec::new();
        for (command, name) in Command::ALL.into_iter().map(named) {
            if let Some(fit) = fit(&name, typed) {
                found.push((fit.score + gain(command), Listed { command, name, letters: fit.letters }));
            } else if speaks_of(command, &name, typed) {
                by_help.push(Listed { command, name, letters: Vec::new() });
            }
        }
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        (found.into_iter().map(|(_, listed)| listed).chain(by_help).collect(), 0)
    }

    /// Shows the palette, if it is open, over the window.
    pub fn show(&mut self, context: &Context, tab: Option<&Tab>, theme: &Theme, acts: &mut Vec<Act>) {
        let Some(mut picking) = self.open.take() else {
            return;
        };
        picking.take_early(context, field());
        let (listed, recent) = self.listed(&picking.typed, tab);
        let entered = picking.take_keys(context, listed.len());
        let mut run = listed.get(picking.picked).filter(|_| entered).map(|listed| listed.command);
        let closes = context.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::K));

        let room = context.content_rect();
        let top = FROM_TOP.min(room.height() * 0.13);
        let margin = Margin { left: 0, right: 0, top: 8, bottom: 0 };
        let modal = list_over(context, "command palette", message!("command-palette"), top, margin, theme);
        let shown = modal.show(context, |ui| {
            ui.set_width((room.width() - 32.0).min(WIDTH));
            ui.spacing_mut().item_spacing.y = 0.0;
            padded(ui, 8.0, |ui| {
                picking.show_field(ui, field(), message!("palette-field"), message!("palette-hint"), theme);
            });
            ui.add_space(8.0);
            let height = (room.height() - top - FIELD - FOOT - 48.0).min(10.0 * measures::PALETTE_ROW);
            ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                if let Some(clicked) = show_list(ui, &mut picking, &listed, recent, tab, theme) {
                    run = Some(clicked);
                }
            });
            show_foot(ui, listed.get(picking.picked), listed.len(), theme);
        });
        if let Some(command) = run {
            self.remember(command);
            acts.push(Act::Do(command));
        } else if !(closes || shown.should_close()) {
            self.open = Some(picking);
        }
    }
}

/// The command that was clicked.
fn show_list(
    ui: &mut Ui,
    picking: &mut Picking,
    listed: &[Listed],
    recent: usize,
    tab: Option<&Tab>,
    theme: &Theme,
) -> Option<Command> {
    let mut clicked = None;
    if listed.is_empty() {
        padded(ui, 18.0, |ui| {
            let text = message!("palette-none", words = picking.typed.trim());
            ui.label(RichText::new(text).font(type_faces::sans(measures::WINDOW_TEXT.0)).color(theme.muted));
            ui.add_space(8.0);
        });
    }
    for (number, one) in listed.iter().enumerate() {
        if recent > 0 && (number == 0 || number == recent) {
            heading(ui, if number == 0 { message!("recent") } else { message!("palette-all") }, theme);
        }
        let response = picking.row(ui, number, measures::PALETTE_ROW, &one.name, theme);
        if response.clicked() {
            clicked = Some(one.command);
        }
        if ui.is_rect_visible(response.rect) {
            one.paint(ui, response.rect, tab, theme);
        }
    }
    clicked
}

impl Listed {
    /// Name left, keys right, a line under the letters that were typed.
    fn paint(&self, ui: &Ui, rect: Rect, tab: Option<&Tab>, theme: &Theme) {
        let possible = performing::is_possible(self.command, tab);
        let colour = if possible { theme.text } else { theme.muted };
        let font = type_faces::sans(measures::WINDOW_TEXT.0);
        let galley = ui.painter().layout_no_wrap(self.name.clone(), font, colour);
        let at = pos2(rect.left() + 18.0, rect.center().y - galley.size().y / 2.0);
        let x = |letter: usize| at.x + galley.pos_from_cursor(CCursor::new(letter)).left();
        for letter in &self.letters {
            let line = x(*letter)..=x(letter + 1);
            ui.painter().hline(line, at.y + galley.size().y + 1.0, (1.5, colour));
        }
        ui.painter().galley(at, galley, colour);
        let keys = self.command.keys(ui.ctx());
        let font = type_faces::sans(measures::SMALL.0);
        ui.painter().text(rect.right_center() - vec2(18.0, 0.0), Align2::RIGHT_CENTER, keys, font, theme.muted);
    }
}

fn heading(ui: &mut Ui, text: &str, theme: &Theme) {
    padded(ui, 18.0, |ui| {
        ui.add_space(6.0);
        ui.label(RichText::new(text).font(type_faces::sans_semibold(measures::PANEL_HEADING.0)).color(theme.muted));
        ui.add_space(4.0);
    });
}

fn show_foot(ui: &mut Ui, picked: Option<&Listed>, count: usize, theme: &Theme) {
    let small = |text: String| RichText::new(text).font(type_faces::sans(measures::COUNT.0)).color(theme.muted);
    let line = ui.available_rect_before_wrap();
    ui.painter().hline(line.left() + 8.0..=line.right() - 8.0, line.top(), theme.divider());
    ui.allocate_ui_with_layout(vec2(ui.available_width(), FOOT), Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(18.0);
        let all = Command::ALL.len();
        ui.label(small(if count == all {
            message!("palette-count-all", all = all)
        } else {
            message!("palette-count", count = count, all = all)
        }));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(18.0);
            let help = picked.map_or("", |listed| listed.command.help());
            ui.add(egui::Label::new(small(help.to_owned())).wrap());
        });
    });
}

/// Whether each typed word stands in what a command is called, in its English name or in what it does. Words without
/// spaces between them, as in Chinese, may stand apart there.
fn speaks_of(command: Command, name: &str, typed: &str) -> bool {
    let text = format!("{name} {} {}", command.name(), command.help()).to_lowercase();
    typed.to_lowercase().split_whitespace().all(|word| {
        let in_one = word.chars().any(|letter| ('\u{3400}'..='\u{9fff}').contains(&letter));
        text.contains(word) || in_one && fit(&text, word).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Spoken, language};

    #[track_caller]
    fn check(palette: &CommandPalette, typed: &str, expected: &[Command]) {
        let (listed, _) = palette.listed(typed, None);
        let first: Vec<Command> = listed.into_iter().map(|listed| listed.command).take(expected.len()).collect();
        assert_eq!(first, expected, "{typed}");
    }

    #[test]
    fn the_best_fit_comes_first_and_what_was_run_lately_before_the_rest() {
        let mut palette = CommandPalette::default();
        assert_eq!(palette.listed("", None).0.len(), Command::ALL.len());
        check(&palette, "", &[Command::Open]);
        check(&palette, "outl", &[Command::Outline]);
        check(&palette, "fil no", &[Command::Filter]);
        check(&palette, "next", &[Command::NextTab]);
        palette.remember(Command::NextAnnotation);
        palette.remember(Command::Export);
        check(&palette, "", &[Command::Export, Command::NextAnnotation, Command::Open]);
        check(&palette, "next", &[Command::NextAnnotation, Command::NextTab]);
        check(&palette, "related articles", &[Command::Leftovers]);
        check(&palette, "export notes", &[Command::Export]);
        language::speak(Spoken::Chinese);
        check(&palette, "导出笔记", &[Command::Export]);
        check(&palette, "export…", &[Command::Export]);
        language::speak(Spoken::English);
        assert!(palette.listed("zzzz", None).0.is_empty());
    }

    #[test]
    fn every_command_is_found_by_its_name() {
        let palette = CommandPalette::default();
        for command in Command::ALL {
            check(&palette, command.name(), &[command]);
        }
    }
}

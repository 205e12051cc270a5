//! The window: what a reader sees and does. The only room that knows of egui, eframe and rfd.
//!
//! Panes show what is, and say what the reader asked for as [`act::Act`]s; `performing` does them, once a frame.

mod act;
mod annotation_bar;
mod called_off;
mod card;
mod card_list;
mod clock;
mod column;
pub mod command;
mod command_palette;
mod dialog;
mod drop_target;
mod export_window;
mod facts;
mod find_bar;
mod help_page;
mod icon;
mod jumps;
mod kept_file;
mod language;
mod layer_list;
mod layer_mark;
mod layers;
mod left_panel;
mod margin_notes;
mod note_list;
mod note_mark;
mod notes_panel;
mod notice;
mod outline;
mod performing;
mod recent;
mod row;
mod selection;
mod settings;
mod settings_window;
mod speaker_mark;
mod speaker_popup;
mod start;
mod start_page;
mod status_bar;
mod tab;
mod tag_field;
mod theme;
mod top_bar;
mod type_faces;
mod window;
mod worker;

pub use dialog::Dialogs;
pub use kept_file::Folders;
pub use language::Spoken;
pub use start::{command_table, run};
pub use type_faces::TypeFaces;
pub use window::{Beginning, Window};

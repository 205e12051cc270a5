//! What a screen reader says when it changes, without being asked.

use egui::{Response, accesskit::Live};

/// Has a screen reader say a text whenever it changes, once it has said what it is at.
pub fn say_when_it_changes(text: &Response) {
    if text.ctx.has_accesskit_node(text.id) {
        text.ctx.accesskit_node_builder(text.id, |node| node.set_live(Live::Polite));
    }
}

/// Has a screen reader say a row that is picked with the arrow keys, while a field keeps the keyboard.
pub fn say_as_picked(row: &Response) {
    let field = row.ctx.memory(egui::Memory::focused).filter(|_| row.ctx.text_edit_focused());
    if let Some(field) = field.filter(|field| row.ctx.has_accesskit_node(*field) && row.ctx.has_accesskit_node(row.id))
    {
        row.ctx.accesskit_node_builder(field, |node| node.set_active_descendant(row.id.accesskit_id()));
    }
}

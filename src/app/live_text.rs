//! Texts that a screen reader says when they change, without being asked.

use egui::{Response, accesskit::Live};

/// Has a screen reader say a text whenever it changes, once it has said what it is at.
pub fn say_when_it_changes(text: &Response) {
    if text.ctx.has_accesskit_node(text.id) {
        text.ctx.accesskit_node_builder(text.id, |node| node.set_live(Live::Polite));
    }
}

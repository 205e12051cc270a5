//! The parts of the window as a screen reader tells them apart.

use egui::{Ui, accesskit::Role};

/// Names the part that this [`Ui`] is, which else is read on into from the one before.
pub fn name(ui: &Ui, name: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(Role::Region);
        node.set_label(name);
    });
}

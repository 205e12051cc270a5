//! A bare eframe window with a label: what starting up is measured against (`benches/start_up.py`).

use eframe::egui::{CentralPanel, ViewportBuilder, vec2};

fn main() -> eframe::Result {
    let options = eframe::NativeOptions {
        viewport: ViewportBuilder::default().with_inner_size(vec2(1200.0, 800.0)),
        ..Default::default()
    };
    eframe::run_ui_native("bare window", options, |ui, _frame| {
        CentralPanel::default().show(ui, |ui| {
            ui.centered_and_justified(|ui| ui.heading("A bare window with a label"));
        });
    })
}

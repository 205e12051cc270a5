use std::path::PathBuf;

use anyhow::anyhow;
use egui::{ViewportBuilder, vec2};

use super::{
    command::Keymap,
    dialog::Dialogs,
    kept_file::Folders,
    language::Spoken,
    motion::SystemMotion,
    settings::Settings,
    type_faces::TypeFaces,
    voice::Voice,
    window::{Beginning, Window},
};

/// The smallest window that can be read in.
const SMALLEST: [f32; 2] = [640.0, 480.0];

/// Opens the window on some files, and returns once it is closed.
///
/// Fails with one sentence when no window can be had.
pub fn run(files: Vec<PathBuf>) -> anyhow::Result<()> {
    if !has_display() {
        return Err(anyhow!(
            "There is no display to open a window on. Run it in a desktop session, or see “quotemark --help” for what works without one."
        ));
    }
    give_memory_back();
    // Fonts are looked for while the system opens the window.
    let faces = TypeFaces::look_for();
    let options = eframe::NativeOptions {
        viewport: ViewportBuilder::default()
            .with_app_id("quotemark")
            .with_title("Quotemark")
            .with_inner_size(vec2(1200.0, 800.0))
            .with_min_inner_size(SMALLEST)
            .with_drag_and_drop(true),
        // Ours keeps serif with serif, and loads a face only when it is needed.
        system_font_fallback: false,
        event_loop_builder: Some(Box::new(ask_for_x11)),
        ..Default::default()
    };
    eframe::run_native(
        "quotemark",
        options,
        Box::new(move |creation| {
            let beginning = Beginning {
                faces,
                folders: Folders::of_user(),
                dialogs: Dialogs::OfSystem,
                program: std::env::current_exe().ok(),
                voice: Voice::OfSystem,
                speaks: Spoken::of_system(),
                motion: SystemMotion::ask(&creation.egui_ctx),
                files,
            };
            Ok(Box::new(Window::new(&creation.egui_ctx, beginning)))
        }),
    )
    .map_err(|_| anyhow!("The window could not be opened. Check the display and its graphics driver."))
}

/// Every command with the keys that it has for this user, as `quotemark commands` prints them.
pub fn command_table() -> String {
    let (settings, _) = Settings::open(&Folders::of_user());
    Keymap::with(&settings.get().shortcuts).0.table()
}

/// The name that this user set; empty until then.
pub fn reader_name() -> String {
    Settings::open(&Folders::of_user()).0.get().author.clone()
}

/// Has the memory of a closed article go back to the system. The C library keeps up to 64 MiB for each thread unless it
/// is told otherwise where it looks for that, in the environment that a program starts with; so this one starts anew.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn give_memory_back() {
    use std::{env, os::unix::process::CommandExt as _, process::Command};
    const SETTINGS: [(&str, &str); 2] = [("MALLOC_MMAP_THRESHOLD_", "262144"), ("MALLOC_TRIM_THRESHOLD_", "262144")];
    if SETTINGS.iter().any(|(name, _)| env::var_os(name).is_some()) {
        return;
    }
    let mut arguments = env::args_os();
    if let (Ok(program), Some(name)) = (env::current_exe(), arguments.next()) {
        // This comes back only when it could not be done: then the memory stays.
        _ = Command::new(program).arg0(name).args(arguments).envs(SETTINGS).exec();
    }
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
fn give_memory_back() {}

/// Whether the system says that there is a display; only asked where it would say so.
fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY") || set("WAYLAND_SOCKET")
}

/// Asks for X11 where there is one: winit 0.30 takes no dropped files on native Wayland, and XWayland has them.
#[cfg(target_os = "linux")]
fn ask_for_x11<T>(builder: &mut winit::event_loop::EventLoopBuilder<T>) {
    use winit::platform::x11::EventLoopBuilderExtX11 as _;
    if std::env::var_os("DISPLAY").is_some_and(|display| !display.is_empty()) {
        builder.with_x11();
    }
}

#[cfg(not(target_os = "linux"))]
fn ask_for_x11<T>(_builder: &mut winit::event_loop::EventLoopBuilder<T>) {}

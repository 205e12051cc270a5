use std::process::ExitCode;

use quotemark::{app, cli};

fn main() -> ExitCode {
    let window = cli::WindowSide {
        commands: &app::command_table,
        reader: &app::reader_name,
        open: &|files| app::run(files).map_err(|error| format!("{error:#}")),
    };
    cli::run(std::env::args_os(), &window)
}

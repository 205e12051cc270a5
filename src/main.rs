use std::process::ExitCode;

use quotemark::{app, cli};

fn main() -> ExitCode {
    cli::run(std::env::args_os(), &app::command_table, &|files| app::run(files).map_err(|error| format!("{error:#}")))
}

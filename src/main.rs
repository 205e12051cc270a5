use std::process::ExitCode;

fn main() -> ExitCode {
    match quotemark::app::run(std::env::args_os().skip(1).map(Into::into).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

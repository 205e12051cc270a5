use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use crate::{excerpt::one_line, sidecar::Sidecar};

/// What is printed: data on standard output, sentences on standard error.
#[derive(Debug, Default)]
pub(super) struct Answer {
    has_failed: bool,
}

impl Answer {
    /// Prints data. A reader who stopped reading is no failure.
    pub fn print(&self, data: &str) -> Result<(), String> {
        let mut out = io::stdout().lock();
        match out.write_all(data.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(format!("The answer could not be written: {error}. Check where it goes, then try again."))
            }
            _ => Ok(()),
        }
    }

    /// Says something that does not keep the answer from being right.
    pub fn mention(&self, sentence: &str) {
        // Where nobody can be told, there is nobody to tell that.
        let _ = writeln!(io::stderr(), "{}", one_line(sentence));
    }

    /// Says what could not be done.
    pub fn fail(&mut self, sentence: &str) {
        self.has_failed = true;
        self.mention(sentence);
    }

    /// Says what is odd about a layer of notes. A damaged entry is kept and the others are shown; a layer that cannot be
    /// shown at all is a failure.
    pub fn tell(&mut self, sidecar: &Sidecar, warning: &str) {
        if sidecar.is_read_only() && sidecar.kept().is_none() { self.fail(warning) } else { self.mention(warning) }
    }

    pub fn exit_code(&self) -> ExitCode {
        if self.has_failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }
}

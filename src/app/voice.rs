//! The system's speech service, through the program that it brings along: one run says one sentence, and ends when that
//! has been said.
//!
//! In: a sentence. Out: whether it was said, as a [`Message`]. Never: a wait in the window.

use std::{
    io,
    path::PathBuf,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use unicode_segmentation::UnicodeSegmentation as _;

use super::{
    called_off::CalledOff,
    tab::{TabId, is_chinese},
    worker::{Message, Post},
};

/// How soon a voice falls silent when it is called off.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// A voice that says so many words or more sooner than this says nothing that can be heard.
const WORDS: usize = 10;
const TOO_SOON: Duration = Duration::from_millis(100);

/// Where the voice comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    #[default]
    OfSystem,
    /// A program that says its last argument.
    Program(PathBuf),
}

/// What became of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Whole,
    /// Ended as if it was said, but sooner than anybody can say it.
    TooSoon,
    /// The system has no voice, or none that works.
    NoVoice,
    CalledOff,
}

/// A sentence to say.
pub struct Sentence {
    pub tab: TabId,
    /// Which of the sentences of this reading it is.
    pub turn: u64,
    pub words: String,
}

impl Voice {
    /// Says a sentence on a worker, and tells the window when that is done.
    pub fn say(&self, sentence: Sentence, called_off: CalledOff, post: Post) {
        let voice = self.clone();
        thread::spawn(move || {
            let Sentence { tab, turn, words } = sentence;
            let (begun, is_long) = (Instant::now(), words.unicode_words().nth(WORDS - 1).is_some());
            let said = voice.programs(&words).into_iter().map(|program| program.run(&called_off));
            let said = said.into_iter().find(|said| *said != Said::NoVoice).unwrap_or(Said::NoVoice);
            let said = if said == Said::Whole && is_long && begun.elapsed() < TOO_SOON { Said::TooSoon } else { said };
            if said != Said::CalledOff {
                post.send(Message::Spoken { tab, turn, said });
            }
        });
    }

    /// The programs that may say some words, the best first.
    fn programs(&self, words: &str) -> Vec<Program> {
        match self {
            Self::Program(path) => {
                let mut command = Command::new(path);
                command.arg(words);
                vec![Program { command, silence: None }]
            }
            Self::OfSystem => of_system(words),
        }
    }
}

/// A program that says something, and another that has a service fall silent which speaks on without its caller.
struct Program {
    command: Command,
    silence: Option<Command>,
}

impl Program {
    fn of(name: &str, arguments: &[&str], words: &str) -> Self {
        let mut command = Command::new(name);
        command.args(arguments).arg(words);
        Self { command, silence: None }
    }

    fn run(mut self, called_off: &CalledOff) -> Said {
        let quiet = self.command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let Ok(mut child) = quiet.spawn() else {
            return Said::NoVoice;
        };
        match wait(&mut child, called_off) {
            Ok(said) => {
                if let Some(silence) = self.silence.as_mut().filter(|_| said == Said::CalledOff) {
                    _ = silence.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
                }
                said
            }
            Err(_) => Said::NoVoice,
        }
    }
}

fn wait(child: &mut Child, called_off: &CalledOff) -> io::Result<Said> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(if status.success() { Said::Whole } else { Said::NoVoice });
        }
        if called_off.is_so() {
            child.kill()?;
            child.wait()?;
            return Ok(Said::CalledOff);
        }
        thread::sleep(LOOK_AGAIN);
    }
}

#[cfg(target_os = "macos")]
fn of_system(words: &str) -> Vec<Program> {
    let chinese = Program::of("say", &["-v", "Tingting", "--"], words);
    let usual = Program::of("say", &["--"], words);
    if is_chinese(words) { vec![chinese, usual] } else { vec![usual] }
}

#[cfg(windows)]
fn of_system(words: &str) -> Vec<Program> {
    // The words go through the environment, where nothing in them is a command.
    let speak = "Add-Type -AssemblyName System.Speech; $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; \
                 if ($env:QUOTEMARK_CULTURE) { try { $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, \
                 $env:QUOTEMARK_CULTURE) } catch {} }; $voice.Speak($env:QUOTEMARK_SENTENCE)";
    // Without a window of its own that would come up with every sentence.
    const NO_WINDOW: u32 = 0x0800_0000;
    let mut command = Command::new("powershell");
    std::os::windows::process::CommandExt::creation_flags(&mut command, NO_WINDOW);
    command.args(["-NoProfile", "-NonInteractive", "-Command", speak]).env("QUOTEMARK_SENTENCE", words);
    if is_chinese(words) {
        command.env("QUOTEMARK_CULTURE", "zh-CN");
    }
    vec![Program { command, silence: None }]
}

/// Chinese in a Chinese voice; all else in the one that the user set for the service.
#[cfg(not(any(target_os = "macos", windows)))]
fn of_system(words: &str) -> Vec<Program> {
    let (language, voice): (&[&str], &[&str]) =
        if is_chinese(words) { (&["--language", "zh"], &["-v", "cmn"]) } else { (&[], &[]) };
    let service = [&["--application-name", "quotemark", "--wait"], language, &["--"]].concat();
    let mut silence = Command::new("spd-say");
    silence.arg("--stop");
    // Speech Dispatcher, and where it is not, the voice that most systems have it speak with.
    vec![
        Program { silence: Some(silence), ..Program::of("spd-say", &service, words) },
        Program::of("espeak-ng", &[voice, &["--"]].concat(), words),
    ]
}

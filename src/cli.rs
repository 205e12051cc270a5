//! The command line: arguments become a window or a printed answer.
//!
//! In: arguments. Out: data alone on standard output, one sentence on standard error when something cannot be done,
//! and the exit status: 0 done, 1 not done, 2 wrong arguments.
//! Never: a question, or a window without being asked for one.

mod annotations;
mod answer;
mod check;
mod export;
mod merge;
mod note;
mod speakers;
mod tags;

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use answer::Answer;
use clap::{Args, Parser, Subcommand, ValueEnum, builder::NonEmptyStringValueParser};

use crate::{
    article::Article,
    notes::{Colour, tag_name},
    open::open,
    sidecar::{Folders, OwnNotes, Sidecar, is_layer_name, layer_names, open_own},
};

/// Read an article and see who speaks in it; keep your notes beside the text.
///
/// Without a subcommand, opens the window with the files given. Offsets in all answers count characters (Unicode
/// scalar values) of what `quotemark text FILE` prints.
#[derive(Parser)]
#[command(name = "quotemark", version, args_conflicts_with_subcommands = true, max_term_width = 100)]
#[command(
    after_help = "A file that is called like a subcommand opens as ./text, one that begins with a dash as ./-x.\n\
                        Exit status: 0 done; 1 it could not be done; 2 wrong arguments."
)]
struct Arguments {
    #[command(subcommand)]
    request: Option<Request>,
    /// Articles to open in the window, each in a tab
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

#[derive(Subcommand)]
enum Request {
    /// Print the article's text, as every offset counts it
    Text { file: PathBuf },
    /// Print who says what
    Speakers {
        /// The article
        file: PathBuf,
        /// How to print it
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Print the annotations of every layer beside the article, each with its state
    Notes {
        /// The article
        file: PathBuf,
        /// How to print it
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Annotate a passage and print the new annotation's id
    Note(NoteArguments),
    /// Print the tags of articles with their counts
    Tags {
        /// Articles
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Write the notes of every layer, or the article with them, in another format
    Export {
        /// The article
        file: PathBuf,
        /// markdown, html (a page with the article), csv or json
        #[arg(long, value_name = "FORMAT", value_parser = read_format)]
        to: crate::export::Format,
        /// The file to write; without it the export is printed
        #[arg(short, long = "output", value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// Bring other people's sidecars in, whatever their order; as a git merge driver: merge --base %O %A %B
    Merge {
        /// The article, or a sidecar itself
        file: PathBuf,
        /// The version that FILE and the others come from; FILE is then a sidecar whatever it is called
        #[arg(long, value_name = "FILE")]
        base: Option<PathBuf>,
        /// The sidecars to bring in
        #[arg(required = true, value_name = "OTHER.ron")]
        others: Vec<PathBuf>,
    },
    /// Say what is damaged in the notes of articles, or in sidecars; exit 1 if anything is
    Check {
        /// Articles, each with all its layers, or sidecars
        #[arg(required = true, value_name = "FILE-OR-SIDECAR")]
        files: Vec<PathBuf>,
    },
    /// Print every command of the window: name, shortcut, help, one a line
    Commands,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Lines for a reader
    #[default]
    Text,
    /// One JSON object for a program
    Json,
}

#[derive(Args)]
struct NoteArguments {
    /// The article
    file: PathBuf,
    /// The words to annotate, as they stand in the text
    #[arg(long, value_name = "TEXT", value_parser = NonEmptyStringValueParser::new(), allow_hyphen_values = true)]
    quote: String,
    /// Which of the places with these words is meant, counted from 1
    #[arg(long, value_name = "N", default_value = "1", value_parser = clap::value_parser!(u32).range(1..))]
    occurrence: u32,
    /// A tag; may be given more than once
    #[arg(long = "tag", value_name = "T", value_parser = read_tag, allow_hyphen_values = true)]
    tags: Vec<String>,
    /// What you have to say about the passage
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true, allow_hyphen_values = true)]
    note: String,
    /// yellow, green, blue, pink, orange or violet
    #[arg(long, value_name = "NAME", default_value = "yellow", value_parser = read_colour)]
    colour: Colour,
    /// The layer to write, if not your own: letters, digits, - and _
    #[arg(long, value_name = "L", value_parser = read_layer)]
    layer: Option<String>,
}

fn read_format(name: &str) -> Result<crate::export::Format, String> {
    let known = || crate::export::Format::ALL.map(crate::export::Format::name).join(", ");
    crate::export::Format::of_name(name).ok_or_else(|| format!("the formats are {}", known()))
}

fn read_tag(name: &str) -> Result<String, String> {
    tag_name(name).ok_or_else(|| "a tag needs a name".to_owned())
}

fn read_colour(name: &str) -> Result<Colour, String> {
    let known = || Colour::ALL.map(Colour::name).join(", ");
    Colour::from_name(name).ok_or_else(|| format!("the colours are {}", known()))
}

fn read_layer(name: &str) -> Result<String, String> {
    let is_fit = is_layer_name(name);
    is_fit.then(|| name.to_owned()).ok_or_else(|| "a layer's name is made of letters, digits, - and _".to_owned())
}

/// What comes in from outside, because this room knows of no window.
pub struct WindowSide<'a> {
    /// The table of commands.
    pub commands: &'a dyn Fn() -> String,
    /// The reader's name as it is set there; empty until then.
    pub reader: &'a dyn Fn() -> String,
    /// Opens the window on some files.
    pub open: &'a dyn Fn(Vec<PathBuf>) -> Result<(), String>,
}

/// Does what the arguments ask for.
pub fn run(arguments: impl IntoIterator<Item = OsString>, window: &WindowSide<'_>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help for somebody who stopped reading, or a message nobody can see: nothing is left to say.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let mut answer = Answer::default();
    let done = match arguments.request {
        None => (window.open)(arguments.files),
        Some(Request::Text { file }) => text(&file, &mut answer),
        Some(Request::Speakers { file, format }) => speakers::print(&file, format, &(window.reader)(), &mut answer),
        Some(Request::Notes { file, format }) => annotations::print(&file, format, &mut answer),
        Some(Request::Note(arguments)) => note::make(arguments, &(window.reader)(), &mut answer),
        Some(Request::Tags { files }) => tags::print(&files, &mut answer),
        Some(Request::Export { file, to, output }) => export::make(&file, to, output, &(window.reader)(), &mut answer),
        Some(Request::Merge { file, base, others }) => {
            merge::make(&file, base.as_deref(), &others, &(window.reader)(), &mut answer)
        }
        Some(Request::Check { files }) => check::print(&files, &mut answer),
        Some(Request::Commands) => answer.print(&(window.commands)()),
    };
    if let Err(sentence) = done {
        answer.fail(&sentence);
    }
    answer.exit_code()
}

fn text(file: &Path, answer: &mut Answer) -> Result<(), String> {
    let article = read_article(file, answer)?;
    answer.print(article.text())
}

/// Opens an article; what is odd about it goes to standard error.
fn read_article(file: &Path, answer: &mut Answer) -> Result<Arc<Article>, String> {
    let opened = open(file).map_err(|error| error.to_string())?;
    opened.warnings.iter().for_each(|warning| answer.mention(&warning.to_string()));
    Ok(Arc::new(opened.article))
}

/// Opens the notes of an article that the reader writes.
fn read_own(file: &Path, article: &Arc<Article>, reader: &str) -> OwnNotes {
    open_own(Some(file), article, reader, &Folders::of_user())
}

/// Opens every layer of an article's notes, `….notes.ron` first.
fn read_layers(file: &Path, article: &Arc<Article>) -> Vec<(String, Sidecar)> {
    let folders = Folders::of_user();
    let open = |layer: String| {
        let sidecar = Sidecar::open(Some(file), article.clone(), &layer, folders.clone());
        (layer, sidecar)
    };
    layer_names(file, article, &folders).into_iter().map(open).collect()
}

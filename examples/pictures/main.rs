//! Makes the pictures of the README and the guides anew, without a display:
//!
//!     cargo run --example pictures [FOLDER]
//!
//! The same each time, but for the type faces that are installed: on Debian with `fonts-noto-cjk` and no other faces they
//! are as they stand in `docs`.

mod canvas;
mod desk;
mod notes;

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use egui::{Key, Modifiers, Vec2, vec2};
use quotemark::open;

use self::{desk::Desk, notes::Note};

const LARGE: Vec2 = vec2(1200.0, 800.0);
const SMALL: Vec2 = vec2(760.0, 640.0);

/// An article with notes on it and a window in its language.
struct Article {
    sample: (&'static str, &'static [u8]),
    language: &'static str,
    tags: [(&'static str, &'static str); 3],
    own: [Note; 3],
    others: Note,
    /// Words that are somebody's once the speakers are found.
    spoken: &'static str,
}

const ENGLISH: Article = Article {
    sample: open::SAMPLE,
    language: "english",
    tags: [("evidence", "green"), ("question", "pink"), ("rhetoric/metaphor", "yellow")],
    own: [
        Note { quote: "moved the school library twice in five years", colour: "green", tag: "evidence", note: "" },
        Note {
            quote: "A gate is a promise you keep every winter",
            colour: "yellow",
            tag: "rhetoric/metaphor",
            note: "Wall and gate: two ways of keeping a promise.",
        },
        Note { quote: "Nobody has counted the eels", colour: "pink", tag: "question", note: "Did anyone count later?" },
    ],
    others: Note {
        quote: "the money would be better spent on lifting the quay",
        colour: "blue",
        tag: "evidence",
        note: "Pender moors at that quay.",
    },
    spoken: "Halloran: “We have",
};

const CHINESE: Article = Article {
    sample: open::SAMPLE_CHINESE,
    language: "chinese",
    tags: [("依据", "green"), ("疑问", "pink"), ("修辞/比喻", "yellow")],
    own: [
        Note { quote: "五年里，我们把学校图书馆搬了两次", colour: "green", tag: "依据", note: "" },
        Note {
            quote: "闸是每个冬天都要守的诺言",
            colour: "yellow",
            tag: "修辞/比喻",
            note: "墙和闸：守诺言的两种办法。",
        },
        Note { quote: "没有人数过鳗鱼", colour: "pink", tag: "疑问", note: "后来有人数过吗？" },
    ],
    others: Note {
        quote: "这笔钱不如拿去垫高码头", colour: "blue", tag: "依据", note: "唐叔的船就停在那个码头。"
    },
    spoken: "林素云",
};

/// What a window is opened with: an article, a theme and other settings, and its size in points.
struct Opening {
    article: &'static Article,
    settings: &'static str,
    size: Vec2,
}

/// What is done before a picture is taken.
enum Step {
    Key(Modifiers, Key),
    Write(&'static str),
    Point(&'static str),
}

use Step::{Point, Write};

const NONE: Modifiers = Modifiers::NONE;

fn key(key: Key) -> Step {
    Step::Key(NONE, key)
}

/// All pictures: the name of the file, what the window is opened with, and what is done in it.
fn pictures() -> Vec<(&'static str, Opening, Vec<Step>)> {
    let control = |key| Step::Key(Modifiers::COMMAND, key);
    let down = || control(Key::ArrowDown);
    let english = |settings, size| Opening { article: &ENGLISH, settings, size };
    let chinese = |settings| Opening { article: &CHINESE, settings, size: LARGE };
    let light = || english("theme: light", LARGE);
    // The paragraph in which the mayor's council prefers a gate.
    let tag = |letters| vec![down(), down(), down(), key(Key::E), key(Key::T), Write(letters)];
    let ask = |quotations| (0..quotations).map(|_| key(Key::J)).chain([key(Key::S)]).collect();
    vec![
        ("window", light(), vec![Point("Reyk: “A wall")]),
        ("window-dark", english("theme: dark", LARGE), vec![Point("Reyk: “A wall")]),
        ("reading", english("theme: light, right_open: false", LARGE), vec![Point("Diallo: “Nobody")]),
        ("annotating", light(), tag("qu")),
        ("palette", light(), vec![control(Key::K), Write("next")]),
        ("who-says-this", light(), ask(4)),
        ("focus", english("theme: sepia, focus: line", SMALL), vec![down(), down(), key(Key::ArrowDown)]),
        ("contrast", english("theme: contrast", SMALL), vec![]),
        ("reading-chinese", chinese("theme: light"), vec![Point("周启明：“墙")]),
        ("annotating-chinese", chinese("theme: light"), tag("疑")),
        ("palette-chinese", chinese("theme: light"), vec![control(Key::K), Write("标")]),
        ("who-says-this-chinese", chinese("theme: light"), ask(3)),
    ]
}

fn main() -> anyhow::Result<()> {
    let mut arguments = env::args_os().skip(1);
    let docs = || Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let folder = arguments.next().map_or_else(docs, PathBuf::from);
    for (name, opening, steps) in pictures() {
        let path = folder.join(format!("{name}.png"));
        take(&path, opening, steps).with_context(|| name)?;
        eprintln!("{}", path.display());
    }
    Ok(())
}

fn take(path: &Path, Opening { article, settings, size }: Opening, steps: Vec<Step>) -> anyhow::Result<()> {
    let settings = format!("(language: {}, {settings})", article.language);
    let beside = |path: &Path| {
        notes::write(path, "notes", "", &article.tags, &article.own)?;
        notes::write(path, "zoe", "Zoe", &article.tags[..1], std::slice::from_ref(&article.others))
    };
    let mut desk = Desk::open(size, &settings, article.sample, beside, article.spoken)?;
    for step in steps {
        match step {
            Step::Key(modifiers, key) => desk.key(modifiers, key),
            Write(text) => desk.write(text),
            Point(part) => desk.point(part)?,
        }
    }
    desk.save(path)
}

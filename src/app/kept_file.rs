//! Small files that the program keeps for itself (settings, recent articles, reading places), as RON in the user's own folders.
//!
//! In: a value that changes now and then. Out: the same value at the next start. Read at the start; written whole, by a
//! worker, so that what is on the disk is always one state or the next, and merged with what another window wrote
//! there meanwhile. A file that cannot be read is never written over before a copy of it is kept.
//! Never: anything a reader wrote about an article.

mod on_disk;
mod trouble;
mod writer;

use std::path::{Path, PathBuf};

use ron::error::SpannedError;
use serde::{Serialize, de::DeserializeOwned};

use super::settings::Mistake;
use on_disk::{OnDisk, keep_copy, read};
use trouble::What;
pub use trouble::{Content, Trouble};
use writer::{Changed, Job, News, Writer};

/// The folders the program keeps its own files in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folders {
    /// For `settings.ron`; none where the system tells no home.
    pub config: Option<PathBuf>,
    /// For `recent.ron` and `reading-places.ron`.
    pub data: Option<PathBuf>,
}

impl Folders {
    /// The folders of this user; see [`crate::folders`].
    pub fn of_user() -> Self {
        Self { config: crate::folders::config(), data: crate::folders::data() }
    }

    /// One folder for both.
    pub fn both_in(folder: &Path) -> Self {
        Self { config: Some(folder.to_owned()), data: Some(folder.to_owned()) }
    }
}

/// What was made of the text of a file.
pub struct Understood<T> {
    pub value: T,
    pub mistakes: Vec<Mistake>,
    /// Whether something in the text is lost once the value is written.
    pub loses: bool,
}

/// A value that two windows may change at a time.
pub trait Kept: Clone + Default + PartialEq + Serialize + DeserializeOwned + Send + 'static {
    /// What `ours` and `theirs` are together, both made of `base`.
    fn merged(base: &Self, ours: &Self, theirs: &Self) -> Self;
}

/// Makes a value of the text of a file.
type Understand<T> = fn(&str) -> Result<Understood<T>, SpannedError>;

/// A value and the file it is kept in. Dropping it waits until the last change is on the disk.
pub struct KeptFile<T: Kept> {
    value: T,
    writer: Option<Writer<T>>,
    /// Why the last change is not on the disk.
    not_kept: Option<Trouble>,
}

impl<T: Kept> KeptFile<T> {
    /// Reads a file, or takes the default where there is none. The second says when the file was there and could
    /// not be used.
    ///
    /// Without a folder the value lives until the end of the program.
    pub fn open(folder: Option<&Path>, name: &str, content: Content) -> (Self, Option<Trouble>) {
        let (file, troubles) = Self::open_with(folder, name, content, |text| {
            ron::from_str(text).map(|value| Understood { value, mistakes: Vec::new(), loses: false })
        });
        (file, troubles.into_iter().next())
    }

    /// The same for a file of which a part may be wrong; `understand` makes a value of its text. The troubles are as
    /// many as there are things to say.
    pub fn open_with(
        folder: Option<&Path>,
        name: &str,
        content: Content,
        understand: Understand<T>,
    ) -> (Self, Vec<Trouble>) {
        let Some(path) = folder.map(|folder| folder.join(name)) else {
            return (Self { value: T::default(), writer: None, not_kept: None }, Vec::new());
        };
        let keep_copy = |troubles: &mut Vec<Trouble>| {
            let copy = keep_copy(&path);
            let is_kept = copy.is_some();
            if let Some(first) = troubles.first_mut() {
                first.copy = copy;
            }
            is_kept
        };
        let found = read(&path);
        let text = found.as_ref().ok().cloned().flatten();
        let told = |mistakes: Vec<Mistake>| -> Vec<Trouble> {
            mistakes.into_iter().map(|mistake| What::Mistake(mistake).into()).collect()
        };
        let (value, troubles, writable) = match found {
            Ok(None) => (T::default(), Vec::new(), true),
            Ok(Some(text)) => match understand(text.trim_start_matches('\u{feff}')) {
                Ok(Understood { value, mistakes, loses: false }) => (value, told(mistakes), true),
                Ok(Understood { value, mistakes, loses: true }) => {
                    let mut troubles = told(mistakes);
                    let copied = keep_copy(&mut troubles);
                    (value, troubles, copied)
                }
                Err(error) => {
                    let (name, line) = (name.to_owned(), error.span.start.line);
                    let mut troubles = vec![What::NotUnderstood { content, name, line }.into()];
                    let copied = keep_copy(&mut troubles);
                    (T::default(), troubles, copied)
                }
            },
            Err(error) => {
                let trouble = What::NotRead { content, path: path.clone(), error: (&error).into() };
                (T::default(), vec![trouble.into()], false)
            }
        };
        let writer =
            writable.then(|| Writer::start(OnDisk { path, content, text, known: value.clone(), understand })).flatten();
        (Self { value, writer, not_kept: None }, troubles)
    }

    pub fn get(&self) -> &T {
        &self.value
    }

    /// Changes the value for this run only.
    pub fn amend(&mut self, change: impl FnOnce(&mut T)) {
        change(&mut self.value);
    }

    /// Changes the value; the worker writes it when it is another one.
    pub fn change(&mut self, change: impl FnOnce(&mut T)) {
        let before = self.value.clone();
        change(&mut self.value);
        if self.value != before
            && let Some(writer) = &self.writer
        {
            writer.give(Job::Write(Changed { base: before, ours: self.value.clone() }));
        }
    }

    /// Has the worker look what another window wrote, and do something with the value that there is then.
    pub fn look(&self, then: impl FnOnce(&T) + Send + 'static) {
        match &self.writer {
            Some(writer) => writer.give(Job::Look(Box::new(then))),
            None => then(&self.value),
        }
    }

    /// Takes in what another window wrote, as far as it is known. Why the last change is not on the disk; told
    /// once.
    pub fn take_news(&mut self) -> Option<Trouble> {
        let writer = self.writer.as_ref()?;
        let mut trouble = None;
        for news in writer.news.try_iter() {
            match news {
                News::Together { ours, all } => self.value = T::merged(&ours, &self.value, &all),
                News::NotKept(error) => trouble = Some(error),
                News::Kept => (trouble, self.not_kept) = (None, None),
            }
        }
        self.not_kept = trouble.clone().or_else(|| self.not_kept.take());
        trouble
    }

    /// Why the last change is not on the disk, as far as it is known.
    pub fn not_kept(&self) -> Option<&Trouble> {
        self.not_kept.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, sync::mpsc, time::Duration};

    use super::*;

    type Words = KeptFile<Vec<String>>;

    impl Kept for Vec<String> {
        fn merged(base: &Self, ours: &Self, theirs: &Self) -> Self {
            let added = ours.iter().filter(|word| !base.contains(word) && !theirs.contains(word));
            theirs.iter().chain(added).cloned().collect()
        }
    }

    fn open(folder: &Path) -> (Words, Option<Trouble>) {
        Words::open(Some(folder), "words.ron", Content::RecentArticles)
    }

    #[test]
    fn a_change_is_there_at_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("not yet there");
        let (mut words, trouble) = open(&inner);
        assert_eq!(trouble, None);
        for word in ["one", "two", "three"] {
            words.change(|words| words.push(word.to_owned()));
        }
        drop(words);
        assert_eq!(open(&inner).0.get(), &["one", "two", "three"]);
        let left: Vec<_> = fs::read_dir(&inner).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["words.ron"]);
    }

    #[test]
    fn nothing_is_written_before_something_changes() {
        let folder = tempfile::tempdir().unwrap();
        let (mut words, _) = open(folder.path());
        words.change(|_| {});
        drop(words);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_damaged_file_is_kept_and_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("words.ron");
        fs::write(&file, "[\n    \"one\", oops").unwrap();
        let (mut words, trouble) = open(folder.path());
        let trouble = trouble.unwrap().sentence();
        assert!(
            trouble.starts_with("Line 2 of words.ron cannot be read") && trouble.contains("words.ron.damaged"),
            "{trouble}"
        );
        assert_eq!(words.get(), &Vec::<String>::new());
        words.change(|words| words.push("new".to_owned()));
        drop(words);
        assert_eq!(fs::read_to_string(folder.path().join("words.ron.damaged")).unwrap(), "[\n    \"one\", oops");
        assert_eq!(open(folder.path()).0.get(), &["new"]);
    }

    #[test]
    fn a_second_damaged_file_leaves_the_copy_of_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        for damaged in ["[oops", "[oops again", "[oops"] {
            fs::write(path("words.ron"), damaged).unwrap();
            // Nothing but opening makes no copy a second time.
            assert!(open(folder.path()).1.is_some() && open(folder.path()).1.is_some());
        }
        assert_eq!(fs::read_to_string(path("words.ron.damaged")).unwrap(), "[oops");
        assert_eq!(fs::read_to_string(path("words.ron.damaged2")).unwrap(), "[oops again");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[test]
    fn what_cannot_be_read_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let in_the_way = folder.path().join("words.ron");
        fs::create_dir(&in_the_way).unwrap();
        let (mut words, trouble) = open(folder.path());
        assert!(trouble.is_some());
        words.change(|words| words.push("new".to_owned()));
        drop(words);
        assert!(in_the_way.is_dir());
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_told_once() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a file");
        fs::write(&file, "").unwrap();
        let (mut words, _) = Words::open(Some(&file.join("words")), "words.ron", Content::RecentArticles);
        words.change(|words| words.push("new".to_owned()));
        // On some systems the file in the way is told at reading already, and then nothing is written.
        if let Some(writer) = words.writer.as_mut() {
            writer.jobs = None;
            writer.worker.take().unwrap().join().unwrap();
            let told = words.take_news().unwrap().sentence();
            assert!(told.starts_with("Changes to the list of recent articles are not kept: “"), "{told}");
            assert_eq!(words.take_news(), None);
            assert!(words.not_kept().is_some());
        }
    }

    #[test]
    fn a_change_that_is_kept_after_all_is_told_as_lost_no_longer() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("words");
        let (mut words, _) = open(&inner);
        fs::write(&inner, "a file where the folder is to be").unwrap();
        let mut change = |is_kept: bool| {
            words.change(|words| words.push("new".to_owned()));
            let end = std::time::Instant::now() + Duration::from_secs(10);
            while words.not_kept().is_none() != is_kept && std::time::Instant::now() < end {
                words.take_news();
                std::thread::sleep(Duration::from_millis(5));
            }
            assert_eq!(words.not_kept().is_none(), is_kept);
        };
        change(false);
        fs::remove_file(&inner).unwrap();
        change(true);
    }

    #[test]
    fn what_two_windows_change_is_kept_by_both() {
        let folder = tempfile::tempdir().unwrap();
        let (mut one, mut other) = (open(folder.path()).0, open(folder.path()).0);
        let add = |words: &mut Words, word: &str| words.change(|words| words.push(word.to_owned()));
        for number in 0..10 {
            add(&mut one, &format!("one {number}"));
            add(&mut other, &format!("other {number}"));
        }
        drop(one);
        add(&mut other, "last");
        let end = std::time::Instant::now() + Duration::from_secs(10);
        while other.get().len() < 21 && std::time::Instant::now() < end {
            assert_eq!(other.take_news(), None);
            std::thread::sleep(Duration::from_millis(5));
        }
        let shown = other.get().clone();
        drop(other);
        let (words, _) = open(folder.path());
        for number in 0..10 {
            for whose in ["one", "other"] {
                let word = format!("{whose} {number}");
                assert_eq!(words.get().iter().filter(|other| **other == word).count(), 1, "{word}");
            }
        }
        assert_eq!((words.get().len(), shown.len()), (21, 21));
    }

    #[test]
    fn what_another_window_wrote_is_taken_in_at_a_look() {
        let folder = tempfile::tempdir().unwrap();
        let (mut one, mut other) = (open(folder.path()).0, open(folder.path()).0);
        let seen = |words: &Words| {
            let (sender, seen) = mpsc::channel();
            words.look(move |words| sender.send(words.clone()).unwrap());
            seen.recv().unwrap()
        };
        other.change(|words| words.push("theirs".to_owned()));
        seen(&other);
        one.change(|words| words.push("ours".to_owned()));
        assert_eq!(seen(&one), ["theirs", "ours"], "also what is not written yet");
        assert_eq!(seen(&other), ["theirs", "ours"]);
        for words in [&mut one, &mut other] {
            assert_eq!(words.take_news(), None);
            assert_eq!(words.get(), &["theirs", "ours"]);
        }
        fs::write(folder.path().join("words.ron"), "[oops").unwrap();
        assert_eq!(seen(&one), ["theirs", "ours"]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "looking changes nothing");
        let nowhere = Words::open(None, "words.ron", Content::RecentArticles).0;
        assert_eq!(seen(&nowhere), Vec::<String>::new());
    }

    #[test]
    fn one_folder_can_hold_everything() {
        let folders = Folders::both_in(Path::new("/stick"));
        assert_eq!(
            (folders.config.as_deref(), folders.data.as_deref()),
            (Some(Path::new("/stick")), Some(Path::new("/stick")))
        );
    }
}

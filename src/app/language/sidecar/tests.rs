use std::path::PathBuf;

use super::*;
use crate::{app::language::tests::check_both, notes::AnnotationId, refusal::Refusal};

#[track_caller]
fn check(own: String, said: impl Fn() -> String) {
    let names = ["tide", "ron", "Quotemark", "MiB", "UTF", "process", "on", "desk"];
    let fields = ["range", "annotations", "annotation", "tags", "format", "article", "quote"];
    check_both(&own, said, &[&names[..], &fields].concat());
}

#[test]
fn errors_of_notes_follow_the_language() {
    let path = || PathBuf::from("tide.ron");
    let damaged = || FormatError { line: 1200, column: 5, problem: Problem::NoComma };
    let errors = [
        SidecarError::Unreadable { path: path(), problem: damaged() },
        SidecarError::NotRead { path: path(), problem: ReadProblem::NoFile },
        SidecarError::NotRead { path: path(), problem: ReadProblem::Refused(Refusal::NoPermission) },
        SidecarError::Missing { path: path() },
        SidecarError::Folder { path: path() },
        SidecarError::NoNotes { path: path(), problem: damaged() },
        SidecarError::NoCodeBook { path: path() },
        SidecarError::NoTags { path: path(), problem: TagsProblem::Missing },
        SidecarError::NoTags { path: path(), problem: TagsProblem::NoFile },
        SidecarError::NoTags { path: path(), problem: TagsProblem::TooLarge },
        SidecarError::NoTags { path: path(), problem: TagsProblem::Refused(Refusal::Busy) },
        SidecarError::NoTags { path: path(), problem: TagsProblem::Damaged(damaged()) },
        SidecarError::LeadsNowhere { path: path(), to: path() },
        SidecarError::TooMuch { path: path() },
        SidecarError::TooLarge { path: path() },
        SidecarError::Newer { path: path(), format: 9 },
        SidecarError::TooNew { path: path(), format: 9 },
        SidecarError::Held { path: path(), holder: Holder::Unknown },
        SidecarError::Held { path: path(), holder: Holder::Named("process 7 on desk".to_owned()) },
        SidecarError::NotWritten { path: path(), problem: Refusal::DiskFull },
        SidecarError::NoPlace { name: "tide".to_owned() },
    ];
    errors.iter().for_each(|error| check(error.to_string(), || sidecar_error(error)));
    let damage = Damage { line: 1200, column: 4, problem: Problem::NoText };
    let warning = SidecarWarning::Damaged { path: path(), damage };
    check(warning.to_string(), || sidecar_warning(&warning));
    let empty = SidecarWarning::Empty { path: path() };
    check(empty.to_string(), || sidecar_warning(&empty));
    let two = [warning.clone(), warning.clone()];
    check(format!("{warning} Another place of it is damaged too."), || sidecar_warnings(&two).unwrap());
}

#[test]
fn what_is_wrong_at_a_place_follows_the_language() {
    let (id, field) = (|| AnnotationId::from_random([1; 5]), || "range".to_owned());
    let entries = [Entry::Tag, Entry::Note, Entry::Correction, Entry::RemovedNote];
    let of_entries =
        entries.into_iter().flat_map(|entry| [Problem::NoSuch(entry), Problem::Without { entry, field: "quote" }]);
    let problems = [
        Problem::Unreadable { field: field(), error: Box::new(ron::Error::ExpectedInteger) },
        Problem::SignMissing('('),
        Problem::MissingBefore("]"),
        Problem::Missing("format"),
        Problem::WrongBracket { sign: ')', bracket: '[' },
        Problem::NeverClosed('{'),
        Problem::NeverOpened,
        Problem::NoComma,
        Problem::TextWithoutEnd,
        Problem::AttributeWithoutEnd,
        Problem::CommentWithoutEnd,
        Problem::RawTextWithoutEnd,
        Problem::TooDeep,
        Problem::NoName,
        Problem::FieldTwice(field()),
        Problem::TooManyFields,
        Problem::NoValue,
        Problem::BehindLastBracket,
        Problem::BehindList,
        Problem::BehindMap,
        Problem::NoEntry,
        Problem::NoKey,
        Problem::NotUnderstood,
        Problem::UnfinishedMerge,
        Problem::OfNoList,
        Problem::TagTwice("tide".to_owned()),
        Problem::TooManyTags,
        Problem::TooManyEntries,
        Problem::TooManyTagsOfNote,
        Problem::TooManyLinks,
        Problem::UnknownField(field()),
        Problem::UnknownColour("tide".to_owned()),
        Problem::NoId("tide".to_owned()),
        Problem::NoTime("tide".to_owned()),
        Problem::NoText,
        Problem::TornUtf16,
        Problem::NoSidecar("annotations"),
        Problem::NoCodeBook("tags"),
        Problem::Misspelt { field: "annotation".to_owned(), list: "annotations" },
        Problem::OutsideEntry(field()),
        Problem::Newer,
    ];
    problems.into_iter().chain(of_entries).for_each(|problem| check(problem.to_string(), || wrong(&problem)));
    // An id is letters that mean nothing.
    for problem in [Problem::IdTwice(id()), Problem::BackwardRange(id())] {
        assert_eq!(wrong(&problem), problem.to_string());
    }
}

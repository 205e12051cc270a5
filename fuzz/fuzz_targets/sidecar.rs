//! Any bytes, read as a sidecar: what is understood, and what is only kept, must come back from what is written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quotemark::sidecar::Document;

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = Document::read(bytes) else { return };
    let written = document.write();
    let again = match Document::read(written.as_bytes()) {
        Ok(again) => again,
        Err(problem) => panic!("what was written cannot be read: {problem}\n{written}"),
    };
    assert_eq!(again.notes, document.notes, "every note comes back:\n{written}");
    // A damaged line about the article is written anew, so there may be less damage; never more.
    assert!(again.damage.len() <= document.damage.len(), "writing damages nothing:\n{written}");
    assert_eq!(again.write(), written, "the same notes give the same bytes");
});

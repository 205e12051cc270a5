//! Any bytes, read as a sidecar: what is understood, and what is only kept, must come back from what is written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quotemark::sidecar::Document;

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = Document::read(bytes) else { return };
    let written = document.write();
    let shown = String::from_utf8_lossy(&written);
    let again = match Document::read(&written) {
        Ok(again) => again,
        Err(problem) => panic!("what was written cannot be read: {problem}\n{shown}"),
    };
    assert_eq!(again.notes, document.notes, "every note comes back:\n{shown}");
    let second = again.write();
    let third = Document::read(&second).map(|document| document.write());
    assert_eq!(third.as_ref(), Ok(&second), "what was written is written again as it is:\n{shown}");
});

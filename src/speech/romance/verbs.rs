//! The forms of a verb of saying: those of the third person, its participles and its infinitive.

use super::words::Verb;

/// All forms of a regular verb, told by its ending; none where that is not known.
pub(super) fn conjugate(infinitive: &str) -> Vec<(String, Verb)> {
    let stem = |ending: &str| infinitive.strip_suffix(ending);
    let mut forms = if let Some(stem) = stem("er").filter(|stem| !stem.is_empty()) {
        first_group(infinitive, stem)
    } else if let Some(stem) = stem("re") {
        join(stem, &THIRD_GROUP)
    } else if let Some(stem) = stem("ar") {
        join(stem, &FIRST_CONJUGATION)
    } else if let Some(stem) = stem("ir") {
        join(stem, &SECOND_GROUP)
    } else {
        Vec::new()
    };
    forms.push((infinitive.to_owned(), Verb::INFINITIVE));
    forms
}

/// The forms of a Spanish verb in -er or -ir.
pub(super) fn conjugate_spanish(infinitive: &str) -> Vec<(String, Verb)> {
    let stem = infinitive.strip_suffix("er").or_else(|| infinitive.strip_suffix("ir"));
    match stem {
        Some(stem) => {
            let mut forms = join(stem, &SECOND_CONJUGATION);
            forms.extend(join(infinitive, &LATER));
            forms.push((infinitive.to_owned(), Verb::INFINITIVE));
            forms
        }
        None => conjugate(infinitive),
    }
}

type Ending = (&'static str, Verb);

const MANY: Verb = Verb::FINITE.and(Verb::PLURAL);

/// affirmer; what begins with "a" comes behind a stem that keeps its sound: "juge-a", "annonç-a".
const FIRST_GROUP: [Ending; 6] = [
    ("èrent", MANY),
    ("é", Verb::PARTICIPLE),
    ("ée", Verb::PARTICIPLE),
    ("és", Verb::PARTICIPLE),
    ("ées", Verb::PARTICIPLE),
    ("erait", Verb::FINITE),
];
const FIRST_GROUP_OPEN: [Ending; 4] =
    [("ait", Verb::FINITE), ("aient", MANY), ("a", Verb::FINITE), ("ant", Verb::GERUND)];
const FIRST_GROUP_MUTE: [Ending; 4] = [("e", Verb::FINITE), ("ent", MANY), ("era", Verb::FINITE), ("eront", MANY)];

/// avertir.
const SECOND_GROUP: [Ending; 9] = [
    ("it", Verb::FINITE),
    ("issent", MANY),
    ("issait", Verb::FINITE),
    ("issaient", MANY),
    ("irent", MANY),
    ("i", Verb::PARTICIPLE),
    ("ie", Verb::PARTICIPLE),
    ("is", Verb::PARTICIPLE),
    ("issant", Verb::GERUND),
];

/// répondre.
const THIRD_GROUP: [Ending; 9] = [
    ("", Verb::FINITE),
    ("ent", MANY),
    ("ait", Verb::FINITE),
    ("aient", MANY),
    ("it", Verb::FINITE),
    ("irent", MANY),
    ("u", Verb::PARTICIPLE),
    ("ue", Verb::PARTICIPLE),
    ("ant", Verb::GERUND),
];

/// afirmar.
const FIRST_CONJUGATION: [Ending; 12] = [
    ("a", Verb::FINITE),
    ("an", MANY),
    ("ó", Verb::FINITE),
    ("aron", MANY),
    ("aba", Verb::FINITE),
    ("aban", MANY),
    ("ará", Verb::FINITE),
    ("arán", MANY),
    ("aría", Verb::FINITE),
    ("arían", MANY),
    ("ado", Verb::PARTICIPLE),
    ("ando", Verb::GERUND),
];

/// responder, insistir.
const SECOND_CONJUGATION: [Ending; 8] = [
    ("e", Verb::FINITE),
    ("en", MANY),
    ("ió", Verb::FINITE),
    ("ieron", MANY),
    ("ía", Verb::FINITE),
    ("ían", MANY),
    ("ido", Verb::PARTICIPLE),
    ("iendo", Verb::GERUND),
];

/// responderá, insistiría.
const LATER: [Ending; 4] = [("á", Verb::FINITE), ("án", MANY), ("ía", Verb::FINITE), ("ían", MANY)];

fn join(stem: &str, endings: &[Ending]) -> Vec<(String, Verb)> {
    endings.iter().map(|(ending, form)| (format!("{stem}{ending}"), *form)).collect()
}

fn first_group(infinitive: &str, stem: &str) -> Vec<(String, Verb)> {
    let open = match stem.strip_suffix('c') {
        Some(rest) => format!("{rest}ç"),
        None if stem.ends_with('g') => format!("{stem}e"),
        None => stem.to_owned(),
    };
    let mut forms = join(stem, &FIRST_GROUP);
    forms.extend(join(&open, &FIRST_GROUP_OPEN));
    for stem in mute_stems(stem) {
        forms.extend(join(&stem, &FIRST_GROUP_MUTE));
    }
    forms.push((infinitive.to_owned() + "a", Verb::FINITE));
    forms
}

/// The stem as it is before a mute "e": "révél-er" has "révèl-e", "rappel-er" "rappell-e", "bégay-er" "bégai-e".
fn mute_stems(stem: &str) -> Vec<String> {
    let mut stems = vec![stem.to_owned()];
    if let Some(rest) = stem.strip_suffix('y') {
        stems.push(format!("{rest}i"));
    }
    let vowel = |letter: char| "aeiouyéèêâîôû".contains(letter);
    let Some((at, last)) = stem.char_indices().rfind(|(_, letter)| vowel(*letter)) else { return stems };
    let behind = &stem[at + last.len_utf8()..];
    if last == 'é' || last == 'e' && behind.chars().count() == 1 {
        stems.push(format!("{}è{behind}", &stem[..at]));
    }
    if last == 'e' && matches!(behind, "l" | "t") {
        stems.push(format!("{stem}{behind}"));
    }
    stems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_change_with_their_endings() {
        for (infinitive, form) in [
            ("révéler", "révèle"),
            ("rappeler", "rappelle"),
            ("marteler", "martèle"),
            ("annoncer", "annonça"),
            ("juger", "jugeait"),
            ("avertir", "avertit"),
            ("répondre", "répond"),
            ("afirmar", "afirmó"),
        ] {
            let forms = conjugate(infinitive);
            assert!(forms.iter().any(|(known, _)| known == form), "{form} of {infinitive}: {forms:?}");
        }
        assert!(conjugate_spanish("insistir").iter().any(|(form, _)| form == "insistió"));
    }
}

//! The messages of one language, read once.

use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle};

use super::{Spoken, number};

static ENGLISH: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::read("en", include_str!("../../../assets/languages/en.ftl")));
static CHINESE: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::read("zh-CN", include_str!("../../../assets/languages/zh.ftl")));

pub(super) struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// The messages that speak of nothing in particular, put together once: most are shown in every frame.
    plain: HashMap<String, String>,
}

impl Catalogue {
    pub fn of(spoken: Spoken) -> &'static Self {
        match spoken {
            Spoken::English => &ENGLISH,
            Spoken::Chinese => &CHINESE,
        }
    }

    /// The files are part of the program and a test reads each; a damaged one leaves what of it can be read.
    fn read(language: &str, source: &str) -> Self {
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                debug_assert!(false, "assets/languages/{language}: {errors:?}");
                resource
            }
        };
        let keys: Vec<String> = source.lines().filter_map(key_of).map(str::to_owned).collect();
        let mut bundle = FluentBundle::new_concurrent(language.parse().into_iter().collect());
        // Marks of direction would be drawn as boxes.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(number::in_message));
        bundle.add_resource_overriding(resource);
        let mut catalogue = Self { bundle, plain: HashMap::new() };
        for key in keys {
            let mut messages = vec![(key.clone(), None)];
            let attributes = catalogue.bundle.get_message(&key).into_iter();
            messages.extend(attributes.flat_map(|message| {
                message
                    .attributes()
                    .map(|attribute| (format!("{key}.{}", attribute.id()), Some(attribute.id().to_owned())))
                    .collect::<Vec<_>>()
            }));
            for (name, attribute) in messages {
                if let Ok(text) = catalogue.put_together(&key, attribute.as_deref(), None) {
                    catalogue.plain.insert(name, text);
                }
            }
        }
        catalogue
    }

    pub fn plain(&self, key: &'static str) -> &str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    pub fn filled(&self, key: &'static str, about: &[(&'static str, FluentValue<'_>)]) -> String {
        let about: FluentArgs<'_> = about.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.put_together(key, None, Some(&about)).unwrap_or_else(|_| key.to_owned())
    }

    fn put_together(
        &self,
        key: &str,
        attribute: Option<&str>,
        about: Option<&FluentArgs<'_>>,
    ) -> Result<String, Vec<FluentError>> {
        let message = self.bundle.get_message(key).ok_or_else(Vec::new)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
            None => message.value(),
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern.ok_or_else(Vec::new)?, about, &mut errors).into_owned();
        if errors.is_empty() { Ok(text) } else { Err(errors) }
    }

    #[cfg(test)]
    pub fn has(&self, key: &str) -> bool {
        let (key, attribute) = key.split_once('.').map_or((key, None), |(key, attribute)| (key, Some(attribute)));
        self.bundle
            .get_message(key)
            .is_some_and(|message| attribute.is_none_or(|attribute| message.get_attribute(attribute).is_some()))
    }
}

/// The key of the message that a line begins.
pub(super) fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once(" =")?;
    key.starts_with(|letter: char| letter.is_ascii_lowercase()).then_some(key)
}

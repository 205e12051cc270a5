//! Colours as they stand in a theme file: "#RRGGBB" or "#RRGGBBAA".

use egui::Color32;
use serde::de::{Deserialize, Deserializer, Error};

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Color32, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse(&text).ok_or_else(|| D::Error::custom(format!("“{text}” is not a colour like #1D5C86 or #1D5C8680")))
}

/// A list of as many entries as the theme has room for.
pub(super) fn exactly<'de, D, T, const COUNT: usize>(deserializer: D) -> Result<[T; COUNT], D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let list = Vec::<T>::deserialize(deserializer)?;
    let found = list.len();
    list.try_into().map_err(|_| D::Error::custom(format!("expected {COUNT} entries, found {found}")))
}

fn parse(text: &str) -> Option<Color32> {
    let digits = text.strip_prefix('#').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    let channel = |place: usize| u8::from_str_radix(digits.get(place..place + 2)?, 16).ok();
    match digits.len() {
        6 => Some(Color32::from_rgb(channel(0)?, channel(2)?, channel(4)?)),
        8 => Some(Color32::from_rgba_unmultiplied(channel(0)?, channel(2)?, channel(4)?, channel(6)?)),
        _ => None,
    }
}

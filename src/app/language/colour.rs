//! What the colours are called.

use super::message;
use crate::notes::Colour;

pub fn colour(colour: Colour) -> &'static str {
    match colour {
        Colour::Yellow => message!("colour-yellow"),
        Colour::Green => message!("colour-green"),
        Colour::Blue => message!("colour-blue"),
        Colour::Pink => message!("colour-pink"),
        Colour::Orange => message!("colour-orange"),
        Colour::Violet => message!("colour-violet"),
    }
}

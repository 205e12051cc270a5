//! What is wrong with a line that filters notes.

use super::message;
use crate::reading::FilterError;

/// The line asks for what there is not.
pub fn filter_error(error: &FilterError) -> String {
    match error {
        FilterError::NoColour(name) => {
            message!("filter-no-colour", name = name.as_str(), names = FilterError::colours())
        }
        FilterError::NoState(name) => message!("filter-no-state", name = name.as_str(), names = FilterError::states()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_that_can_be_asked_for_are_told() {
        for error in [FilterError::NoColour("mauve".to_owned()), FilterError::NoState("lost".to_owned())] {
            assert_eq!(filter_error(&error), error.to_string());
        }
    }
}

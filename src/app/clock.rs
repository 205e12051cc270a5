//! The time of day: the one place in the window that reads the clock.

use crate::app::language::message;
use jiff::{Timestamp, tz::TimeZone};

/// Now.
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// The day that it is here.
pub fn today() -> jiff::civil::Date {
    now().to_zoned(TimeZone::system()).date()
}

/// A time as a list shows it: the hour today, the day otherwise, the year when it is another one.
pub fn short(time: Timestamp) -> String {
    short_at(time, now(), TimeZone::system())
}

fn short_at(time: Timestamp, now: Timestamp, zone: TimeZone) -> String {
    let (time, now) = (time.to_zoned(zone.clone()), now.to_zoned(zone));
    let form = if time.date() == now.date() {
        "%H:%M"
    } else if time.year() == now.year() {
        message!("date-day")
    } else {
        message!("date-year")
    };
    time.strftime(form).to_string()
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::short_at;

    #[test]
    fn a_time_is_as_short_as_it_can_be() {
        let now = "2026-11-23T12:00:00Z".parse().unwrap();
        for (time, expected) in [
            ("2026-11-23T11:40:00Z", "11:40"),
            ("2026-11-19T11:40:00Z", "19 Nov"),
            ("2025-11-19T11:40:00Z", "19 Nov 2025"),
        ] {
            assert_eq!(short_at(time.parse().unwrap(), now, TimeZone::UTC), expected);
        }
    }
}

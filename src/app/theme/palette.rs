//! A check of every built-in theme: how far apart its colours are, and how well text reads on them.
//!
//! Distance is CIEDE2000 (Sharma, Wu, Dalal 2005, D65), also as the three colour-vision deficiencies see it (Machado,
//! Oliveira, Fernandes 2009, severity 1, on linear RGB); contrast is that of WCAG 2.2.

use egui::Color32;

use super::{Theme, ThemeName};

/// What a theme promises.
struct Limits {
    /// Least distance between two speakers' inks, and between two tints.
    ink: f64,
    tint: f64,
    /// Least distance of a tint from the paper.
    tint_from_paper: f64,
    /// Least distance from the paper, to the usual vision, of what is left of a tint where the speaker is not certain.
    pale_from_paper: f64,
    /// Least contrast of text on its grounds, and of ink on paper.
    text: f64,
    ink_on_paper: f64,
}

const INK_ON_TINT: f64 = 3.0;
const LINES: f64 = 3.0;

fn limits(name: ThemeName) -> Limits {
    let usual =
        Limits { ink: 10.0, tint: 4.0, tint_from_paper: 4.0, pale_from_paper: 4.7, text: 4.5, ink_on_paper: 4.5 };
    match name {
        ThemeName::Dark => Limits { tint: 5.0, ..usual },
        ThemeName::Contrast => Limits { tint: 8.0, tint_from_paper: 8.0, text: 7.0, ink_on_paper: 7.0, ..usual },
        ThemeName::System | ThemeName::Light => Limits { tint_from_paper: 5.5, ..usual },
        ThemeName::Sepia => usual,
    }
}

type Matrix = [[f64; 3]; 3];

/// Normal vision, protanopia, deuteranopia, tritanopia.
const VISIONS: [(&str, Matrix); 4] = [
    ("normal", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    ("protan", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    ("deutan", [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    ("tritan", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
];

fn linear(colour: Color32) -> [f64; 3] {
    [colour.r(), colour.g(), colour.b()].map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    })
}

fn contrast(one: Color32, other: Color32) -> f64 {
    let luminance = |colour| {
        let [red, green, blue] = linear(colour);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// CIE L*a*b* of a colour as a kind of vision sees it.
fn seen(colour: Color32, vision: &Matrix) -> [f64; 3] {
    let rgb = linear(colour);
    let times = |row: &[f64; 3], by: [f64; 3]| row[0] * by[0] + row[1] * by[1] + row[2] * by[2];
    let rgb = vision.map(|row| times(&row, rgb).clamp(0.0, 1.0));
    let [x, y, z] = [
        times(&[0.4124564, 0.3575761, 0.1804375], rgb) / 0.95047,
        times(&[0.2126729, 0.7151522, 0.0721750], rgb),
        times(&[0.0193339, 0.1191920, 0.9503041], rgb) / 1.08883,
    ]
    .map(|t| if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn ciede2000([l1, a1, b1]: [f64; 3], [l2, a2, b2]: [f64; 3]) -> f64 {
    let seventh = |chroma: f64| (chroma.powi(7) / (chroma.powi(7) + 25f64.powi(7))).sqrt();
    let grey = 1.0 + 0.5 * (1.0 - seventh((a1.hypot(b1) + a2.hypot(b2)) / 2.0));
    let (a1, a2) = (a1 * grey, a2 * grey);
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let hue = |a: f64, b: f64, c: f64| if c == 0.0 { 0.0 } else { b.atan2(a).to_degrees().rem_euclid(360.0) };
    let (h1, h2) = (hue(a1, b1, c1), hue(a2, b2, c2));
    let turn = match h2 - h1 {
        _ if c1 * c2 == 0.0 => 0.0,
        turn if turn > 180.0 => turn - 360.0,
        turn if turn < -180.0 => turn + 360.0,
        turn => turn,
    };
    let (dl, dc) = (l2 - l1, c2 - c1);
    let dh = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin();
    let (l, c) = ((l1 + l2) / 2.0, (c1 + c2) / 2.0);
    let h = match h1 + h2 {
        sum if c1 * c2 == 0.0 => sum,
        sum if (h1 - h2).abs() <= 180.0 => sum / 2.0,
        sum if sum < 360.0 => (sum + 360.0) / 2.0,
        sum => (sum - 360.0) / 2.0,
    };
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0) - 0.20 * cos(4.0 * h - 63.0);
    let sl = 1.0 + 0.015 * (l - 50.0).powi(2) / (20.0 + (l - 50.0).powi(2)).sqrt();
    let (sc, sh) = (1.0 + 0.045 * c, 1.0 + 0.015 * c * t);
    let rotation = -(60.0 * (-((h - 275.0) / 25.0).powi(2)).exp()).to_radians().sin() * 2.0 * seventh(c);
    ((dl / sl).powi(2) + (dc / sc).powi(2) + (dh / sh).powi(2) + rotation * (dc / sc) * (dh / sh)).sqrt()
}

/// The smallest distance between two of the colours, and which two, counted from 1.
fn nearest(colours: &[Color32], vision: &Matrix) -> (f64, usize, usize) {
    let labs: Vec<_> = colours.iter().map(|&colour| seen(colour, vision)).collect();
    let pairs = (0..labs.len()).flat_map(|later| (0..later).map(move |earlier| (earlier, later)));
    pairs
        .map(|(one, other)| (ciede2000(labs[one], labs[other]), one + 1, other + 1))
        .min_by(|one, other| one.0.total_cmp(&other.0))
        .unwrap_or((f64::INFINITY, 0, 0))
}

/// Every promise that a theme breaks.
fn broken_promises(name: ThemeName) -> Vec<String> {
    let (theme, limits) = (Theme::of(name), limits(name));
    let mut broken = Vec::new();
    let mut hold = |what: String, value: f64, limit: f64| {
        if value < limit {
            broken.push(format!("{name:?}: {what} is {value:.2}, wanted {limit}"));
        }
    };
    let inks = theme.speakers.map(|slot| slot.ink);
    let tints = theme.speakers.map(|slot| slot.tint);
    for (vision, matrix) in &VISIONS {
        for (what, colours, limit) in [("ink", inks, limits.ink), ("tint", tints, limits.tint)] {
            let (distance, one, other) = nearest(&colours, matrix);
            hold(format!("{what} distance, {vision}, of {one} and {other}"), distance, limit);
        }
        let paper = seen(theme.paper, matrix);
        for (slot, &tint) in tints.iter().enumerate() {
            let distance = ciede2000(seen(tint, matrix), paper);
            hold(format!("tint {} from paper, {vision}", slot + 1), distance, limits.tint_from_paper);
        }
    }
    let (_, usual) = VISIONS[0];
    for (slot, &tint) in tints.iter().enumerate() {
        let distance = ciede2000(seen(theme.pale(tint), &usual), seen(theme.paper, &usual));
        hold(format!("pale tint {} from paper", slot + 1), distance, limits.pale_from_paper);
    }
    for (slot, colours) in theme.speakers.iter().enumerate() {
        let slot = slot + 1;
        hold(format!("text on tint {slot}"), contrast(theme.text, colours.tint), limits.text);
        hold(format!("ink {slot} on paper"), contrast(colours.ink, theme.paper), limits.ink_on_paper);
        hold(format!("ink {slot} on its tint"), contrast(colours.ink, colours.tint), INK_ON_TINT);
    }
    for (place, colours) in theme.highlights.iter().enumerate() {
        let place = place + 1;
        hold(format!("text on highlight {place}"), contrast(theme.text, colours.fill), limits.text);
        hold(format!("edge {place} on paper"), contrast(colours.edge, theme.paper), LINES);
    }
    for (what, over, ground, limit) in [
        ("text on paper", theme.text, theme.paper, limits.text),
        ("text on panel", theme.text, theme.panel, limits.text),
        ("text on selection", theme.text, theme.select, limits.text),
        ("text on pressed", theme.text, theme.press, limits.text),
        ("muted on paper", theme.muted, theme.paper, limits.text),
        ("muted on panel", theme.muted, theme.panel, limits.text),
        ("muted on raised", theme.muted, theme.raised, limits.text),
        ("muted on pressed", theme.muted, theme.press, limits.text),
        ("accent on paper", theme.accent, theme.paper, limits.text),
        ("text on accent", theme.on_accent, theme.accent, limits.text),
        ("warning on its ground", theme.warn, theme.warn_ground, limits.text),
        ("field outline on paper", theme.faint, theme.paper, LINES),
    ] {
        hold(what.to_owned(), contrast(over, ground), limit);
    }
    broken
}

#[test]
fn the_formula_is_the_published_one() {
    for (one, other, wanted) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
        ([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082),
    ] {
        assert!((ciede2000(one, other) - wanted).abs() < 5e-5, "{one:?} {other:?}");
    }
}

#[test]
fn every_theme_keeps_its_promises() {
    let broken: Vec<_> = ThemeName::ALL.into_iter().flat_map(broken_promises).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// The numbers of the design book, so that the check itself is checked.
#[test]
fn the_light_theme_measures_as_it_was_designed() {
    let inks = Theme::of(ThemeName::Light).speakers.map(|slot| slot.ink);
    let measured = VISIONS.each_ref().map(|(_, matrix)| (nearest(&inks, matrix).0 * 10.0).round() / 10.0);
    assert_eq!(measured, [18.6, 11.5, 11.4, 11.2]);
}

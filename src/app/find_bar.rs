//! The bar in which a reader looks for words, and the hits it found.

use crate::app::language::message;
use egui::{
    Align, Button, Id, Key, Label, Layout, Rect, RichText, Role, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{
    act::Act,
    at_right,
    called_off::{CalledOff, Waiting},
    command::Command,
    icon::{Icon, IconButton},
    row::{give_keyboard, padded},
    theme::{Theme, measures},
    type_faces,
};
use crate::{
    article::TextRange,
    reading::{MOST_HITS, Manner, NoExpression, Query},
};

const MARGIN: f32 = 16.0;
/// The least width of the field; and of a bar with it, its buttons, and a count.
const FIELD: f32 = 176.0;
const LEAST: f32 = 320.0;
/// The least room for what is typed where the count stands in the field too, and how wide that may be there.
const TYPED: f32 = 64.0;
const COUNT_INSIDE: f32 = 100.0;
const OPTION_GAP: f32 = 2.0;

/// What a reader looks for in one article, while the bar is open.
#[derive(Debug, Default)]
pub struct Find {
    pub query: Query,
    /// The query that `hits` are of; another one is being looked for while they differ.
    searched: Query,
    /// In the order of the text; more of them come while `looking`.
    pub hits: Vec<TextRange>,
    looking: Option<Waiting>,
    /// The first hit from the place where the reader was: the current one until it is among `hits`.
    first: Option<TextRange>,
    /// The hit that the reader is at, by its number.
    current: Option<usize>,
    /// How many hits the reader stepped on before the number of the first one was known.
    steps: isize,
    problem: Option<NoExpression>,
    /// How many notes hold the words that the text does not; `None` until they were counted.
    in_notes: Option<usize>,
    /// The field still has to be given the keyboard.
    pub fresh: bool,
}

/// What a worker tells of a search.
#[derive(Debug)]
pub enum Found {
    /// The hit that the reader comes to next; `None` when they are all before.
    First(Option<TextRange>),
    /// The next hits in the order of the text.
    Hits(Vec<TextRange>),
    /// There are no more.
    All,
    /// Why nothing can be looked for.
    Problem(NoExpression),
}

impl Find {
    /// The query that has not been looked for yet, and what calls that off.
    pub fn take_unsearched(&mut self) -> Option<(Query, CalledOff)> {
        if self.query == self.searched {
            return None;
        }
        self.searched = self.query.clone();
        // Whoever still looks for the query before is called off.
        let looking = Waiting::default();
        let called_off = looking.called_off();
        self.looking = Some(looking);
        Some((self.query.clone(), called_off))
    }

    /// Takes in what a worker found; the hit to go to, if there is another one now. Answers to an older query are left
    /// aside.
    pub fn take(&mut self, query: &Query, found: Found) -> Option<TextRange> {
        if *query != self.searched {
            return None;
        }
        match found {
            Found::First(first) => {
                self.begin();
                self.first = first;
                first
            }
            Found::Hits(hits) => {
                self.hits.extend(hits);
                self.find_current()
            }
            Found::All => {
                if self.looking.take().is_some() && self.query.words.trim().is_empty() {
                    self.begin();
                }
                None
            }
            Found::Problem(problem) => {
                self.begin();
                (self.looking, self.problem) = (None, Some(problem));
                None
            }
        }
    }

    fn begin(&mut self) {
        self.hits.clear();
        (self.first, self.current, self.steps, self.problem) = (None, None, 0, None);
        self.in_notes = None;
    }

    /// The words that the text does not hold, until it was counted how many notes do.
    pub fn to_count_in_notes(&self) -> Option<&str> {
        let words = self.query.words.trim();
        let is_none = self.hits.is_empty() && self.looking.is_none() && self.problem.is_none();
        (is_none && self.in_notes.is_none() && self.query == self.searched && !words.is_empty()).then_some(words)
    }

    pub fn take_in_notes(&mut self, count: usize) {
        self.in_notes = Some(count);
    }

    /// Finds the number of the current hit once that many are there; the hit, when the reader has stepped on meanwhile
    /// or begins anew from the top.
    fn find_current(&mut self) -> Option<TextRange> {
        if self.current.is_some() || self.hits.is_empty() {
            return None;
        }
        let number = match self.first {
            None => 0,
            Some(first) if self.hits.last().is_some_and(|last| last.start() >= first.start()) => {
                self.hits.partition_point(|hit| hit.start() < first.start())
            }
            Some(_) => return None,
        };
        let steps = std::mem::take(&mut self.steps);
        let reached = number.saturating_add_signed(steps).min(self.hits.len() - 1);
        self.current = Some(reached);
        (steps != 0 || self.first.is_none()).then(|| self.hits[reached])
    }

    /// The hit that the reader is at.
    pub fn current_hit(&self) -> Option<TextRange> {
        self.current.map_or(self.first, |current| self.hits.get(current).copied())
    }

    /// Steps to the next hit, or the one before, and from the last to the first.
    pub fn step(&mut self, forward: bool) -> Option<TextRange> {
        let Some(current) = self.current else {
            self.steps += if forward { 1 } else { -1 };
            return None;
        };
        let count = self.hits.len();
        let step = if forward { 1 } else { count.checked_sub(1)? };
        let next = (current + step) % count.max(1);
        self.current = Some(next);
        self.hits.get(next).copied()
    }

    fn count(&self) -> String {
        let count = match self.hits.len() {
            MOST_HITS => message!("find-first", count = MOST_HITS),
            count if self.looking.is_some() => message!("find-so-far", count = count),
            count => count.to_string(),
        };
        match (&self.problem, self.current) {
            (Some(problem), _) => message!("find-no-expression", words = problem.words.as_str()),
            _ if self.query.words.trim().is_empty() => String::new(),
            (_, Some(current)) => message!("find-count", current = current + 1, count = count),
            _ if self.looking.is_some() && self.hits.is_empty() => message!("find-looking").to_owned(),
            _ if self.looking.is_some() => count,
            _ => message!("find-none", words = self.query.words.trim()),
        }
    }
}

/// Shows the bar: what can be ticked stands in a second row where one has no room for it, and what there is to say below it
/// where it does not fit beside the field.
pub fn show(ui: &mut Ui, find: &mut Find, theme: &Theme, acts: &mut Vec<Act>) {
    let bar = ui.max_rect();
    let options = options_width(ui, theme);
    let in_one_row = bar.width() >= LEAST + options;
    let beside = if in_one_row { LEAST - FIELD + options } else { LEAST - FIELD };
    ui.spacing_mut().item_spacing.y = 0.0;
    let row = vec2(ui.available_width(), measures::FIND_BAR);
    let said = ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(MARGIN);
        let width = (bar.width() - beside).clamp(FIELD, 320.0);
        let count = find.count();
        let font = type_faces::sans(measures::COUNT.0);
        let galley = ui.painter().layout_no_wrap(count.clone(), font.clone(), theme.muted);
        let is_inside = galley.size().x <= (width - measures::FIELD - TYPED).min(COUNT_INSIDE);
        let inside = if is_inside { count.as_str() } else { "" };
        show_field(ui, find, width, (inside, galley.size().x), theme, acts);
        for (icon, command) in [(Icon::Up, Command::PreviousResult), (Icon::Down, Command::NextResult)] {
            if IconButton::of(icon, command).show(ui).clicked() {
                acts.push(Act::Do(command));
            }
        }
        let end = at_right::show(ui, "find", |ui| {
            if in_one_row {
                show_options(ui, &mut find.query.manner, theme);
            }
            if IconButton::new(Icon::Close, message!("find-close")).keys("Esc").show(ui).clicked() {
                acts.push(Act::EndFind);
            }
            ui.add_space(10.0);
        });
        let in_notes = find.in_notes.filter(|count| *count > 0).map(|count| message!("find-in-notes", count = count));
        let link = in_notes.as_ref().map_or(0.0, |text| {
            let padding = 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x;
            ui.painter().layout_no_wrap(text.clone(), font, theme.muted).size().x + padding
        });
        let (words, words_width) = if is_inside { (String::new(), 0.0) } else { (count, galley.size().x) };
        let said = Said { words, in_notes };
        let room = end - ui.cursor().left() - 8.0;
        // Where there is nothing to say, there may be less than no room beside the field.
        if words_width + link > room.max(0.0) {
            return Some(said);
        }
        said.show(ui, find, theme, acts);
        None
    });
    if !in_one_row {
        ui.horizontal_wrapped(|ui| {
            ui.add_space(MARGIN);
            show_options(ui, &mut find.query.manner, theme);
        });
        ui.add_space(8.0);
    }
    if let Some(said) = said.inner {
        padded(ui, MARGIN, |ui| ui.horizontal_wrapped(|ui| said.show(ui, find, theme, acts)));
        ui.add_space(10.0);
    }
    ui.painter().hline(bar.x_range(), ui.min_rect().bottom() - 0.5, theme.divider());
}

/// What there is to say of a search beside the field.
struct Said {
    words: String,
    /// That notes hold what the text does not: a click lists them.
    in_notes: Option<String>,
}

impl Said {
    fn show(self, ui: &mut Ui, find: &Find, theme: &Theme, acts: &mut Vec<Act>) {
        let font = type_faces::sans(measures::COUNT.0);
        if !self.words.is_empty() {
            ui.label(RichText::new(self.words).font(font.clone()).color(theme.muted));
        }
        if let Some(words) = self.in_notes {
            let button = Button::new(RichText::new(words).font(font).color(theme.accent)).frame_when_inactive(false);
            if ui.add(button).clicked() {
                acts.push(Act::Filter(Some(find.query.words.trim().to_owned())));
            }
        }
    }
}

fn field_id() -> Id {
    Id::unique("find field")
}

/// Whether the reader is typing what to find, while what lies over the text steps aside.
pub fn has_keyboard(ui: &Ui) -> bool {
    ui.memory(|memory| memory.has_focus(field_id()))
}

/// The field, with a lens before the words and the count behind them, which is so wide.
fn show_field(
    ui: &mut Ui,
    find: &mut Find,
    width: f32,
    (count, count_width): (&str, f32),
    theme: &Theme,
    acts: &mut Vec<Act>,
) {
    let right = if count.is_empty() { 10.0 } else { count_width + 16.0 };
    let field = TextEdit::singleline(&mut find.query.words)
        .id(field_id())
        .hint_text(message!("find-field"))
        .desired_width(width)
        .font(type_faces::sans(measures::WINDOW_TEXT.0));
    let response = theme.field_between(ui, field, (measures::FIELD as i8, right as i8));
    let response = response.accessible_name(message!("find-field"));
    let lens = Rect::from_center_size(response.rect.left_center() + vec2(18.0, 0.0), vec2(14.0, 14.0));
    Icon::Find.paint(ui.painter(), lens, theme.muted);
    if !count.is_empty() {
        let place = Rect::from_min_max(pos2(response.rect.right() - right, response.rect.top()), response.rect.max);
        let words = RichText::new(count).font(type_faces::sans(measures::COUNT.0)).color(theme.muted);
        let layout = Layout::left_to_right(Align::Center);
        // In a child of its own, for what is beside the field stands behind all of it.
        ui.new_child(UiBuilder::new().max_rect(place).layout(layout)).add(Label::new(words).extend());
    }
    give_keyboard(ui, &response, &mut find.fresh);
    let (enter, shift, escape) =
        ui.input(|input| (input.key_pressed(Key::Enter), input.modifiers.shift, input.key_pressed(Key::Escape)));
    if response.lost_focus() && enter {
        acts.push(Act::Do(if shift { Command::PreviousResult } else { Command::NextResult }));
        response.request_focus();
    }
    if response.lost_focus() && escape {
        acts.push(Act::EndFind);
    }
}

fn options(manner: &mut Manner) -> [(&mut bool, &'static str); 3] {
    [
        (&mut manner.as_typed, message!("find-capitals")),
        (&mut manner.whole_words, message!("find-whole-words")),
        (&mut manner.expression, message!("find-expression")),
    ]
}

fn show_options(ui: &mut Ui, manner: &mut Manner, theme: &Theme) {
    ui.spacing_mut().item_spacing.x = OPTION_GAP;
    for (on, name) in options(manner) {
        let response = theme.segment(ui, *on, name);
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, *on, name));
        if response.clicked() {
            *on = !*on;
        }
    }
}

/// How wide what can be ticked is in one row.
fn options_width(ui: &Ui, theme: &Theme) -> f32 {
    let beside = 2.0 * Theme::SEGMENT_PADDING + OPTION_GAP;
    let font = type_faces::sans(measures::WINDOW_TEXT.0);
    let width = |name: &str| ui.painter().layout_no_wrap(name.to_owned(), font.clone(), theme.text).size().x + beside;
    options(&mut Manner::default()).into_iter().map(|(_, name)| width(name)).sum()
}

#[cfg(test)]
mod tests {
    use super::{Find, Found};
    use crate::{article::TextRange, reading::Query};

    const TEXT: &str = "tide tide tide";

    fn hit(at: usize) -> TextRange {
        TextRange::of_bytes(TEXT, at, at + 4).unwrap()
    }

    fn looking() -> (Find, Query) {
        let mut find = Find::default();
        find.query.words = "tide".to_owned();
        let (query, called_off) = find.take_unsearched().unwrap();
        assert!(find.take_unsearched().is_none() && !called_off.is_so());
        (find, query)
    }

    #[test]
    fn hits_are_stepped_through_in_a_circle_from_the_reading_place() {
        let (mut find, query) = looking();
        assert_eq!(find.take(&query, Found::First(Some(hit(5)))), Some(hit(5)));
        assert_eq!((find.current_hit(), find.count()), (Some(hit(5)), "Looking…".to_owned()));
        assert_eq!(find.take(&query, Found::Hits(vec![hit(0)])), None);
        assert_eq!((find.current_hit(), find.count()), (Some(hit(5)), "1…".to_owned()));
        assert_eq!(find.take(&query, Found::Hits(vec![hit(5), hit(10)])), None);
        assert_eq!(find.count(), "2 of 3…");
        find.take(&query, Found::All);
        assert_eq!([true, true, false].map(|forward| find.step(forward)), [hit(10), hit(0), hit(10)].map(Some));
        assert_eq!(find.count(), "3 of 3");
    }

    #[test]
    fn a_step_before_the_hits_are_there_is_made_when_they_come() {
        let (mut find, query) = looking();
        find.take(&query, Found::First(Some(hit(5))));
        assert_eq!(find.step(true), None);
        assert_eq!(find.take(&query, Found::Hits(vec![hit(0), hit(5), hit(10)])), Some(hit(10)));
    }

    #[test]
    fn with_nothing_after_the_reading_place_the_first_in_the_text_is_shown() {
        let (mut find, query) = looking();
        assert_eq!(find.take(&query, Found::First(None)), None);
        assert_eq!(find.take(&query, Found::Hits(vec![hit(0), hit(5)])), Some(hit(0)));
    }

    #[test]
    fn another_query_calls_the_search_off() {
        let mut find = Find::default();
        find.query.words = "tide".to_owned();
        let (query, called_off) = find.take_unsearched().unwrap();
        find.query.words = "tides".to_owned();
        let _other = find.take_unsearched().unwrap();
        assert!(called_off.is_so());
        assert_eq!(find.take(&query, Found::First(Some(hit(5)))), None);
    }
}

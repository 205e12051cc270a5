//! What an alignment says of a passage: how much of it is left, where it ends, and how sure that is.

use super::{
    align::{Pair, rising},
    diff::begins_sentence,
    ends::Became,
    surroundings::Surroundings,
    token::{Token, Vocabulary},
    why::Why,
};

/// The least share of a passage that must be found in place: under twelve tokens, and from there on.
const KEEP: (f32, f32) = (0.34, 0.30);
/// How many tokens make a passage long.
pub(super) const LONG: usize = 12;
/// The least share of it where neither context nor place agrees.
pub(super) const ALONE: f32 = 0.62;
/// A context that counts as found.
pub(super) const CONTEXT_FOUND: f32 = 0.45;

/// The least share of it that must be left in its place, with the words on both sides, where a diff says so.
const KEEP_IN_PLACE: f32 = 0.12;
/// The least context on the side on which a torn passage still stands.
const HELD: f32 = 0.7;
/// The share of a passage that is next to all of it, and how much more on both sides together is clearly more.
const NEXT_TO_ALL: f32 = 0.9;
const CLEARLY: f32 = 0.25;
/// What it is worth that a passage begins its line as it did, in shares of the words on one side.
const BEGINS_LINE: f32 = 0.5;
/// The share of its own sentence beside a word that says which word it is.
const OWN: f32 = 0.9;
/// The weight of words that moved together, which is enough to say where one of them is.
const BLOCK: f32 = 3.0;
/// How many tokens may have been put in between two sentences of a passage that kept its place.
const LONG_PUT_IN: usize = 200;
/// The weight of a piece (some three long words) that is enough of a passage to say where it is.
pub(super) const PIECE: f32 = 6.0;

/// Where an alignment comes from.
#[derive(Clone, Copy)]
pub(super) enum Look<'a> {
    /// A stretch of the new text as wide as the passage with its surroundings.
    Window,
    /// A diff of these with a wider stretch of the new text, and of each old token whether it kept its place in it.
    Region(&'a [bool]),
    /// A diff of both whole texts, and the same.
    Mapped(&'a [bool]),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Exact,
    Changed,
    Orphan,
}

/// A part of a passage that was torn between two of its sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Head,
    Tail,
}

/// What was found of a passage.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub state: State,
    /// Bytes of the new text, the end exclusive; meaningless for an orphan.
    pub start: usize,
    pub end: usize,
    /// Characters of the new text before it; for an orphan before where the words round it stand.
    pub at: Option<usize>,
    /// The share of the passage that was found, by weight, from 0 to 1.
    pub quote: f32,
    /// The same of the words round it.
    pub context: f32,
    /// The weaker of its two sides.
    pub weaker: f32,
    /// The share of the words before and after the passage that still stand right beside it.
    pub beside: (f32, f32),
    /// The share of the words of its own sentence that still stand right beside it.
    pub own: f32,
    /// Whether it began a line and begins one here.
    pub begins_line: bool,
    /// The part of a torn passage that still stands beside the words that stood round it.
    pub part: Option<Part>,
    /// Why it is not exact.
    pub why: Why,
}

impl Found {
    pub fn orphan(why: Why) -> Self {
        Self {
            state: State::Orphan,
            start: 0,
            end: 0,
            at: None,
            quote: 0.0,
            context: 0.0,
            weaker: 0.0,
            beside: (0.0, 0.0),
            own: 0.0,
            begins_line: false,
            part: None,
            why,
        }
    }

    /// The smaller and the larger of the shares [`Self::beside`] it.
    pub fn sides(&self) -> (f32, f32) {
        (self.beside.0.min(self.beside.1), self.beside.0.max(self.beside.1))
    }

    /// How much stands [`Self::beside`] it on both sides together, from 0 to 2, and whether it begins its line.
    pub fn seat(&self) -> f32 {
        self.beside.0 + self.beside.1 + if self.begins_line { BEGINS_LINE } else { 0.0 }
    }

    /// Whether next to all of a passage stands here, in no wider a stretch, and clearly more of what stood beside it than
    /// at another place.
    pub fn is_better_seated(&self, other: &Self) -> bool {
        let is_wider = 4 * (self.end - self.start) > 5 * (other.end - other.start);
        let is_held = self.sides().1 >= HELD || self.begins_line && !other.begins_line;
        self.quote >= NEXT_TO_ALL && is_held && self.seat() > other.seat() + CLEARLY && !is_wider
    }
}

/// A passage among its tokens.
#[derive(Clone, Copy)]
pub(super) struct Passage<'a> {
    pub tokens: &'a [Token],
    /// The tokens with the context on both sides, the end exclusive.
    pub span: (usize, usize),
    /// The tokens of the passage itself, the end exclusive.
    pub inside: (usize, usize),
    /// The passage in bytes of the text of the tokens.
    pub ends: (usize, usize),
}

impl Passage<'_> {
    pub(super) fn word(&self, i: usize) -> u32 {
        self.tokens[i].word
    }

    /// Judges an alignment with the new text.
    pub fn judge(&self, vocabulary: &mut Vocabulary, new: &[Token], pairs: &[Pair], look: Look<'_>) -> Found {
        let is_mapped = matches!(look, Look::Mapped(_));
        let in_order = match look {
            Look::Window => None,
            Look::Region(in_order) | Look::Mapped(in_order) => Some(in_order),
        };
        let ((low, high), (i0, i1)) = (self.span, self.inside);
        if pairs.is_empty() {
            return Found::orphan(Why::Nothing);
        }
        let mut to = vec![None; high - low];
        let stays = in_order.and_then(|in_order| self.in_place(vocabulary, new, pairs, in_order));
        let is_in_place = stays.is_some();
        for (i, j) in stays.unwrap_or_else(|| self.one_place(vocabulary, pairs, 0)) {
            to[i - low] = Some(j);
        }
        for outlier in self.outliers(vocabulary, &to) {
            to[outlier.start - low..outlier.end - low].fill(None);
        }
        self.slide(vocabulary, new, &mut to);
        self.close_up(vocabulary, new, &mut to);
        self.snap(vocabulary, new, &mut to);
        let held: Vec<Pair> = to.iter().enumerate().filter_map(|(i, j)| Some((i + low, (*j)?))).collect();
        to.fill(None);
        let mut chain = rising(&held);
        for (i, j) in &chain {
            to[*i - low] = Some(*j);
        }
        let mut likes: Vec<f32> = (low..high)
            .map(|i| to[i - low].map_or(0.0, |j: usize| vocabulary.likeness(self.word(i), new[j].word)))
            .collect();
        if let Look::Region(_) = look {
            for lost in self.strays(vocabulary, &to, &likes) {
                chain.retain(|(i, _)| !lost.contains(i));
                lost.for_each(|i| (to[i - low], likes[i - low]) = (None, 0.0));
            }
        }
        let torn = if let Look::Window = look { self.torn(vocabulary, &to, &likes) } else { None };
        let part = torn.as_ref().map(|lost| if lost.start == low { Part::Tail } else { Part::Head });
        if let Some(lost) = torn {
            chain.retain(|(i, _)| !lost.contains(i));
            lost.for_each(|i| (to[i - low], likes[i - low]) = (None, 0.0));
        }
        let share = |from: usize, until: usize| self.share(vocabulary, &to, &likes, from, until);
        let mut quote = share(i0, i1);
        let inside: Vec<Pair> = chain.iter().copied().filter(|(i, _)| (i0..i1).contains(i)).collect();
        let (before, after) = (share(low, i0), share(i1, high));
        let sides: Vec<f32> = [(before, low < i0), (after, i1 < high)]
            .into_iter()
            .filter_map(|(share, is_there)| is_there.then_some(share))
            .collect();
        // At the article's ends one side is enough.
        let context = if sides.is_empty() { 0.0 } else { sides.iter().sum::<f32>() / sides.len() as f32 };
        let strong = before.max(after);
        let (Some(first), Some(last)) = (inside.first().copied(), inside.last().copied()) else {
            let at = chain.last().map(|(_, j)| new[*j].at);
            return Found { at, context, ..Found::orphan(Why::WordsGone) };
        };
        let Surroundings { beside, mut own } = self.surroundings(vocabulary, &to, &likes, (first, last));
        if i1 - i0 < LONG && self.is_line(new, &to) {
            own = 1.0;
        }
        if let Look::Window = look {
            // Words scattered over a stretch much longer than the quote are not the quote.
            quote *= (1.6 * (i1 - i0 + 3) as f32 / (last.1 - first.1 + 1) as f32).min(1.0);
        }
        // One word has no other of the passage beside it: those about it say that it is there, but not for certain.
        let is_alone = i1 - i0 <= 2 && quote < 1.0 && (i0..i1).all(|i| self.is_same(new, &to, i));
        let is_only_framed = is_mapped && is_alone && self.is_framed(&to, &likes, &(i0..i1));
        if is_only_framed {
            quote = 1.0;
        }
        let hangs = (is_in_place || part.is_some()) && self.hangs(vocabulary, new, &to);
        let left: f32 = inside.iter().map(|(i, _)| vocabulary.weight(self.word(*i))).sum();
        let part =
            part.filter(|_| hangs && (strong >= HELD || left >= 2.0 * PIECE) && (i1 - i0 < LONG || quote >= 0.2));
        let became = Became { vocabulary, text: new, to: &to, likes: &likes };
        let (first, last) = (self.first(&became, first), self.last(&became, last));
        let (start, end) = self.ends(new, first, last);
        let is_whole = inside.len() == i1 - i0
            && last.1 - first.1 == i1 - 1 - i0
            && inside.iter().all(|(i, j)| self.word(*i) == new[*j].word)
            && quote > 0.9;
        let is_certain = is_whole && !is_only_framed;
        let is_word = i1 - i0 <= 2;
        let is_replaced = self.is_replaced(&to, &likes);
        let is_between = is_replaced && context >= HELD && i1 - i0 < LONG;
        let least = if is_mapped && (hangs || is_replaced) {
            0.0
        } else if before.min(after) >= KEEP.1 && (is_in_place || is_between) {
            KEEP_IN_PLACE
        } else if i1 - i0 < LONG {
            KEEP.0
        } else {
            KEEP.1
        };
        let mut found = Found {
            state: State::Changed,
            start,
            end,
            at: Some((new[first.1].at + self.tokens[i0].at).saturating_sub(self.tokens[first.0.max(i0)].at)),
            quote,
            context,
            weaker: before.min(after),
            beside,
            own,
            begins_line: first.0 == i0 && self.tokens[i0].begins_line && new[first.1].begins_line,
            part,
            why: Why::WordsDiffer,
        };
        let is_block = is_mapped && self.block(vocabulary, new, &to, i0) >= BLOCK;
        let is_told = strong >= CONTEXT_FOUND || own >= OWN || is_in_place && context >= 0.2 || is_block;
        if is_word && !is_mapped && context < 0.45 && strong < 0.75 && own < OWN {
            (found.state, found.why) = (State::Orphan, Why::OneWord);
        } else if is_whole && !is_mapped && self.is_one_of_two(new, &to) {
            found.why = Why::MoreThanOnce;
        } else if is_certain && (i1 - i0 >= LONG || strong >= CONTEXT_FOUND || (!is_word && context >= 0.25)) {
            (found.state, found.why) = (State::Exact, Why::Certain);
        } else if is_word && !(quote >= 0.6 && is_told) {
            (found.state, found.why) = (State::Orphan, Why::OneWord);
        } else if !is_word
            && (quote < least || (least > 0.0 && quote < ALONE && strong < CONTEXT_FOUND && !is_in_place))
        {
            (found.state, found.why) = (State::Orphan, Why::TooLittle);
        } else if is_whole {
            found.why = Why::ContextDiffers;
        }
        found
    }

    /// Whether the passage stood twice in a row, and one of the two is gone.
    fn is_one_of_two(&self, new: &[Token], to: &[Option<usize>]) -> bool {
        let (size, (i0, i1)) = (self.inside.1 - self.inside.0, self.inside);
        let is_lost_twin = |from: usize| {
            let reads = (0..size).all(|k| self.word(from + k) == self.word(i0 + k));
            reads && (from..from + size).any(|i| !self.is_same(new, to, i))
        };
        i0 >= self.span.0 + size && is_lost_twin(i0 - size) || i1 + size <= self.span.1 && is_lost_twin(i1)
    }

    /// The pairs of the passage and round it that kept their place, where enough of it did: what moved out of it is
    /// not it.
    fn in_place(&self, vocabulary: &Vocabulary, new: &[Token], pairs: &[Pair], in_order: &[bool]) -> Option<Vec<Pair>> {
        let (i0, i1) = self.inside;
        let ordered: Vec<Pair> = pairs.iter().copied().filter(|(i, _)| in_order[*i]).collect();
        let place = self.one_place(vocabulary, &ordered, i1 - i0);
        let mut to = vec![None; self.span.1 - self.span.0];
        place.iter().for_each(|(i, j)| to[*i - self.span.0] = Some(*j));
        let weigh = |i: usize| vocabulary.weight(self.word(i));
        let same = place.iter().filter(|(i, j)| (i0..i1).contains(i) && self.word(*i) == new[*j].word);
        let share = same.map(|(i, _)| weigh(*i)).sum::<f32>() / (i0..i1).map(weigh).sum::<f32>();
        if share >= 0.25 {
            return Some(place);
        }
        // Sentences move as a whole: a first word that is left of one that moved is another's.
        let moved: f32 =
            pairs.iter().filter(|(i, _)| (i0..i1).contains(i) && !in_order[*i]).map(|(i, _)| weigh(*i)).sum();
        let is_torn = moved >= 0.5 * (i0..i1).map(weigh).sum::<f32>();
        ((!is_torn || self.is_clean(vocabulary, &to)) && self.hangs(vocabulary, new, &to)).then_some(place)
    }

    /// Whether what is left of the passage and what is not are whole sentences of it.
    fn is_clean(&self, vocabulary: &Vocabulary, to: &[Option<usize>]) -> bool {
        let (low, (i0, i1)) = (self.span.0, self.inside);
        (i0 + 1..i1)
            .all(|i| to[i - low].is_some() == to[i - 1 - low].is_some() || begins_sentence(vocabulary, self.tokens, i))
    }

    /// Whether a token stands in the new text with the same word.
    fn is_same(&self, new: &[Token], to: &[Option<usize>], i: usize) -> bool {
        to[i - self.span.0].is_some_and(|j| new[j].word == self.word(i))
    }

    /// Whether a token and the one before it stand there as they stood.
    fn goes_on(&self, new: &[Token], to: &[Option<usize>], i: usize) -> bool {
        let low = self.span.0;
        self.is_same(new, to, i - 1) && self.is_same(new, to, i) && to[i - low] == to[i - 1 - low].map(|j| j + 1)
    }

    /// The weight of the words that stand round a token as they stood.
    fn block(&self, vocabulary: &Vocabulary, new: &[Token], to: &[Option<usize>], at: usize) -> f32 {
        let low = self.span.0;
        let goes_on = |i: usize| self.goes_on(new, to, i);
        let before = (low + 1..=at).rev().take_while(|i| goes_on(*i)).map(|i| i - 1);
        let after = (at + 1..low + to.len()).take_while(|i| goes_on(*i));
        before.chain(after).map(|i| vocabulary.weight(self.word(i))).sum::<f32>() + vocabulary.weight(self.word(at))
    }

    /// Whether the lines that the passage stands in are there as they were.
    fn is_line(&self, new: &[Token], to: &[Option<usize>]) -> bool {
        let (low, (i0, i1)) = (self.span.0, self.inside);
        let from = (low..=i0).rev().find(|i| self.tokens[*i].begins_line);
        let until = (i1..self.tokens.len()).find(|i| self.tokens[*i].begins_line).unwrap_or(self.tokens.len());
        from.filter(|_| until <= self.span.1).is_some_and(|from| {
            let is_whole = self.is_same(new, to, from) && (from + 1..until).all(|i| self.goes_on(new, to, i));
            let ends = to[until - 1 - low].and_then(|j| new.get(j + 1)).is_none_or(|next| next.begins_line);
            is_whole && to[from - low].is_some_and(|j| new[j].begins_line) && ends
        })
    }

    /// Whether some words of the passage still stand beside those round it, or a good piece of it stands as it was.
    fn hangs(&self, vocabulary: &Vocabulary, new: &[Token], to: &[Option<usize>]) -> bool {
        let (low, (i0, i1)) = (self.span.0, self.inside);
        let goes_on = |i: usize| self.goes_on(new, to, i);
        let is_word = |i: usize| vocabulary.is_word(self.word(i));
        // Words that are also lost on the passage's other side may be those that are left: "he said" before a lost
        // paragraph that ends so.
        let is_lost = |i: usize, other: usize| {
            (low..low + to.len()).contains(&other) && to[other - low].is_none() && self.word(other) == self.word(i)
        };
        let kept = i1 - i0;
        let from_start = (i0..i1).take_while(|i| *i > low && goes_on(*i) && !is_lost(*i, i + kept)).any(is_word);
        let back = |i: usize| i.checked_sub(kept).is_some_and(|other| is_lost(i, other));
        let to_end = (i0..i1).rev().take_while(|i| i + 1 < low + to.len() && goes_on(i + 1) && !back(*i)).any(is_word);
        let (mut piece, mut most) = (0.0f32, 0.0f32);
        for i in i0..i1 {
            piece = if i > i0 && goes_on(i) { piece } else { 0.0 };
            piece += if self.is_same(new, to, i) { vocabulary.weight(self.word(i)) } else { 0.0 };
            most = most.max(piece);
        }
        from_start || to_end || most >= PIECE
    }

    /// The pairs of the passage that stand together: where a diff scattered them, the heaviest run. Between two of
    /// them so many tokens more may have been put in, and where there is such room whole sentences between two of its own.
    fn one_place(&self, vocabulary: &Vocabulary, pairs: &[Pair], room: usize) -> Vec<Pair> {
        let begins =
            |from: usize, until: usize| (from + 1..=until).any(|i| begins_sentence(vocabulary, self.tokens, i));
        let mut runs: Vec<Vec<Pair>> = Vec::new();
        for (i, j) in pairs {
            let last = runs.last().and_then(|run| run.last()).copied();
            let goes_on = last.is_some_and(|(i2, j2)| {
                let is_between_sentences = room > 0 && i2 < self.inside.1 && self.inside.0 < *i && begins(i2, *i);
                let room = if is_between_sentences { LONG_PUT_IN } else { room };
                j2 < *j && j - j2 <= 3 * (i - i2) + 40 + room
            });
            match runs.last_mut() {
                Some(run) if goes_on => run.push((*i, *j)),
                _ => runs.push(vec![(*i, *j)]),
            }
        }
        let inside = |run: &[Pair]| run.iter().filter(|(i, _)| (self.inside.0..self.inside.1).contains(i)).count();
        // The first of the heaviest.
        let best = runs.iter().rev().max_by_key(|run| (inside(run), run.len()));
        best.cloned().unwrap_or_default()
    }
}

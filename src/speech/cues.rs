//! Step 3: words that may introduce speech, each with its source and what lies round it, and how likely it does so here.

use super::facts::{Ahead, Facts};
use super::glance;
use super::lexicon::{Classes, Kind, Lexicon};
use super::linear::{Features, Models, Piece, feature};
use super::mentions::{self, Phrase};
use super::sentences::Sentence;
use super::source_choice::Search;
use super::sources::{self, Way};
use super::token::Token;

/// What a token is to the models, also outside the sentence.
pub(super) fn class(tokens: &[Token<'_>], at: Option<usize>) -> Piece<'static> {
    match at {
        None => Piece::of("start"),
        Some(at) => tokens.get(at).map_or(Piece::of("end"), Token::class),
    }
}

/// A number of tokens, the larger the rougher.
pub(super) fn near(tokens: usize) -> usize {
    match tokens {
        0..=4 => tokens,
        5..=6 => 6,
        7..=9 => 9,
        10..=15 => 15,
        16..=25 => 25,
        _ => 40,
    }
}

/// Where a sentence ends, its last signs left out.
pub(super) fn last(tokens: &[Token<'_>]) -> usize {
    tokens.iter().rposition(|token| !token.is_sign(".;?!)")).map_or(0, |last| last + 1)
}

/// How many tokens lie from one to another behind it.
pub(super) fn distance(from: usize, to: usize) -> usize {
    to.saturating_sub(from)
}

/// A share in tenths, or in what part is wanted.
pub(super) fn rounded(share: f64, parts: f64) -> usize {
    let exact = share * parts;
    let whole = exact.max(0.0) as u32;
    let rest = exact - f64::from(whole);
    // of two halves to the even one
    whole as usize + usize::from(rest > 0.5 || rest == 0.5 && whole % 2 == 1)
}

/// The shape of a verb, as far as its ending tells.
fn form(lower: &str) -> Piece<'static> {
    const PAST: [&str; 12] =
        ["said", "told", "wrote", "found", "thought", "saw", "spoke", "gave", "made", "felt", "knew", "held"];
    if lower.ends_with("ing") {
        Piece::of("ing")
    } else if lower.ends_with("ed") || PAST.contains(&lower) {
        Piece::of("ed")
    } else if lower.ends_with('s') && !lower.ends_with("ss") {
        Piece::of("s")
    } else if lower.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_') {
        Piece::of("base")
    } else {
        Piece::of("sign")
    }
}

/// A possible cue, with its source and what lies round it.
pub(super) struct Frame<'a, 't> {
    pub tokens: &'a [Token<'t>],
    pub ahead: &'a Ahead,
    pub lexicon: &'a Lexicon,
    pub i: usize,
    /// How many tokens the cue has.
    pub width: usize,
    pub according: bool,
    /// The word the models know the cue by.
    pub word: Piece<'a>,
    pub shape: Piece<'static>,
    pub strength: f64,
    pub source: Option<Phrase>,
    pub way: Way,
    /// The token after the group of cue and source.
    pub high: usize,
    /// Where words before the group end, if a mark or a comma parts them from it.
    pub before_end: Option<usize>,
    /// Where the sentence ends, its last signs left out.
    pub last: usize,
    pub source_kind: Piece<'static>,
}

impl<'a, 't> Frame<'a, 't> {
    /// The possible cue at token `i`.
    pub fn new(sentence: &'a Sentence<'t>, i: usize, lexicon: &'a Lexicon, models: Option<&Models>) -> Self {
        let tokens = &sentence.tokens[..];
        let according = mentions::according_at(tokens, i, lexicon);
        let width = according.unwrap_or(1);
        let token = &tokens[i];
        let ruled = sources::of_cue(tokens, i, width, lexicon, according.is_some());
        let word = Piece::of(if according.is_some() { "according" } else { token.lower.as_ref() });
        let (source, way) = match models {
            Some(models) if according.is_none() => {
                let search = Search::new(sentence, i, width, word, ruled);
                search.choose(sentence.mentions(lexicon), &models.source)
            }
            _ => ruled,
        };
        let joined = ruled.0.filter(|_| lexicon.is_english() && ruled.1 == Way::Left);
        let joined = joined.and_then(|source| sources::with_joined(tokens, source, i));
        let (source, way) = joined.map_or((source, way), |joined| (Some(joined), Way::Left));
        let (source, way) = match lexicon.is_english() {
            true => sources::mended(tokens, i, (source, way), lexicon),
            false => (source, way),
        };
        Self {
            tokens,
            ahead: sentence.ahead(),
            lexicon,
            i,
            width,
            according: according.is_some(),
            word,
            shape: form(word.text),
            strength: if according.is_some() { token.strength.max(0.95) } else { token.strength },
            source: None,
            way: Way::None,
            high: i + width,
            before_end: None,
            last: last(tokens),
            source_kind: Piece::of("none"),
        }
        .with_source(source, way)
    }

    /// The frame with this source.
    pub fn with_source(self, source: Option<Phrase>, way: Way) -> Self {
        let Self { tokens, lexicon, i, width, .. } = self;
        // 'pointed out'
        let particle = lexicon.is_english() && tokens.get(i + width).is_some_and(|next| next.lower == "out");
        let (mut low, mut high) = (i, i + width + usize::from(particle));
        match source.filter(|source| source.first.abs_diff(i) < 40) {
            None => low = mentions::skip_light_left(tokens, i),
            Some(source) if matches!(way, Way::Left | Way::Who) => low = low.min(source.first),
            Some(source) if matches!(way, Way::Right | Way::According) => {
                high = high.max(source.after);
            }
            Some(_) => {}
        }
        let parted = |token: &Token<'_>| token.mark().is_some() || token.is_sign(",—–―-?!");
        let mut before_end = if low > 0 && parted(&tokens[low - 1]) { low } else { 0 };
        while before_end > 0 && tokens[before_end - 1].is_sign(",—–―-") {
            before_end -= 1;
        }
        let source_kind = source.map_or(Piece::of("none"), |source| mentions::kind(tokens, source).piece());
        Self { source, way, high, before_end: (before_end > 0).then_some(before_end), source_kind, ..self }
    }

    /// The search for the cue's source, in its sentence.
    pub fn search(&self, sentence: &'a Sentence<'t>) -> Search<'a, 't> {
        let Self { i, width, word, source, way, .. } = *self;
        Search::new(sentence, i, width, word, (source, way))
    }

    /// Whether it is an "according to" that names nobody.
    pub fn lacks_source(&self) -> bool {
        self.according && self.source.is_none()
    }

    pub fn class(&self, at: usize) -> Piece<'static> {
        class(self.tokens, Some(at))
    }

    pub fn class_before(&self, at: usize) -> Piece<'static> {
        class(self.tokens, at.checked_sub(1))
    }
}

/// Where the possible cues of a sentence stand.
pub(super) fn places<'a>(
    sentence: &'a Sentence<'_>,
    lexicon: &'a Lexicon,
    models: Option<&'a Models>,
) -> impl Iterator<Item = usize> + 'a {
    let tokens = &sentence.tokens[..];
    let introduces = tokens.iter().enumerate().filter(|(_, token)| token.facts.any(Facts::INTRODUCES));
    let is_possible = move |i: usize, token: &Token<'_>| {
        let beside_mark = || sentence.has_mark(i.saturating_sub(4)..i);
        let possible = token.is_cue
            || token.could_be_verb && beside_mark()
            || token.facts.any(Facts::COLON) && i > 0 && i + 2 < tokens.len()
            || mentions::according_at(tokens, i, lexicon).is_some();
        // the model knows nothing of colons
        let glance = models.filter(|_| token.word && !token.is(Classes::ACCORDING));
        possible && glance.is_none_or(|models| glance::may_be_cue(sentence, i, &models.glance))
    };
    introduces.filter(move |(i, token)| is_possible(*i, token)).map(|(i, _)| i)
}

/// The auxiliary that stands before a cue.
fn auxiliary(frame: &Frame<'_, '_>) -> Piece<'static> {
    let light = &frame.tokens[frame.i.saturating_sub(3)..frame.i];
    let has = |kind: Kind| light.iter().any(|token| token.kind == Some(kind));
    if has(Kind::Be) {
        Piece::of("be")
    } else if has(Kind::Modal) {
        Piece::of("modal")
    } else if has(Kind::Have) {
        Piece::of("have")
    } else if light.last().is_some_and(|token| token.lower == "to") {
        Piece::of("to")
    } else {
        Piece::of("none")
    }
}

/// What tells whether a frame's word introduces speech.
pub(super) fn describe<F: Features>(f: &Frame<'_, '_>, out: &mut F) {
    let tokens = f.tokens;
    let behind = f.i + f.width;
    let (prev, next, next2) = (f.class_before(f.i), f.class(behind), f.class(behind + 1));
    let (word, shape, aux) = (f.word, f.shape, auxiliary(f));
    let s = rounded(f.strength, 10.0);
    let next_word = tokens.get(behind).map_or(next, Token::own);
    let before = f.before_end.is_some();
    feature!(out, "w=", word);
    feature!(out, "s=", s);
    feature!(out, "nx=", next_word);
    feature!(out, "n2=", next, next2);
    feature!(out, "s", s / 2, "n=", next_word);
    feature!(out, "s", s / 2, "p=", prev);
    feature!(out, "s", s / 2, "a=", aux);
    feature!(out, "s", s / 2, "c=", f.source_kind);
    feature!(out, shape, "n=", next);
    feature!(out, shape, "p=", prev);
    feature!(out, shape, "a=", aux, next);
    feature!(out, "len=", near(distance(f.high, f.last)), before);
    feature!(out, "w=", word, "n=", next);
    feature!(out, "w=", word, "a=", aux);
    if let Some(source) = f.source {
        let noun = f.source_kind == "noun";
        let head = source.of(tokens).last().map_or(Piece::of(""), |token| Piece::of(&token.lower));
        feature!(out, "hd=", if noun { head } else { f.source_kind });
        match f.i.checked_sub(source.after) {
            Some(gap) => feature!(out, "gap=", gap.min(4)),
            None => feature!(out, "gap=R"),
        }
    }
    let token = &tokens[f.i];
    let tag = |at: usize| tokens.get(at).map_or(Piece::of("end"), Token::tag);
    let before_tag = f.i.checked_sub(1).map_or(Piece::of("start"), |at| tokens[at].tag());
    feature!(out, "T=", token.tag(), token.usage.form);
    feature!(out, "V=", token.usage.verb, token.usage.form);
    feature!(out, "V=", token.usage.verb, "c=", f.source_kind);
    feature!(out, "V=", token.usage.verb, "n=", next_word);
    feature!(out, "V=", token.usage.verb, "a=", aux);
    feature!(out, "N=", token.usage.noun, prev);
    feature!(out, "N=", token.usage.noun, next_word);
    feature!(out, "T<", before_tag, token.tag());
    feature!(out, "T>", token.tag(), tag(behind));
    feature!(out, "T>>", tag(behind), tag(behind + 1));
    feature!(out, "T=", token.tag(), before_tag, tag(behind));
    feature!(out, "w=", word, "T>", tag(behind));
    feature!(out, "w=", word, "c=", f.source_kind);
    if let Some(source) = f.source {
        let head = mentions::head(source.of(tokens));
        let (noun, last) = head.map_or((Piece::of("-"), Piece::of("-")), |token| (*token.usage.noun, token.tag()));
        feature!(out, "H=", if f.source_kind == "noun" { noun } else { f.source_kind }, s / 2);
        feature!(out, "H=", if f.source_kind == "noun" { noun } else { f.source_kind }, "V", token.usage.verb);
        feature!(out, "HT=", last, f.way.piece());
    }
    let rest = tokens.get(f.high..f.last).unwrap_or_default();
    let finite = rest.iter().take(12).position(|token| token.facts.any(Facts::FINITE));
    match finite {
        Some(at) => feature!(out, "fv=", near(at), next),
        None => feature!(out, "fv=no", next),
    }
    let cue_before = f.ahead.any(Facts::CUE_45, 0..f.i);
    feature!(out, "in=", usize::from(cue_before), shape);
}

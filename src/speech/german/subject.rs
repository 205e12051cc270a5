//! Who is the subject of a German verb. In a main clause the verb comes second, so that the subject stands behind it as
//! often as before; in a subordinate clause the verb comes last.

use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::mentions::{self, Phrase};
use super::super::sources::Way;
use super::super::token::Token;
use super::agreement;
use super::apposition::{before_apposition, parted_subject};
use super::mood::{self, Mood};
use super::opener;
use super::order::is_holder;
use super::phrase;
use super::relative;

type Subject = Option<(Phrase, Way)>;

/// Where the clause of token `i` begins: behind the last sign or passage in marks.
pub(super) fn clause_begin(tokens: &[Token<'_>], i: usize) -> usize {
    let mut at = i;
    while let Some(before) = at.checked_sub(1) {
        if tokens[before].text == ")"
            && let Some(length) = tokens[..before].iter().rev().take(BRACKET).position(|token| token.text == "(")
        {
            at = before - 1 - length;
            continue;
        }
        if tokens[before].is_sign(",;:–—()") || tokens[before].mark().is_some() && !is_inside(tokens, before) {
            break;
        }
        at = before;
    }
    // 'Denn wie Ada Hill sagte, …'
    let joins = matches!(tokens[at].lower.as_ref(), "denn" | "doch" | "und" | "aber");
    at + usize::from(joins && at + 2 < i && tokens[at + 1].lower == "wie")
}

/// How many tokens a bracket has at most that parts no clause: 'Ada Hill (SPD) sagte'.
const BRACKET: usize = 6;

/// Whether a passage in marks is a title inside a clause and parts none: 'Die Zeitung „Bote“ meldete'.
fn is_inside(tokens: &[Token<'_>], at: usize) -> bool {
    let short = tokens[at].mark().is_some_and(|mark| mark.end - mark.start < phrase::TITLE);
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let next = tokens.get(at + 1);
    // 'wenn er das als „überaus langen Weg“ beschreibt'
    let judged = before.is_some_and(|before| before.lower == "als");
    (short || judged) && before.is_some_and(|before| before.word) && next.is_some_and(|next| next.word)
}

/// Whether a word joins main clauses.
pub(super) fn coordinates(token: &Token<'_>) -> bool {
    matches!(token.lower.as_ref(), "und" | "aber" | "oder" | "doch" | "denn" | "sondern" | "sowie")
}

/// Whether a word sends the verb of its clause to the end.
pub(super) fn subordinates(token: &Token<'_>) -> bool {
    token.is(Classes::THAT.and(Classes::QUESTION))
        || token.is(Classes::CONJUNCTION) && !coordinates(token)
        || token.lower == "ob"
}

/// Whether the clause that begins at `begin` is a relative one: ', der im Mai starb', ', die das Haus baut'.
pub(super) fn is_relative(tokens: &[Token<'_>], begin: usize) -> bool {
    let Some(opener) = tokens.get(begin) else { return false };
    let before = begin.checked_sub(1).map(|at| &tokens[at]);
    if before.is_none_or(|before| before.text != ",") {
        return false;
    }
    match opener.lower.as_ref() {
        "welche" | "welcher" | "welches" | "welchen" | "deren" | "dessen" | "denen" | "wer" | "wo" | "worin" => true,
        // 'Sie sagt, das sei nicht möglich'
        "der" | "die" | "das" if reports_at(tokens, begin + 1) => false,
        // 'Der Trainer geht, das teilte der Verein mit'
        "das" if says_at(tokens, begin + 1) => false,
        // 'sagt Ada Hill, das zu klären sei Sache des Rates'
        "das" if tokens.get(begin + 1).is_some_and(|next| next.lower == "zu") => false,
        "der" | "die" | "das" | "den" | "dem" => match phrase::noun_phrase(tokens, begin) {
            None => true,
            // 'bekräftigte, die Bank nicht zu schließen'
            Some(_) if ends_infinitive(tokens, begin) => false,
            Some(inner) => {
                !tokens.get(inner.after).is_some_and(|next| is_finite(tokens, inner.after) || next.is_sign(","))
            }
        },
        _ => {
            opener.is(Classes::PREPOSITION)
                && tokens.get(begin + 1).is_some_and(|next| {
                    matches!(next.lower.as_ref(), "der" | "die" | "das" | "dem" | "den" | "denen" | "deren" | "dessen")
                        && phrase::noun_phrase(tokens, begin + 1).is_none()
                })
        }
    }
}

/// Whether the clause that begins at a token ends in "zu" and a verb.
fn ends_infinitive(tokens: &[Token<'_>], begin: usize) -> bool {
    let inside = &tokens[begin..tokens.len().min(begin + LONGEST)];
    let end = inside.iter().position(|token| token.is_sign(",;:") || token.text == ".").unwrap_or(inside.len());
    let joint = inside[..end].iter().position(|token| token.text == "und").unwrap_or(end);
    [end, joint].into_iter().any(|end| {
        matches!(&inside[..end], [.., zu, verb] if zu.lower == "zu" && verb.lower.ends_with('n') && !phrase::is_noun(verb))
    })
}

/// No clause is looked through for longer, in tokens.
pub(super) const LONGEST: usize = 30;

/// Whether what a clause opens with, up to its verb, is nothing that speaks: 'Gerüchte über einen Verkauf', 'Den Vorwurf'.
fn is_matter(tokens: &[Token<'_>], begin: usize, verb: usize) -> bool {
    let front = phrase::noun_phrase(tokens, begin);
    let noun = front.and_then(|front| phrase::head(tokens, front)).filter(|noun| *noun < verb);
    noun.is_some_and(|noun| Lexicon::german().is_statement(&tokens[noun].lower))
}

/// Whether a token is a verb that reports, with more of its clause behind: ', das [sei] nicht möglich'.
fn reports_at(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|verb| mood::is_reporting_form(&verb.lower))
        && tokens.get(at + 1).is_some_and(|next| next.word || next.mark().is_some())
}

/// Whether a token is a verb of saying with its subject behind: ', das [teilte] der Verein mit'.
fn says_at(tokens: &[Token<'_>], at: usize) -> bool {
    let says = tokens.get(at).is_some_and(|verb| verb.strength >= 0.6 && mood::of(tokens, at) == Mood::Plain);
    let particle = |at: usize| {
        tokens.get(at).is_some_and(|verb| matches!(verb.lower.as_ref(), "teilte" | "teilten" | "gab" | "gaben"))
    };
    (says || particle(at))
        && phrase::subject(tokens, phrase::past_light(tokens, at + 1)).is_some_and(|subject| subject.first <= at + 2)
}

/// Whether a token could be a finite verb, as far as its shape and its neighbours tell.
pub(in super::super) fn is_finite(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    if token.kind.is_some_and(|kind| kind.is_auxiliary() && kind != Kind::Negation) || token.strength > 0.0 {
        return true;
    }
    if mood::of(tokens, at) != Mood::Plain {
        return true;
    }
    let small = token.word && token.kind.is_none() && !token.capital && token.text.starts_with(char::is_lowercase);
    let relative = matches!(token.lower.as_ref(), "deren" | "denen" | "dessen");
    small && !relative && ["t", "te", "ten", "en"].iter().any(|ending| token.lower.ends_with(ending))
}

/// ', [war] der Deich alt', ', [wies] er das zurück': whether a verb with its subject behind it goes on with a sentence.
pub(super) fn opens_main(tokens: &[Token<'_>], at: usize) -> bool {
    let small = tokens.get(at).is_some_and(|verb| verb.kind.is_none() && verb.text.starts_with(char::is_lowercase));
    is_finite(tokens, at) || small && phrase::subject(tokens, at + 1).is_some()
}

/// Whether a verb stands last in a clause that a conjunction opens.
pub(super) fn is_subordinate(tokens: &[Token<'_>], verb: usize) -> bool {
    let begin = clause_begin(tokens, verb);
    let last = tokens.get(verb + 1).is_none_or(|next| {
        !next.word || next.kind.is_some_and(Kind::is_auxiliary) || matches!(next.lower.as_ref(), "und" | "oder")
    });
    // 'Seit der Rat angekündigt hat, …', but not 'Seit dem Brand hat …'
    let since = || {
        let closed = tokens.get(verb + 2).is_none_or(|next| !next.word);
        matches!(tokens[begin].lower.as_ref(), "seit" | "bis")
            && closed
            && tokens.get(verb + 1).is_some_and(|next| next.kind == Some(Kind::Have))
    };
    begin < verb && last && (subordinates(&tokens[begin]) || since())
}

/// The subject of the verb or participle at token `i`.
pub(super) fn of_verb(tokens: &[Token<'_>], i: usize) -> Subject {
    let begin = clause_begin(tokens, i);
    let opener = &tokens[begin];
    let pronoun = tokens.get(i + 1).is_some_and(|next| match next.lower.as_ref() {
        "er" | "wir" | "ich" | "man" => true,
        // 'Gerüchte über einen Verkauf wies sie zurück'
        "sie" => begin < i && is_matter(tokens, begin, i),
        // '„Nie“, sagte der, „und damit gut“'
        "der" => tokens.get(i + 2).is_none_or(|next| !next.word && next.mark().is_none()),
        _ => false,
    });
    if pronoun {
        return Some((Phrase::one(i + 1), Way::Right));
    }
    if let Some(subject) = relative::parted_subject(tokens, begin, i) {
        return Some((subject, Way::Left));
    }
    if begin < i && is_relative(tokens, begin) {
        let joined = relative::joined(tokens, begin, i).unwrap_or(begin);
        return inside_relative(tokens, joined, i).or_else(|| before_relative(tokens, begin));
    }
    if is_subordinate(tokens, i) {
        return first_subject(tokens, begin + 1, i).map(|subject| (subject, Way::Left));
    }
    let finite = finite_of(tokens, begin, i);
    let front = begin + usize::from(begin < finite && coordinates(opener));
    if front >= finite {
        let opening = || opening(tokens, begin);
        if front > begin {
            return opening();
        }
        let parted = begin.checked_sub(1).filter(|before| tokens[*before].text == ",");
        let parted = parted.and_then(|_| parted_subject(tokens, begin));
        let parted = parted.filter(|subject| !agreement::disagrees(tokens, *subject, finite));
        let parted = parted.map(|subject| (subject, Way::Left));
        return parted.or_else(|| right_of(tokens, finite)).or_else(opening);
    }
    if coordinates(&tokens[finite - 1]) {
        return opening(tokens, finite);
    }
    // 'Ulf Hill, Chef der Mühle, etwa nennt …'
    let light = begin > 0 && tokens[begin - 1].text == "," && finite == begin + 1 && opener.kind == Some(Kind::Adverb);
    if let Some(subject) = if light { parted_subject(tokens, begin) } else { None } {
        return Some((subject, Way::Left));
    }
    // 'Die Kosten steigen und der Rat warnt': the last clause that an "und" opens
    // 'das Institut für Polar- und Meeresforschung geht davon aus'
    let parts_word = |at: usize| at > 0 && tokens[at - 1].is_sign("-–");
    let joint = (front..finite).rev().find(|at| coordinates(&tokens[*at])).filter(|at| !parts_word(*at));
    // 'das Amt für Deiche und Wehre warnt'
    let whole = phrase::subject(tokens, front).is_some_and(|subject| is_near(tokens, subject.after, finite));
    let joint = joint.map(|at| at + 1).filter(|_| !whole);
    let joint = joint.filter(|_| !tokens[front].is(Classes::PREPOSITION));
    let front =
        joint.filter(|at| phrase::subject(tokens, *at).is_some_and(|subject| is_near(tokens, subject.after, finite)));
    let front = front.unwrap_or(if begin < finite && coordinates(opener) { begin + 1 } else { begin });
    let lead = &tokens[front];
    let is_object = matches!(lead.lower.as_ref(), "das" | "dies" | "es" | "dazu" | "so") && finite == front + 1;
    let right = right_of(tokens, finite);
    if let Some(subject) = front_subject(tokens, front).filter(|_| !is_object) {
        let apposed = before_apposition(tokens, front).or_else(|| before_apposition(tokens, begin));
        if let Some(apposed) = apposed.filter(|_| is_near(tokens, subject.after, finite)) {
            return Some((apposed, Way::Left));
        }
        // what stands before may be no subject
        let holder = right.filter(|(right, _)| is_holder(tokens, subject, *right, finite));
        return holder.or(Some((subject, Way::Left)));
    }
    right
        .or_else(|| first_subject(tokens, front, finite).map(|subject| (subject, Way::Left)))
        .or_else(|| opening(tokens, begin))
        .or_else(|| noble(tokens, front, finite))
}

/// 'Von Trotha sagte': a name that a verb follows and nobody behind it.
fn noble(tokens: &[Token<'_>], at: usize, verb: usize) -> Subject {
    let opens = tokens.get(at).is_some_and(|token| matches!(token.text, "Von" | "Van"));
    let name = phrase::noun_phrase(tokens, at + 1).filter(|name| opens && name.after == verb)?;
    Some((Phrase { first: at, after: name.after }, Way::Left))
}

/// The finite verb of a clause: the word at `i`, or for a participle the auxiliary that stands second:
/// 'Der Rat hat vor der Wahl erklärt'.
fn finite_of(tokens: &[Token<'_>], begin: usize, i: usize) -> usize {
    if !tokens[i].lower.ends_with(['t', 'n']) {
        return i;
    }
    let auxiliary =
        |token: &Token<'_>| token.kind.is_some_and(|kind| matches!(kind, Kind::Have | Kind::Be | Kind::Modal));
    tokens[begin..i].iter().position(auxiliary).map_or(i, |ahead| begin + ahead)
}

/// The subject that opens a clause, also behind "auch" or "nur".
pub(super) fn front_subject(tokens: &[Token<'_>], at: usize) -> Option<Phrase> {
    phrase::subject(tokens, at).or_else(|| {
        let focus = tokens.get(at).is_some_and(|token| {
            matches!(token.lower.as_ref(), "auch" | "nur" | "selbst" | "sogar" | "besonders" | "insbesondere")
        });
        if focus { phrase::subject(tokens, at + 1) } else { None }
    })
}

/// Whether token `at` stands second in its clause, behind one phrase.
pub(super) fn is_second(tokens: &[Token<'_>], at: usize) -> bool {
    let begin = clause_begin(tokens, at);
    let begin = begin + usize::from(begin < at && coordinates(&tokens[begin]));
    let subject = phrase::subject(tokens, begin).map(|subject| phrase::past_bracket(tokens, subject.after));
    subject == Some(at) || begin + 1 == at || phrase::past_light(tokens, begin) == at
}

/// Whether little stands between two places.
fn is_near(tokens: &[Token<'_>], from: usize, to: usize) -> bool {
    from <= to && phrase::past_light(tokens, phrase::past_bracket(tokens, from)) >= to
}

/// The subject behind a verb.
fn right_of(tokens: &[Token<'_>], verb: usize) -> Subject {
    let at = phrase::past_light(tokens, verb + 1);
    // 'kritisierte etwa Ulf Hill', but not 'fordert etwa mehr Geld'
    let for_one = tokens.get(at).is_some_and(|token| token.lower == "etwa");
    let named = || phrase::noun_phrase(tokens, at + 1).is_some_and(|noun| phrase::ends_in_name(tokens, noun));
    let fronted = || front_subject(tokens, clause_begin(tokens, verb)).is_some();
    let at = if for_one && named() && !fronted() { at + 1 } else { at };
    phrase::subject_or_title(tokens, at).map(|subject| (subject, Way::Right))
}

/// The first subject between two places.
pub(super) fn first_subject(tokens: &[Token<'_>], from: usize, to: usize) -> Option<Phrase> {
    let at = phrase::past_light(tokens, from);
    phrase::subject_or_title(tokens, at).filter(|subject| subject.first < to)
}

/// The subject of the sentence up to a place: what it opens with, or what follows its first verb.
pub(super) fn opening(tokens: &[Token<'_>], to: usize) -> Subject {
    let mut begin = tokens[..to].iter().rposition(|token| token.is_sign(";:")).map_or(0, |sign| sign + 1);
    while begin < to && (tokens[begin].mark().is_some() || tokens[begin].is_sign(",–—")) {
        begin += 1;
    }
    begin += usize::from(begin == 0 && opener::leads_in(tokens));
    // 'Und Ada Hill lobte den Rat: „…“'
    let joins = begin + 1 < to && matches!(tokens[begin].lower.as_ref(), "und" | "aber" | "doch" | "denn");
    begin += usize::from(joins && front_subject(tokens, begin + 1).is_some());
    if begin >= to {
        return None;
    }
    let likened = if tokens[begin].lower == "als" { phrase::noun_phrase(tokens, begin + 1) } else { None };
    let parted = || tokens[begin..to].iter().any(|token| token.text == ",");
    // 'Als Zeugin sagte eine Wirtin aus, die den Streit sah', but not 'Als Hill sagte, …'
    let follows = |after: usize| is_finite(tokens, after) && phrase::subject(tokens, after + 1).is_some();
    let compares = likened.is_some_and(|likened| !parted() || follows(likened.after));
    // 'Damit war Ada Hill nicht einverstanden'
    let points = tokens[begin].lower == "damit" && begin + 1 < to && is_finite(tokens, begin + 1);
    if subordinates(&tokens[begin]) && !tokens[begin].is(Classes::PREPOSITION) && !compares && !points {
        // 'Nachdem der Rat …, sagte Hill': the main clause comes behind the comma
        let comma = tokens[begin..to].iter().position(|token| token.text == ",")?;
        return first_subject(tokens, begin + comma + 2, to).map(|subject| (subject, Way::Left));
    }
    if let Some(subject) = front_subject(tokens, begin) {
        let verb = phrase::past_light(tokens, phrase::past_bracket(tokens, subject.after));
        let holder = right_of(tokens, verb).filter(|(right, _)| verb < to && is_holder(tokens, subject, *right, verb));
        return holder.or(Some((with_name(tokens, subject), Way::Left)));
    }
    // '„Ja“, sagte Hill und ging'
    let behind = if begin > 0 && is_finite(tokens, begin) { right_of(tokens, begin) } else { None };
    if behind.is_some() {
        return behind;
    }
    // 'Der Beweislage folgend, sagte Hill'
    let object = phrase::noun_phrase(tokens, begin).map_or(begin + 1, |object| object.after);
    let mut from = phrase::past_light(tokens, begin).max(object).min(to);
    if is_relative(tokens, from + 1) {
        // 'In einem Brief, der gestern kam, dankte der Rat'
        from = (from + 1..to).find(|at| tokens[*at].text == ",").map_or(from, |comma| comma + 1);
    }
    // behind what stands first the verb comes second
    let is_verb = |token: &Token<'_>| token.word && !phrase::is_noun(token) && !phrase::is_article(token);
    let second = if from < to && from > begin && is_verb(&tokens[from]) { right_of(tokens, from) } else { None };
    // 'Weniger begeistert zeigt sich der Rat'
    let finite = |at: &usize| is_finite(tokens, *at);
    second.or_else(|| (from..to).take(25).filter(finite).take(2).find_map(|at| right_of(tokens, at)))
}

/// A subject with the name that stands behind it between commas: 'Die Chefin der Bank[, Ada Hill], sagte'.
fn with_name(tokens: &[Token<'_>], subject: Phrase) -> Phrase {
    let comma = phrase::past_bracket(tokens, subject.after);
    let name = phrase::noun_phrase(tokens, comma + 1).filter(|name| {
        let closed = tokens.get(phrase::past_bracket(tokens, name.after)).is_some_and(|next| next.text == ",");
        closed && tokens[comma].text == "," && phrase::is_full_name(tokens, *name)
    });
    name.map_or(subject, |name| Phrase { first: subject.first, after: name.after })
}

/// The subject of a relative clause that is no relative itself: 'das Ziel, das Ada Hill nannte'.
fn inside_relative(tokens: &[Token<'_>], begin: usize, verb: usize) -> Subject {
    // 'mit der die Agentur sprach'
    let led = tokens[begin].is(Classes::PREPOSITION);
    let subject = phrase::subject(tokens, begin + 1 + usize::from(led)).filter(|subject| subject.after <= verb)?;
    // 'die sein Vize „eine Zumutung“ nennt'
    let marked = (subject.first + 1..subject.after).find(|at| tokens[*at].mark().is_some() && subject.after == verb);
    let subject = Phrase { after: marked.unwrap_or(subject.after), ..subject };
    let first = &tokens[subject.first];
    let head = phrase::head(tokens, subject).map(|head| &tokens[head]);
    let speaks = head.is_some_and(|head| {
        let known = Classes::ORGANISATION.and(Classes::TITLE).and(Classes::FEMALE_TITLE);
        head.is(known) || agreement::is_woman(&head.lower)
    });
    let named = first.capital
        || led
        || matches!(first.lower.as_ref(), "er" | "der" | "ein" | "sein" | "ihr" | "seine" | "ihre")
        || matches!(first.lower.as_ref(), "die" | "eine") && speaks
        || matches!(tokens[begin].lower.as_ref(), "den" | "dem");
    named.then_some((subject, Way::Left))
}

/// The subject of the relative clause at `begin` where it is no relative: 'der Satz, den [der Wirt] schrieb'.
pub(super) fn of_relative(tokens: &[Token<'_>], begin: usize) -> Option<Phrase> {
    let opens = is_relative(tokens, begin) && matches!(tokens[begin].lower.as_ref(), "den" | "die" | "das" | "mit");
    let subject = if opens { phrase::subject(tokens, begin + 1) } else { None };
    subject.filter(|subject| tokens[subject.first].lower != "die")
}

/// The phrase that the relative clause at `begin` belongs to.
pub(super) fn before_relative(tokens: &[Token<'_>], begin: usize) -> Subject {
    let last = begin.checked_sub(2)?;
    let end =
        if tokens[last].text == ")" { tokens[..last].iter().rposition(|token| token.text == "(")? } else { last + 1 };
    let phrase = mentions::core(tokens, end.checked_sub(1)?)?;
    Some((phrase, Way::Who))
}

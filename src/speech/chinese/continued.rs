//! Sentences behind a report that are still its words: 王明表示，桥已修好。届时不会收费。

use super::mentions::{Head, Mention};
use super::page::{Span, is_end};
use super::paragraph::Paragraph;
use super::piece::Piece;
use super::words::Classes;

/// Words that the writer goes on with: what happened then, what the writer makes of it.
const NARRATES: [&[char]; 31] = [
    &['另'],
    &['目', '前'],
    &['作', '为', '回', '应'],
    &['在', '随', '后'],
    &['同', '日'],
    &['记', '者'],
    &['据'],
    &['那'],
    &['这'],
    &['此', '前'],
    &['此', '后'],
    &['此', '外'],
    &['对', '此'],
    &['因', '其'],
    &['当'],
    &['随', '后'],
    &['之', '后'],
    &['后', '来'],
    &['最', '终'],
    &['最', '后'],
    &['截', '至'],
    &['近', '日'],
    &['日', '前'],
    &['昨'],
    &['次', '日'],
    &['不', '久'],
    &['与', '此'],
    &['事', '实', '上'],
    &['说', '到'],
    &['在', '采', '访'],
    &['只', '见'],
];

/// What somebody does who says nothing, or the turn that the writer takes: 拒绝置评, 却.
const TURNS: [&[char]; 8] = [
    &['却'],
    &['拒', '绝'],
    &['置', '评'],
    &['记', '者'],
    &['未', '回', '应'],
    &['没', '有', '回', '应'],
    &['本', '报'],
    &['采', '访'],
];

impl Paragraph<'_, '_> {
    /// Whether a sentence without words of saying goes on with the report before it: nothing in it is the writer's.
    pub(super) fn tells_on(&self, before: &Piece, sentence: Span) -> bool {
        let reported = before.content;
        // a report of news is of what happened, and so is what stands behind it; so are figures that show something
        let shown =
            |cue: Span| matches!(self.page().letters[cue.0..cue.1], [.., '显' | '表', '示' | '明'] | ['发', '现']);
        let speaks = before.spoken.zip(before.cue).is_some_and(|(spoken, cue)| {
            let paper = spoken.source.mention.is_some_and(|mention| mention.head == Head::Paper);
            !(self.hands_on(spoken.source, cue) || paper && shown(cue))
        });
        if !speaks {
            return false;
        }
        let letters = &self.page().letters;
        let here = &letters[sentence.0..sentence.1];
        let past_space = here.iter().take_while(|letter| letter.is_whitespace()).count();
        let here = &here[past_space..];
        let opens_anew =
            here.first().is_none_or(char::is_ascii_digit) || NARRATES.iter().any(|word| here.starts_with(word));
        let turns = |word: &&[char]| here.windows(word.len()).any(|part| part == *word);
        let told = |mention: &Mention| {
            let known = self.sources.inside(reported).iter().any(|before| before.head == mention.head);
            match mention.head {
                Head::Person(_) => known,
                // 他 is somebody whom the writer tells of
                Head::Pronoun => !matches!(letters[mention.start], '他' | '她'),
                Head::Title | Head::Body | Head::Paper => true,
            }
        };
        // 公司发言人拒绝置评: somebody else comes in
        let first = self.sources.inside(sentence).first().filter(|first| first.start == sentence.0 + past_space);
        let office = first.is_some_and(|first| {
            let staff = letters[..first.end].ends_with(&['人', '员']) || letters[..first.end].ends_with(&['人', '士']);
            first.head == Head::Title && (staff || !self.is_general(*first))
        });
        let side = self.is_side((sentence.0, (sentence.0 + 2).min(sentence.1)));
        let ends = letters[..sentence.1].last().is_some_and(|last| is_end(*last));
        let whole = reported.1 - reported.0 >= 6 && here.len() >= 6 && ends;
        whole
            && !opens_anew
            && !office
            && !side
            && !TURNS.iter().any(turns)
            && self.sources.inside(sentence).iter().all(told)
    }

    fn is_general(&self, mention: Mention) -> bool {
        let title = &self.page().letters[mention.start..mention.end];
        self.words().classes_of(title).any(Classes::GENERAL)
    }
}

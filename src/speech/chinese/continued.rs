//! Sentences behind a report that are still its words: 王明表示，桥已修好。届时不会收费。

use super::mentions::{Head, Mention};
use super::page::{Span, is_end};
use super::paragraph::Paragraph;
use super::piece::Piece;
use super::words::Classes;

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
            here.first().is_none_or(char::is_ascii_digit) || self.words().longest(here, Classes::NARRATING).is_some();
        let turns = |at: usize| self.words().longest(&here[at..], Classes::TURNING).is_some();
        let told = |mention: &Mention| {
            let known = self.sources.inside(reported).iter().any(|before| before.head == mention.head);
            match mention.head {
                Head::Person(_) => known,
                // 他 is somebody whom the writer tells of; 他们 within a sentence are those who speak
                Head::Pronoun => {
                    let inner = mention.start > sentence.0 + past_space && mention.end > mention.start + 1;
                    inner || !matches!(letters[mention.start], '他' | '她')
                }
                Head::Title | Head::Body | Head::Paper => true,
            }
        };
        // 公司发言人拒绝置评: somebody else comes in
        let first = self.sources.inside(sentence).first().filter(|first| first.start == sentence.0 + past_space);
        let office = first.is_some_and(|first| {
            let staff = letters[..first.end].ends_with(&['人', '员']) || letters[..first.end].ends_with(&['人', '士']);
            first.head == Head::Title && (staff || !self.is_general(*first))
        });
        // 面馆老板娘则谢绝了: the writer turns to somebody
        let office = office
            || self
                .sources
                .inside(sentence)
                .iter()
                .any(|it| it.head == Head::Title && letters.get(it.end) == Some(&'则'));
        let side = self.is_side((sentence.0, (sentence.0 + 2).min(sentence.1)));
        // 因为“票早就卖完了。”
        let quoted = self.page().marks[self.page().marks_in(sentence)].last();
        let quoted = quoted.is_some_and(|mark| mark.1 == sentence.1 && self.page().is_sentence(*mark));
        let ends = quoted || letters[..sentence.1].last().is_some_and(|last| is_end(*last));
        let whole = reported.1 - reported.0 >= 6 && here.len() >= 6 && ends;
        whole
            && !opens_anew
            && !office
            && !side
            && !(0..here.len()).any(turns)
            && self.sources.inside(sentence).iter().all(told)
    }

    fn is_general(&self, mention: Mention) -> bool {
        let title = &self.page().letters[mention.start..mention.end];
        self.words().classes_of(title).any(Classes::GENERAL)
    }
}

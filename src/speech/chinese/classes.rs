//! What a word of the lists is.

use super::super::bits::bits;

bits!(Classes);

/// The classes a word belongs to, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Classes(u64);

impl Classes {
    /// Words of saying, and those that say something only before a comma, a colon or quotation marks.
    pub const SAYING: Self = Self(1);
    pub const REMARK: Self = Self(1 << 1);
    /// What a paper says, and papers.
    pub const SHOWING: Self = Self(1 << 2);
    pub const PAPER: Self = Self(1 << 3);
    /// With somebody told behind it: 告诉.
    pub const TELLING: Self = Self(1 << 4);
    /// With what is judged behind it: 批评.
    pub const JUDGING: Self = Self(1 << 5);
    /// Belongs to the word of saying before it: 道.
    pub const SUFFIX: Self = Self(1 << 6);
    /// Holds a word of saying and says nothing: 问题.
    pub const NO_CUE: Self = Self(1 << 7);
    /// Ends a source behind 据: 介绍.
    pub const REPORT: Self = Self(1 << 8);
    /// Ends a source behind 在: 看来.
    pub const VIEW: Self = Self(1 << 9);
    pub const TITLE: Self = Self(1 << 10);
    /// Stands behind a surname: 先生.
    pub const HONOUR: Self = Self(1 << 11);
    pub const WOMAN: Self = Self(1 << 12);
    pub const MAN: Self = Self(1 << 13);
    /// A body that speaks like a person: 集团.
    pub const BODY: Self = Self(1 << 14);
    pub const DOUBLE_SURNAME: Self = Self(1 << 15);
    pub const PRONOUN: Self = Self(1 << 16);
    /// Before a source, and between a source and its cue.
    pub const LEAD: Self = Self(1 << 17);
    pub const TAIL: Self = Self(1 << 18);
    pub const PREPOSITION: Self = Self(1 << 19);
    /// What somebody does who was named.
    pub const ACT: Self = Self(1 << 20);
    /// No given name goes on into it: 今年.
    pub const BORDER: Self = Self(1 << 21);
    /// Before quotation marks that give a name or a term.
    pub const NAMING: Self = Self(1 << 22);
    /// Before the other name of somebody: 本名.
    pub const RENAMING: Self = Self(1 << 23);
    pub const POINTING: Self = Self(1 << 24);
    pub const COUNTING: Self = Self(1 << 25);
    /// A title that many hold: 村民.
    pub const GENERAL: Self = Self(1 << 26);
    /// Belongs to the word for people before it: 方面.
    pub const PLURAL: Self = Self(1 << 27);
    /// A preposition that opens other words as well: 以.
    pub const JOINT: Self = Self(1 << 28);
    /// Says something without a comma right behind its speaker: 建议.
    pub const URGING: Self = Self(1 << 29);
    /// Before a title, and belongs to it: 联合.
    pub const RANK: Self = Self(1 << 30);
    /// What is told to be so: 数据.
    pub const RECORD: Self = Self(1 << 31);
    /// Says something at the head of a clause: 要求.
    pub const DEMANDING: Self = Self(1 << 32);
    /// A country, whose name is written like a foreigner's: 古巴.
    pub const PLACE: Self = Self(1 << 33);
    /// Before a colon, and nobody: 资料图.
    pub const CAPTION: Self = Self(1 << 34);
    /// Reports nothing behind a comma: 大喊.
    pub const CRY: Self = Self(1 << 35);
    /// Opens a clause that tells what the talk is about: 提起.
    pub const TOPIC: Self = Self(1 << 36);
    /// Done before somebody speaks: 受访.
    pub const RECEPTION: Self = Self(1 << 37);
    /// What one proposes: 建议.
    pub const PROPOSAL: Self = Self(1 << 38);
    /// What one shows: 慰问.
    pub const COURTESY: Self = Self(1 << 39);
    /// A title of those who speak for others: 发言人.
    pub const OFFICIAL: Self = Self(1 << 40);
    /// With what is still to be done behind it: 要求.
    pub const CALLING: Self = Self(1 << 41);
    /// Behind words in quotation marks that somebody puts a thing in: 形容.
    pub const DESCRIBING: Self = Self(1 << 42);
    /// In the label of a heading, between who talks and about what: 回应.
    pub const ANSWERING: Self = Self(1 << 43);

    /// Lets others know a feeling: 表达了.
    pub const EXPRESSING: Self = Self(1 << 44);
    /// What somebody is charged with: 违反.
    pub const CHARGE: Self = Self(1 << 45);
    /// What somebody says, as a noun: 表态.
    pub const STATEMENT: Self = Self(1 << 46);
    /// Words that somebody is known by: 口头禅.
    pub const KNOWN_BY: Self = Self(1 << 47);
    /// Puts a thing in words, and gives words: 归结为, 说出.
    pub const PUTTING: Self = Self(1 << 48);
    pub const GIVING: Self = Self(1 << 49);
    /// With what the writer goes on, and turns to somebody: 后来, 却.
    pub const NARRATING: Self = Self(1 << 50);
    pub const TURNING: Self = Self(1 << 51);

    /// A whole name of a foreigner: 彼得.
    pub const FOREIGN_NAME: Self = Self(1 << 52);
    /// A relative: 儿子.
    pub const KIN: Self = Self(1 << 54);
    /// What somebody feels or thinks, before the words that tell it: 不满.
    pub const STANCE: Self = Self(1 << 55);
    /// Where those are who hear something, and what is heard of them: 台下, 掌声.
    pub const ROOM: Self = Self(1 << 56);
    /// What somebody does without a word: 点了点头.
    pub const GESTURE: Self = Self(1 << 57);
    /// What somebody refuses to do with what is asked: 透露.
    pub const WITHHELD: Self = Self(1 << 58);
    /// Says what follows those who are told: 叮嘱孩子早点回家.
    pub const BIDDING: Self = Self(1 << 59);
    /// What nobody says of oneself: 谎称.
    pub const LYING: Self = Self(1 << 60);
    /// What words are written on, and nobody says them: 横幅.
    pub const SIGN: Self = Self(1 << 61);
    /// Before a name in quotation marks, and tells who has it: 网友.
    pub const PERSONA: Self = Self(1 << 62);
    /// Tells an age alone: 老人.
    pub const AGE: Self = Self(1 << 53);

    /// What somebody does to others.
    pub const DOING: Self = Self::ACT.and(Self::REMARK).and(Self::JUDGING).and(Self::PREPOSITION);
}

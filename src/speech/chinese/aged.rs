//! Whom a word for an age alone means: 老人, 小伙子, where the article brought in nobody by it.

use super::mentions::{Head, Mention};
use super::people::PersonId;
use super::resolve::{BACK, Resolver};

/// Words that tell an age, and of many whether it is a woman.
const AGES: [&str; 34] = [
    "老人",
    "老人家",
    "老太太",
    "老太",
    "老奶奶",
    "老爷子",
    "老爷爷",
    "老伯",
    "老汉",
    "老大爷",
    "大爷",
    "大妈",
    "大娘",
    "阿婆",
    "大叔",
    "大姐",
    "大哥",
    "小伙子",
    "小伙",
    "姑娘",
    "小姑娘",
    "女孩",
    "男孩",
    "小女孩",
    "小男孩",
    "少年",
    "少女",
    "女子",
    "男子",
    "男人",
    "女人",
    "汉子",
    "青年",
    "女生",
];

impl Resolver<'_, '_> {
    /// 王桂兰的茶馆…。老人说: the one who was named, where nobody else came up by that word.
    pub(super) fn of_age(&self, at: usize, mention: Mention) -> Option<PersonId> {
        let title: String = self.letters((mention.start, mention.end)).iter().collect();
        if !AGES.contains(&title.as_str()) {
            return None;
        }
        let before = self.sources.mentions.partition_point(|mention| mention.end <= at);
        let mut near = self.sources.mentions[..before].iter().rev().take(BACK);
        let own = self.letters((mention.start, mention.end));
        let brought = near.any(|other| {
            other.head == Head::Title && {
                let other = self.letters((other.start, other.end));
                other.ends_with(own) || own.ends_with(other)
            }
        });
        let likely = self.nearest(at, self.gender_of(mention)).filter(|_| !brought)?;
        let here = self.paragraph_of(at).saturating_sub(self.paragraph_of(likely.mention.start)) < 2;
        match likely.mention.head {
            Head::Person(id) if here => Some(id),
            _ => None,
        }
    }
}

using System.Globalization;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;

namespace RetailMember.Membership.Demonstration;

/// <summary>Draws believable people: common names, mobiles of a block that no operator has given out.</summary>
internal static class DemoPeople
{
    private const long FirstMobile = 19_900_000_000;

    private static readonly string[] Surnames =
    [
        "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "何", "高", "林", "罗",
        "郑", "梁", "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹", "欧阳", "司马",
    ];

    private static readonly string[] Women =
    [
        "芳", "秀英", "敏", "静", "丽", "娟", "艳", "桂英", "玲", "丹", "萍", "雪", "梅", "婷", "慧", "雅琴", "雨欣", "梓涵", "诗涵", "佳怡",
    ];

    private static readonly string[] Men =
    [
        "伟", "强", "磊", "军", "勇", "杰", "涛", "明", "超", "刚", "平", "辉", "鹏", "建国", "志强", "浩然", "宇轩", "子轩", "俊杰", "文博",
    ];

    /// <param name="n">Tells people apart; the same number in two brands is the same mobile, so the same person.</param>
    public static EnrolMember.Input Draw(Random chance, int n)
    {
        var sex = chance.Next(2) == 0 ? Sex.Female : Sex.Male;
        return new EnrolMember.Input
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"demonstration-{n}"),
            Name = Pick(chance, Surnames) + Pick(chance, sex == Sex.Female ? Women : Men),
            Mobile = (FirstMobile + n).ToString(CultureInfo.InvariantCulture),
            Sex = sex,
            Birthday = chance.Next(4) == 0 ? null : new DateOnly(1955, 1, 1).AddDays(chance.Next(50 * 365)),
        };
    }

    public static T Pick<T>(Random chance, IReadOnlyList<T> from) => from[chance.Next(from.Count)];
}

using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Texts;

namespace RetailMember.Membership.Members.Conditions;

/// <summary>What the module can tell members apart by, with the brand's tiers, stores and tags to choose from.</summary>
internal sealed class ConditionKinds(
    IMemberTiers tiers, IMemberTags tags, IBrandDirectory brands, DataSession session, ITexts texts, TimeProvider time)
{
    public const string Sex = "membership.sex";
    public const string Age = "membership.age";
    public const string Birthday = "membership.birthday";
    public const string BirthMonth = "membership.birth-month";
    public const string Store = "membership.store";
    public const string Region = "membership.region";
    public const string Tier = "membership.tier";
    public const string Joined = "membership.joined";
    public const string Membership = "membership.days-since-joining";
    public const string Tags = "membership.tags";
    public const string Spend = "membership.spend";
    public const string Receipts = "membership.receipts";
    public const string Recency = "membership.days-since-purchase";
    public const string Categories = "membership.categories";
    public const string Points = "membership.points";

    public const string AtLeast = "atLeast";
    public const string AtMost = "atMost";
    public const string OneOf = "oneOf";
    public const string Days = "days";
    public const string From = "from";
    public const string To = "to";

    public static readonly string[] Bounds = [AtLeast, AtMost];

    /// <summary>Ten years: what a window of days may reach back.</summary>
    private const int LongestWindow = 3_660;

    public async Task<IReadOnlyList<MemberConditionKind>> AllAsync(CancellationToken cancel)
    {
        var stores = brands.StoresOf(session.Brand ?? 0);
        var areas = stores.Select(s => s.Area).Where(a => a.Length > 0).Distinct().Order(StringComparer.Ordinal);
        var held = await tiers.AtAsync(time.GetUtcNow().UtcDateTime, cancel);
        var known = await tags.ChoicesAsync(cancel);
        return
        [
            new(MemberConditionKind.Active, []),
            Choose(Sex, [.. Named<Sex>().Where(c => c.Code != EnumCode.Of(Data.Sex.Unknown))]),
            Between(Age, 0, PersonQuery.OldestAge),
            new(Birthday, [new(Days, ConditionFieldKind.Number) { Needed = true, Least = 1, Most = 366 }]),
            Choose(BirthMonth, [.. Months()]),
            Choose(Store, [.. stores.Select(s => new ConditionChoice(s.Code, s.Name))]),
            Choose(Region, [.. areas.Select(a => new ConditionChoice(a, a))]),
            Choose(Tier, [.. held.Select(t => new ConditionChoice(t.Code, t.Name))]),
            new(Joined, [new(From, ConditionFieldKind.Day), new(To, ConditionFieldKind.Day)]) { OneNeeded = [From, To] },
            Between(Membership, 0, 36_500),
            Choose(Tags, [.. known.Select(t => new ConditionChoice(t.Code, t.Name))]) with { IsProfiling = true },
            new(Spend, [Window, new(AtLeast, ConditionFieldKind.Money), new(AtMost, ConditionFieldKind.Money)])
            {
                OneNeeded = Bounds, IsProfiling = true,
            },
            Between(Receipts, 0, int.MaxValue, Window) with { IsProfiling = true },
            Between(Recency, 0, 36_500) with { IsProfiling = true },
            new(Categories, [new(OneOf, ConditionFieldKind.Words) { Needed = true }, Window]) { IsProfiling = true },
            Between(Points, 0, int.MaxValue),
        ];
    }

    private static MemberConditionField Window { get; } = new(Days, ConditionFieldKind.Number) { Least = 1, Most = LongestWindow };

    private static MemberConditionKind Choose(string kind, IReadOnlyList<ConditionChoice> choices) =>
        new(kind, [new(OneOf, ConditionFieldKind.Choices) { Needed = true, Choices = choices }]);

    private static MemberConditionKind Between(string kind, long least, long most, params MemberConditionField[] before) =>
        new(kind,
        [
            .. before,
            .. Bounds.Select(b => new MemberConditionField(b, ConditionFieldKind.Number) { Least = least, Most = most }),
        ])
        {
            OneNeeded = Bounds,
        };

    private IEnumerable<ConditionChoice> Named<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(EnumCode.Of).Select(code => new ConditionChoice(code, texts[$"membership.sex.{code}"]));

    private IEnumerable<ConditionChoice> Months() => Enumerable.Range(1, 12)
        .Select(month => new ConditionChoice($"{month}", texts.Format("membership.month", month)));
}

using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Tags;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Membership.Tests.Tags;

/// <summary>A shop in which members may object to being profiled, and counts run when a test runs them.</summary>
public abstract class TagShop(DatabaseKind kind) : Shop.Shop(kind)
{
    private readonly ConcurrentDictionary<Guid, bool> objectors = new();

    /// <summary>He says that no conclusions are to be drawn from what he buys.</summary>
    public async Task ObjectsAsync(string member)
    {
        objectors[await IdOf(member)] = true;
        await RefreshAsync(member);
    }

    /// <summary>What a subscriber does after a purchase, a refund or a merge.</summary>
    public async Task RefreshAsync(params string[] members)
    {
        var ids = new List<Guid>();
        foreach (var member in members) ids.Add(await IdOf(member));
        await InTables(async tables =>
        {
            await tables.GetRequiredService<TagListener>().JudgeAsync(Pharmacy.Id, ids, default);
            await tables.GetRequiredService<DataSession>().SaveAsync();
            return true;
        });
    }

    internal async Task ActivateAsync(string code, TagTerms terms)
    {
        await Do(new EditTag.Input(code, terms));
        await Do(new ActivateTag.Input(code));
    }

    internal async Task<IReadOnlyList<string>> TagsOf(string member) =>
        [.. (await Do(new FindMemberTags.Input(member))).Tags.Select(t => t.Tag)];

    internal async Task<IReadOnlyList<(string Tag, TagStep Step)>> HistoryOf(string member) =>
        [.. (await Do(new FindMemberTags.Input(member))).History.Select(t => (t.Tag, t.Step))];

    protected override void AddMore(IServiceCollection services) =>
        services.AddSingleton<IProfilingObjections>(new Objections(objectors));

    private Task<Guid> IdOf(string member) => InTables(tables => tables.GetRequiredService<MembershipDb>()
        .Members.Where(m => m.MemberNo == member).Select(m => m.Id).SingleAsync());

    private sealed class Objections(ConcurrentDictionary<Guid, bool> objectors) : IProfilingObjections
    {
        public Task<IReadOnlySet<Guid>> AmongAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
            Task.FromResult<IReadOnlySet<Guid>>(members.Where(objectors.ContainsKey).ToHashSet());
    }
}

public sealed class SqliteTagShop() : TagShop(DatabaseKind.Sqlite);

public sealed class PostgresTagShop() : TagShop(DatabaseKind.Postgres);

/// <summary>The tags that the requirement names, as head office would write them.</summary>
internal static class TagsOfOld
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    /// <summary>咖啡爱好者: four receipts with coffee in sixty days.</summary>
    public static TagTerms CoffeeLover { get; } = Rule(
        "咖啡爱好者", new TagCondition { Measure = TagMeasure.Receipts, Days = 60, Categories = ["coffee"], AtLeast = 4 }) with
    {
        Examples =
        [
            new("四杯", Cups("2026-01-02", "2026-02-01", "2026-02-02", "2026-03-02"), true),
            new("第一杯太早", Cups("2026-01-01", "2026-02-01", "2026-02-02", "2026-03-02"), false),
            new("三杯", Cups("2026-02-01", "2026-02-02", "2026-03-02"), false),
            new("四杯茶", Case([.. Enumerable.Range(1, 4).Select(n => ($"2026-02-0{n}", 30m, (string?)"tea"))]), false),
        ],
    };

    /// <summary>母婴用品高频客: three receipts of mother and baby in ninety days.</summary>
    public static TagTerms MotherAndBaby { get; } = Rule(
        "母婴用品高频客", new TagCondition { Measure = TagMeasure.Receipts, Days = 90, Categories = ["baby", "mother"], AtLeast = 3 }) with
    {
        Examples =
        [
            new("三次", Case(("2025-12-03", 80, "baby"), ("2026-01-15", 90, "mother"), ("2026-03-01", 70, "baby")), true),
            new("两次", Case(("2026-01-15", 90, "mother"), ("2026-03-01", 70, "baby")), false),
        ],
    };

    /// <summary>高客单: at least 500.00 a receipt, over at least three receipts in twelve calendar months.</summary>
    public static TagTerms HighTicket { get; } = Rule(
        "高客单",
        new TagCondition { Measure = TagMeasure.AverageTicket, Months = 12, AtLeast = 500m },
        new TagCondition { Measure = TagMeasure.Receipts, Months = 12, AtLeast = 3 }) with
    {
        Examples =
        [
            new("平均正好五百", Case(("2025-04-01", 400, null), ("2025-09-01", 500, null), ("2026-03-01", 600, null)), true),
            new("少一分", Case(("2025-04-01", 400, null), ("2025-09-01", 500, null), ("2026-03-01", 599.96m, null)), false),
            new("一张在十二个月之前", Case(("2025-03-31", 900, null), ("2025-09-01", 500, null), ("2026-03-01", 600, null)), false),
        ],
    };

    /// <summary>沉睡会员: bought once, and not for 180 days.</summary>
    public static TagTerms Sleeping { get; } = Rule(
        "沉睡会员", new TagCondition { Measure = TagMeasure.DaysSincePurchase, AtLeast = 180 }) with
    {
        Examples =
        [
            new("一百八十天", Case(("2025-09-03", 50, null)), true),
            new("一百七十九天", Case(("2025-09-04", 50, null)), false),
            new("从未消费", Case(), false),
        ],
    };

    public static TagTerms ByHand { get; } = Rule("员工家属") with { Kind = TagKind.Manual };

    public static TagTerms Rule(string name, params TagCondition[] conditions) => new()
    {
        Name = new LocalName(name, name), Kind = TagKind.Automatic, From = new DateOnly(2026, 1, 1), Conditions = conditions,
    };

    private static TagCase Cups(params string[] days) => Case([.. days.Select(day => (day, 30m, (string?)"coffee"))]);

    private static TagCase Case(params (string Day, decimal Yuan, string? Category)[] receipts) => new()
    {
        On = Today,
        Receipts =
        [
            .. receipts.Select(r => new TagCaseReceipt(DateOnly.ParseExact(r.Day, "yyyy-MM-dd", null), Money.FromYuan(r.Yuan))
            {
                Category = r.Category,
            }),
        ],
    };
}

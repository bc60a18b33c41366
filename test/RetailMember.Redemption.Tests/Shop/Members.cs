using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Tests.Shop;

/// <summary>The members of both brands, in memory.</summary>
public sealed class MembersInMemory
{
    /// <summary>How a test's own tier begins, which the programme knows as soon as somebody holds it.</summary>
    public const string OwnTier = "t";

    private readonly ConcurrentDictionary<Guid, MemberSummary> all = new();
    private int last;

    public IEnumerable<MemberSummary> All => all.Values;

    public MemberSummary Add(string tier = "ordinary", string joinedOn = "2026-01-01")
    {
        var number = (1_000_000_000 + Interlocked.Increment(ref last)).ToString(CultureInfo.InvariantCulture);
        var member = new MemberSummary(
            Guid.CreateVersion7(), number, IsActive: true, tier, DateOnly.ParseExact(joinedOn, "yyyy-MM-dd", null));
        return all[member.Id] = member;
    }

    /// <summary>Receipts of one day, by member.</summary>
    public ConcurrentDictionary<(Guid Member, DateOnly Day), IReadOnlyList<MemberReceipt>> Receipts { get; } = new();

    /// <summary>Members who meet the stand-in's condition.</summary>
    public ConcurrentDictionary<Guid, bool> Special { get; } = new();

    /// <summary>Rights that were granted.</summary>
    public ConcurrentQueue<RightGrant> Granted { get; } = new();

    /// <summary>Rights that were taken back.</summary>
    public ConcurrentQueue<RightGrant> TakenBack { get; } = new();

    public void Buy(MemberSummary member, string day, params decimal[] yuan) =>
        Receipts[(member.Id, DateOnly.ParseExact(day, "yyyy-MM-dd", null))] =
            [.. yuan.OrderDescending().Select(y => new MemberReceipt(Guid.CreateVersion7(), (long)(y * 100)))];

    /// <summary>Days on which members have birthday.</summary>
    public ConcurrentDictionary<Guid, DateOnly> Birthdays { get; } = new();

    /// <summary>Tags of members.</summary>
    public ConcurrentDictionary<Guid, string[]> Tags { get; } = new();

    /// <summary>Members whose points may be pooled.</summary>
    public ConcurrentDictionary<Guid, Guid[]> Households { get; } = new();

    public void Promote(MemberSummary member, string tier) => all[member.Id] = member with { Tier = tier };

    public void Close(MemberSummary member) => all[member.Id] = member with { IsActive = false };
}

internal sealed class FilesInMemory(MembersInMemory members) : IMemberFiles, IMemberTiers, IMemberTags, IMemberNumbers, IMemberReceipts
{
    private static NotSupportedException Unasked => new("Nothing of the catalogue asks this.");

    public Task<IReadOnlyDictionary<string, MemberSummary>> FindAsync(
        IReadOnlyCollection<string> identifiers, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<string, MemberSummary>>(
            members.All.Where(m => identifiers.Contains(m.MemberNo)).ToDictionary(m => m.MemberNo));

    public Task<IReadOnlyDictionary<Guid, MemberSummary>> ReadAsync(
        IReadOnlyCollection<Guid> asked, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, MemberSummary>>(
            members.All.Where(m => asked.Contains(m.Id)).ToDictionary(m => m.Id));

    public Task<IReadOnlyList<MemberSummary>> WalkAsync(
        MemberSegment segment, Guid? after, int count, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<MemberSummary>>(
            [.. Of(segment).Where(m => after is not { } last || m.Id.CompareTo(last) > 0).OrderBy(m => m.Id).Take(count)]);

    public Task<long> CountAsync(MemberSegment segment, CancellationToken cancel) => Task.FromResult(Of(segment).LongCount());

    public Task<IReadOnlyList<MemberTier>> AtAsync(DateTime utc, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<MemberTier>>(
        [
            new("ordinary", "普通"), new("silver", "银卡"), new("gold", "金卡"), new("diamond", "钻石卡"),
            .. members.All.Select(m => m.Tier).Where(t => t.StartsWith(MembersInMemory.OwnTier, StringComparison.Ordinal)).Distinct()
                .Select(t => new MemberTier(t, t)),
        ]);

    public Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> asked, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, string>>(
            members.All.Where(m => asked.Contains(m.Id)).ToDictionary(m => m.Id, m => m.MemberNo));

    public Task<IReadOnlyDictionary<Guid, IReadOnlyList<MemberReceipt>>> OfDayAsync(
        IReadOnlyCollection<Guid> asked, DateOnly day, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, IReadOnlyList<MemberReceipt>>>(
            asked.Where(m => members.Receipts.ContainsKey((m, day))).ToDictionary(m => m, m => members.Receipts[(m, day)]));

    public Task<IReadOnlyList<MemberDay>> DaysAsync(
        IReadOnlyCollection<Guid> asked, DateOnly from, DateOnly to, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<MemberDay>>(
        [
            .. members.Receipts.Where(r => asked.Contains(r.Key.Member) && r.Key.Day >= from && r.Key.Day <= to)
                .Select(r => new MemberDay(
                    r.Key.Member, r.Key.Day, r.Value.Sum(x => x.NetFen), r.Value.Count(x => x.NetFen > 0))),
        ]);

    public Task<MemberReceipt?> FindAsync(int store, string receiptNo, CancellationToken cancel) => throw Unasked;

    public IQueryable<KeyedAmount> SalesBetween(DateTime from, DateTime to) => throw Unasked;

    public Task<IReadOnlyDictionary<Guid, PurchasePoints>> PointsAsync(
        IReadOnlyCollection<Guid> asked, DateOnly from, DateOnly to, CancellationToken cancel) => throw Unasked;

    public Task<IReadOnlyList<Guid>> EarnersAsync(
        DateOnly from, DateOnly to, long least, Guid? after, int count, CancellationToken cancel) => throw Unasked;

    Task<IReadOnlyDictionary<Guid, MemberReceipt>> IMemberReceipts.ReadAsync(
        IReadOnlyCollection<Guid> purchases, CancellationToken cancel) => throw Unasked;

    public Task<IReadOnlyList<MemberReceipt>> OfSpanAsync(
        Guid member, DateOnly from, DateOnly to, long leastMoneyFen, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<MemberReceipt>>(
        [
            .. members.Receipts.Where(r => r.Key.Member == member && r.Key.Day >= from && r.Key.Day <= to)
                .OrderBy(r => r.Key.Day).SelectMany(r => r.Value).Where(r => r.NetFen > 0 && r.MoneyFen >= leastMoneyFen),
        ]);

    public Task<IReadOnlyList<TagChoice>> ChoicesAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<TagChoice>>(
        [.. members.Tags.Values.SelectMany(t => t).Distinct().Select(t => new TagChoice(t, t))]);

    Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> IMemberTags.OfAsync(
        IReadOnlyCollection<Guid> asked, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, IReadOnlyList<string>>>(
            asked.Where(members.Tags.ContainsKey).ToDictionary(m => m, IReadOnlyList<string> (m) => TagsOf(m)));

    public Task RefreshAsync(IReadOnlyCollection<Guid> asked, CallContext call, CancellationToken cancel) => Task.CompletedTask;

    private string[] TagsOf(Guid member) => members.Tags.GetValueOrDefault(member, []);

    private IEnumerable<MemberSummary> Of(MemberSegment segment) => members.All.Where(m =>
        m.IsActive
        && (segment.Tiers.Count == 0 || segment.Tiers.Contains(m.Tier))
        && (segment.Tags.Count == 0 || TagsOf(m.Id).Intersect(segment.Tags).Any())
        && (segment.JoinedFrom is not { } from || m.JoinedOn >= from)
        && (segment.JoinedTo is not { } to || m.JoinedOn <= to)
        && (segment.JoinedOnOneOf is not { } days || days.Contains(m.JoinedOn))
        && (segment.BirthdayOnOneOf is not { } birthdays
            || (members.Birthdays.TryGetValue(m.Id, out var born)
                && birthdays.Any(b => (b.Month, b.Day) == (born.Month, born.Day)))));
}

/// <summary>A condition and a right that another module would bring.</summary>
internal sealed class SpecialInMemory(MembersInMemory members) : IRewardCondition, IRewardRight
{
    public const string NoRight = "no";
    public const string Unheard = "unheard-of";

    public string Module => "Membership";

    public string Name => "test.special";

    public ValueTask<IReadOnlySet<Guid>> WhoMeetsAsync(
        IReadOnlyCollection<Guid> asked, DateOnly on, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlySet<Guid>>(asked.Where(members.Special.ContainsKey).ToHashSet());

    public bool Accepts(string parameter) => parameter != Unheard;

    public Task<string?> TakeBackAsync(RightGrant grant, CancellationToken cancel)
    {
        members.TakenBack.Enqueue(grant);
        return Task.FromResult<string?>(null);
    }

    public Task<string?> GrantAsync(RightGrant grant, CancellationToken cancel)
    {
        if (grant.Parameter == NoRight) return Task.FromResult<string?>("membership.tier-not-found");
        members.Granted.Enqueue(grant);
        return Task.FromResult<string?>(null);
    }
}

/// <summary>A right and a condition of a plug-in, which can be switched off.</summary>
internal sealed class PluginInMemory(MembersInMemory members) : IRewardCondition, IRewardRight
{
    public const string Name = "Plugin";
    public const string Right = "plugin.right";

    public string Module => Name;

    string IRewardRight.Name => Right;

    string IRewardCondition.Name => "plugin.condition";

    public ValueTask<IReadOnlySet<Guid>> WhoMeetsAsync(
        IReadOnlyCollection<Guid> asked, DateOnly on, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlySet<Guid>>(asked.ToHashSet());

    public Task<string?> GrantAsync(RightGrant grant, CancellationToken cancel)
    {
        members.Granted.Enqueue(grant);
        return Task.FromResult<string?>(null);
    }
}

/// <summary>Households that another module would know.</summary>
internal sealed class PoolsInMemory(MembersInMemory members) : IPointsPool
{
    public string Module => "Membership";

    public ValueTask<IReadOnlyDictionary<Guid, IReadOnlyCollection<Guid>>> OfAsync(
        IReadOnlyCollection<Guid> asked, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyDictionary<Guid, IReadOnlyCollection<Guid>>>(
            asked.Where(members.Households.ContainsKey)
                .ToDictionary(m => m, IReadOnlyCollection<Guid> (m) => members.Households[m]));
}

/// <summary>Stands where Membership stands in the host.</summary>
internal sealed class MembershipStandIn(MembersInMemory members) : IModule
{
    public string Name => "Membership";

    public void Describe(ModuleDescription module)
    {
        // It only answers for members.
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        var files = new FilesInMemory(members);
        services.AddSingleton<IMemberTiers>(files);
        services.AddSingleton<IMemberTags>(files);
        services.AddSingleton<IMemberFiles>(files);
        services.AddSingleton<IMemberCards>(new EndlessCards());
        services.AddSingleton<IMemberNumbers>(files);
        services.AddSingleton<IMemberReceipts>(files);
        services.AddSingleton<IRewardCondition>(new SpecialInMemory(members));
        services.AddSingleton<IRewardRight>(new SpecialInMemory(members));
        services.AddSingleton<IRewardCondition>(new PluginInMemory(members));
        services.AddSingleton<IRewardRight>(new PluginInMemory(members));
        services.AddSingleton<IPointsPool>(new PoolsInMemory(members));
        services.AddLedgerUnit(new LedgerUnit(MembershipUnits.Points, KeepsLots: true));
    }

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
        // See Describe.
    }
}

/// <summary>Cards of members that have no end.</summary>
internal sealed class EndlessCards : IMemberCards
{
    public Task<IReadOnlySet<Guid>> EndedAsync(IReadOnlyCollection<Guid> members, DateTime utc, CancellationToken cancel) =>
        Task.FromResult<IReadOnlySet<Guid>>(new HashSet<Guid>());
}

using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Marketing.Signatures;
using RetailMember.Marketing.Templates;
using RetailMember.Membership;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Purchases;
using RetailMember.People;
using RetailMember.Redemption;
using RetailMember.Testing.Shop;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Marketing.Tests.Shop;

/// <summary>Two brands that run the module on real members. Today is 2 March 2026, noon in Shanghai.</summary>
public abstract class Chain(DatabaseKind kind) : ModuleShop(
    kind, [new LedgerModule(), new MembershipModule(), new RedemptionModule(), new MarketingModule()], [Pharmacy, Apparel], Stores)
{
    public static readonly Brand Pharmacy = BrandOf(1, "pharmacy", "药房");
    public static readonly Brand Apparel = BrandOf(2, "apparel", "服装");

    private static readonly Store[] Stores =
        [new(11, 1, "s1", "一店", "East"), new(12, 1, "s2", "二店", "West"), new(21, 2, "s1", "一店", "East")];

    /// <summary>Approves what the house has edited.</summary>
    private static readonly Caller Second = Caller.House("second");

    private static int lastMobile;

    private readonly ConcurrentDictionary<Guid, bool> objectors = new();
    private readonly ConcurrentDictionary<Guid, bool> unwilling = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var brand in (Brand[])[Pharmacy, Apparel])
            await Do(new StartProgramme.Input("four-tiers", new DateTime(2020, 1, 1)), brand);
        await Do(new ProposeSignature.Input(Studio.Signature));
        await Do(new ApproveSignature.Input(Studio.Signature), caller: Second);
    }

    /// <summary>Words of the pharmacy that another person has approved, as the next revision of their template.</summary>
    internal async Task ApproveWordsAsync(string template, TemplateTerms? terms = null)
    {
        var draft = await Do(new EditTemplate.Input(template, terms ?? Studio.Terms()));
        await Do(new ApproveTemplate.Input(template, draft.Revision, draft.WordingMark!), caller: Second);
    }

    public static string Key() => Guid.CreateVersion7().ToString("N");

    public static Caller Person(string name, params string[] permissions) => PersonAt(Pharmacy, null, name, permissions);

    /// <summary>A new member of the pharmacy.</summary>
    public async Task<string> MemberAsync(string store = "s1", Brand? brand = null) => (await Do(new EnrolMember.Input
    {
        Key = Key(), Name = "测试员", StoreCode = store,
        Mobile = (13_700_000_000 + Interlocked.Increment(ref lastMobile)).ToString(CultureInfo.InvariantCulture),
    }, brand)).MemberNo;

    /// <summary>He wants no conclusions drawn from what he buys.</summary>
    public async Task ObjectAsync(string member) => objectors[await IdOfAsync(member)] = true;

    /// <summary>He wants no commercial messages.</summary>
    public async Task DeclineAsync(string member) => unwilling[await IdOfAsync(member)] = true;

    public Task<Guid> IdOfAsync(string member) => InTables(async tables =>
        (await tables.GetRequiredService<IMemberFiles>().FindAsync([member], default))[member].Id);

    /// <summary>A receipt of this moment, or of a day at noon.</summary>
    public Task BuyAsync(string member, decimal yuan, string? day = null) => Do(new RecordPurchase.Input
    {
        ReceiptNo = Key(), StoreCode = "s1", Member = member, Amount = Money.FromYuan(yuan),
        OccurredAt = day is null ? null : DateOnly.ParseExact(day, "O", null).ToDateTime(new TimeOnly(12, 0)),
    });

    protected override void AddMore(IServiceCollection services) =>
        services.AddNoProviders().AddSingleton<IProfilingObjections>(new Objections(objectors))
            .AddSingleton<IMarketingConsents>(new ConsentsInMemory(unwilling));

    private sealed class Objections(ConcurrentDictionary<Guid, bool> objectors) : IProfilingObjections
    {
        public Task<IReadOnlySet<Guid>> AmongAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
            Task.FromResult<IReadOnlySet<Guid>>(members.Where(objectors.ContainsKey).ToHashSet());
    }
}

public sealed class SqliteChain() : Chain(DatabaseKind.Sqlite);

public sealed class PostgresChain() : Chain(DatabaseKind.Postgres);

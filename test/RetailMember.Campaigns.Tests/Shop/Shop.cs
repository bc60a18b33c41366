using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Membership.Programmes;
using RetailMember.People;
using RetailMember.Redemption;
using RetailMember.Testing.Shop;

namespace RetailMember.Campaigns.Tests.Shop;

/// <summary>Two brands that run Campaigns with everything that it needs. Events are delivered when a test says so.</summary>
public abstract class Shop(DatabaseKind kind) : ModuleShop(
    kind,
    [new LedgerModule(), new MembershipModule(), new RedemptionModule(), new CampaignsModule()],
    [Pharmacy, Apparel],
    Stores)
{
    public static readonly Brand Pharmacy = BrandOf(1, "pharmacy", "药房");
    public static readonly Brand Apparel = BrandOf(2, "apparel", "服装");

    private static readonly Store[] Stores =
        [new(11, 1, "s1", "一店", ""), new(12, 1, "s2", "二店", ""), new(21, 2, "s1", "一店", "")];

    /// <summary>Who lives with whom, as another module would know it.</summary>
    public ConcurrentDictionary<Guid, Guid[]> Households { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var brand in (Brand[])[Pharmacy, Apparel])
            await Do(new StartProgramme.Input("four-tiers", new DateTime(2020, 1, 1)), brand);
    }

    public static Caller Person(string name, params string[] permissions) => PersonAt(Pharmacy, null, name, permissions);

    protected override void AddMore(IServiceCollection services) =>
        services.AddSingleton<IHouseholds>(new HouseholdsInMemory(Households));
}

public sealed class SqliteShop() : Shop(DatabaseKind.Sqlite);

public sealed class PostgresShop() : Shop(DatabaseKind.Postgres);

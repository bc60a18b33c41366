using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Membership.Programmes;
using RetailMember.People;
using RetailMember.Testing.Shop;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tests.Shop;

/// <summary>Three brands that run Membership on the ledger.</summary>
public abstract class Shop(DatabaseKind kind)
    : ModuleShop(kind, [new LedgerModule(), new MembershipModule()], [Pharmacy, Apparel, Restaurant], Stores)
{
    public static readonly Brand Pharmacy = BrandOf(1, "pharmacy", "药房");
    public static readonly Brand Apparel = BrandOf(2, "apparel", "服装");

    /// <summary>Has no programme yet.</summary>
    public static readonly Brand Restaurant = BrandOf(3, "restaurant", "餐厅");

    private static readonly Store[] Stores =
    [
        new(11, 1, "s1", "一店", ""), new(12, 1, "s2", "二店", ""), new(21, 2, "s1", "一店", ""), new(31, 3, "s1", "一店", ""),
        new(13, 1, "closed", "旧店", "") { Closed = true, ClosedAt = new DateTime(2026, 1, 31, 16, 0, 0, DateTimeKind.Utc) },
    ];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var brand in (Brand[])[Pharmacy, Apparel])
            await Do(new StartProgramme.Input("four-tiers", new DateTime(2020, 1, 1)), brand);
    }

    /// <summary>Runs a use case as a person with permissions for the brand, or for its store 11.</summary>
    public Task<TResult> DoAs<TResult>(string person, IInput<TResult> input, params string[] permissions) =>
        Do(input, Pharmacy, Person(person, permissions));

    /// <summary>Runs a use case for the chain as a whole.</summary>
    public Task<TResult> DoForChain<TResult>(IInput<TResult> input, Caller? caller = null) =>
        Entry.RunAsync(input, new CallContext(caller ?? Caller.House("house"), Channel.Api));

    public static Caller Person(string name, params string[] permissions) => PersonAt(Pharmacy, null, name, permissions);
}

public sealed class SqliteShop() : Shop(DatabaseKind.Sqlite);

public sealed class PostgresShop() : Shop(DatabaseKind.Postgres);

using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.Testing.Shop;

namespace RetailMember.Redemption.Tests.Shop;

/// <summary>Two brands that run Redemption on the ledger; the members are played in memory.</summary>
public abstract class Shop(DatabaseKind kind, MembersInMemory members) : ModuleShop(
    kind, [new LedgerModule(), new MembershipStandIn(members), new RedemptionModule()], [Apparel, Pharmacy], Stores)
{
    public static readonly Brand Apparel = BrandOf(1, "apparel", "服装");
    public static readonly Brand Pharmacy = BrandOf(2, "pharmacy", "药房");

    private static readonly Store[] Stores =
        [new(11, 1, "s1", "一店", ""), new(12, 1, "s2", "二店", ""), new(21, 2, "s1", "一店", "")];

    public MembersInMemory Members => members;

    public static Caller Person(string name, params string[] permissions) => PersonAt(Apparel, null, name, permissions);

    /// <summary>A member who has logged in on his phone.</summary>
    public static Caller Phone(MemberSummary member) => Caller.Member(member.Id, member.MemberNo, Apparel.Id);

    /// <summary>A person whose grants hold at one store alone.</summary>
    public static Caller Clerk(string name, int store, params string[] permissions) =>
        PersonAt(Apparel, store, name, permissions);
}

public sealed class SqliteShop() : Shop(DatabaseKind.Sqlite, new MembersInMemory());

public sealed class PostgresShop() : Shop(DatabaseKind.Postgres, new MembersInMemory());

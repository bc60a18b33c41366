using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.Testing.Shop;

namespace RetailMember.StoredValue.Tests.Shop;

/// <summary>Two brands that run stored value on the ledger; the members are played in memory.</summary>
public abstract class CardShop(DatabaseKind kind, MembersInMemory members) : ModuleShop(
    kind, [new LedgerModule(), new MembershipStandIn(members), new StoredValueModule()], [Hotel, Tea], Stores)
{
    public static readonly Brand Hotel = BrandOf(1, "hotel", "酒店");
    public static readonly Brand Tea = BrandOf(2, "tea", "茶");

    private static readonly Store[] Stores =
        [new(11, 1, "s1", "一店", "东区"), new(12, 1, "s2", "二店", "西区"), new(21, 2, "s1", "一店", "")];

    public MembersInMemory Members => members;

    public static Caller Person(string name, params string[] permissions) => PersonAt(Hotel, null, name, permissions);

    /// <summary>A member who has logged in on his phone.</summary>
    public static Caller Phone(MemberSummary member) => Caller.Member(member.Id, member.MemberNo, Hotel.Id);

    /// <summary>A person whose grants hold at one store alone.</summary>
    public static Caller Clerk(string name, int store, params string[] permissions) =>
        PersonAt(Hotel, store, name, permissions);
}

public sealed class SqliteCards() : CardShop(DatabaseKind.Sqlite, new MembersInMemory());

public sealed class PostgresCards() : CardShop(DatabaseKind.Postgres, new MembersInMemory());

using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Membership.Members;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

public sealed class MemberFileTestsOnSqlite(SqliteShop shop) : MemberFileTests(shop), IClassFixture<SqliteShop>;

public sealed class MemberFileTestsOnPostgres(PostgresShop shop) : MemberFileTests(shop), IClassFixture<PostgresShop>;

/// <summary>What other modules are told of members.</summary>
public abstract class MemberFileTests(Shop.Shop shop)
{
    [Fact]
    public async Task Members_are_found_by_number_and_mobile_within_the_brand_alone()
    {
        var no = (await shop.Do(Enrol(Mobile(501)))).MemberNo;

        var found = await Ask(files => files.FindAsync([no, Mobile(501), "nobody"], default));
        found.Keys.Order().ShouldBe(new[] { no, Mobile(501) }.Order());
        found[no].ShouldBe(found[Mobile(501)]);
        (found[no].IsActive, found[no].Tier, found[no].MemberNo).ShouldBe((true, "ordinary", no));
        (await shop.InTables(t => Files(t).FindAsync([no], default), Shop.Shop.Apparel)).ShouldBeEmpty();
        (await shop.InTables(t => Files(t).ReadAsync([found[no].Id], default), Shop.Shop.Apparel)).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-16")]
    public async Task Whether_a_name_is_a_members_is_told_and_the_name_is_not()
    {
        var named = (await shop.Do(Enrol(Mobile(505)) with { Name = "Li Ming" })).MemberNo;
        var member = (await Ask(files => files.FindAsync([named], default)))[named].Id;

        (await IsOfAsync(member, " LI MING ")).ShouldBe(true);
        (await IsOfAsync(member, "Li Ning")).ShouldBe(false);
        (await IsOfAsync(member, "Li Ming", Shop.Shop.Apparel)).ShouldBeNull("he is no member there");
    }

    private Task<bool?> IsOfAsync(Guid member, string name, Brand? brand = null) => shop.InTables(
        t => t.GetRequiredService<IMemberNames>().IsOfAsync(member, name, default), brand ?? Shop.Shop.Pharmacy);

    [Fact]
    public async Task A_walk_meets_every_active_member_of_a_segment_once()
    {
        var numbers = new List<string>();
        for (var i = 0; i < 7; i++) numbers.Add((await shop.Do(Enrol(Mobile(510 + i)))).MemberNo);
        foreach (var no in numbers.Take(5)) await shop.Do(new GrantTier.Input(no, "gold", "test"));
        await shop.Do(new CloseMember.Input(numbers[0], "test"));
        var segment = new MemberSegment(["gold"], JoinedTo: new DateOnly(2026, 3, 2));

        var met = new List<string>();
        for (Guid? after = null; await Ask(f => f.WalkAsync(segment, after, 2, default)) is { Count: > 0 } page; after = page[^1].Id)
            met.AddRange(page.Select(m => m.MemberNo));

        met.Order().ShouldBe(numbers.Skip(1).Take(4).Order());
        (await Ask(f => f.CountAsync(segment, default))).ShouldBe(4);
        (await Ask(f => f.CountAsync(segment with { JoinedFrom = new DateOnly(2026, 3, 3), JoinedTo = null }, default))).ShouldBe(0);
    }

    [Fact, Trait("Req", "RD-05")]
    public async Task Receipts_of_a_day_are_told_one_by_one_refunds_taken_off()
    {
        var no = (await shop.Do(Enrol(Mobile(530)))).MemberNo;
        var receipt = Buy(no, 480m);
        await shop.Do(receipt);
        await shop.Do(Buy(no, 20m));
        await shop.Do(Buy(no, 999m, day: "2026-03-01"));
        await shop.Do(new RefundPurchase.Input
        {
            RefundNo = Key(), StoreCode = "s1", ReceiptNo = receipt.ReceiptNo, Amount = Money.FromYuan(0.01m),
        });

        var member = (await Ask(f => f.FindAsync([no], default)))[no].Id;
        var receipts = await shop.InTables(t =>
            t.GetRequiredService<IMemberReceipts>().OfDayAsync([member], new DateOnly(2026, 3, 2), default));

        receipts[member].Select(r => r.NetFen).ShouldBe([479_99, 20_00]);
    }

    [Fact, Trait("Req", "CORE-13")]
    public async Task Days_say_what_was_spent_on_them_refunds_taken_off()
    {
        var no = (await shop.Do(Enrol(Mobile(531)))).MemberNo;
        var receipt = Buy(no, 480m);
        await shop.Do(receipt);
        await shop.Do(Buy(no, 20m));
        await shop.Do(Buy(no, 999m, day: "2026-03-01"));
        await shop.Do(Buy(no, 50m, day: "2026-02-28"));
        await shop.Do(new RefundPurchase.Input
        {
            RefundNo = Key(), StoreCode = "s1", ReceiptNo = receipt.ReceiptNo, Amount = Money.FromYuan(480m),
        });

        var member = (await Ask(f => f.FindAsync([no], default)))[no].Id;
        var days = await shop.InTables(t => t.GetRequiredService<IMemberReceipts>().DaysAsync(
            [member], new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31), default));

        days.OrderBy(d => d.Day).Select(d => (d.Member, d.Day.Day, d.SpendFen, d.Purchases))
            .ShouldBe([(member, 1, 999_00, 1), (member, 2, 20_00, 1)]);
    }

    [Fact, Trait("Req", "CORE-33")]
    public async Task A_segment_may_be_those_who_joined_on_some_days()
    {
        await shop.Do(Enrol(Mobile(532)));
        var today = new MemberSegment([]) { JoinedOnOneOf = [new DateOnly(2025, 3, 2), new DateOnly(2026, 3, 2)] };

        (await Ask(f => f.CountAsync(today, default))).ShouldBeGreaterThan(0);
        (await Ask(f => f.CountAsync(today with { JoinedOnOneOf = [new DateOnly(2025, 3, 2)] }, default))).ShouldBe(0);
    }

    private Task<T> Ask<T>(Func<IMemberFiles, Task<T>> question) => shop.InTables(t => question(Files(t)));

    private static IMemberFiles Files(IServiceProvider tables) => tables.GetRequiredService<IMemberFiles>();
}

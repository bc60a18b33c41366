using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership.Data;
using RetailMember.Membership.Reports.Books;
using RetailMember.Membership.Tests.Shop;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Reports;

public sealed class BookCheckTestsOnSqlite(SqliteShop shop) : BookCheckTests(shop), IClassFixture<SqliteShop>;

public sealed class BookCheckTestsOnPostgres(PostgresShop shop) : BookCheckTests(shop), IClassFixture<PostgresShop>;

[Trait("Req", "OPS-08")]
public abstract class BookCheckTests(Shop.Shop shop)
{
    [Fact]
    public async Task What_a_check_found_is_kept_by_brand_and_the_latest_is_shown()
    {
        var member = (await shop.Do(Enrol(Mobile(1)))).MemberNo;
        await shop.Do(Buy(member, 300, receiptNo: "B-1"));
        (await shop.Do(new ReadBookCheck.Input())).Check.ShouldBeNull();

        var sound = await shop.Do(new RunBookCheck.Input());
        await TamperAsync(301);
        shop.Clock.Set("2026-03-03");
        var unsound = await shop.Do(new RunBookCheck.Input());
        await TamperAsync(300);

        (sound.IsSound, unsound.IsSound).ShouldBe((true, false));
        var latest = await shop.Do(new ReadBookCheck.Input());
        latest.Check!.Id.ShouldBe(unsound.Check);
        latest.Check.Books!.Breaches.Select(b => b.Code).ShouldBe(["points-are-not-posting"]);
        var earlier = (await shop.Do(new ReadBookCheck.Input(sound.Check))).Check!;
        (earlier.State, earlier.Books!.Members, earlier.Books.Units.Single(u => u.Unit == "points").Issued)
            .ShouldBe((BookCheckState.Done, 1, 300));
        (await shop.Do(new FindBookChecks.Input())).Items.Select(c => c.Id).ShouldBe([unsound.Check, sound.Check]);
        (await shop.Do(new FindBookChecks.Input(), Shop.Shop.Apparel)).Items.ShouldBeEmpty();

        await shop.Do(new RunBookCheck.Input(), Shop.Shop.Apparel);
        (await shop.DoForChain(new ReadChainBooks.Input())).Brands.Select(b => (b.Code, b.Check?.IsSound))
            .ShouldBe([("pharmacy", false), ("apparel", true), ("restaurant", null)], ignoreOrder: true);
        (await shop.RefusalOf(new ReadBookCheck.Input(sound.Check), Shop.Shop.Apparel)).ShouldBe("membership.books-check-not-found");
    }

    private Task<int> TamperAsync(long points) => shop.InTables(s => s.GetRequiredService<MembershipDb>().Purchases
        .Where(p => p.ReceiptNo == "B-1").ExecuteUpdateAsync(set => set.SetProperty(p => p.Points, points)));
}

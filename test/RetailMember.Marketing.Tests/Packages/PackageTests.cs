using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Packages;
using RetailMember.Marketing.Tests.Shop;
using RetailMember.Values;

namespace RetailMember.Marketing.Tests.Packages;

public sealed class PackageTestsOnSqlite(SqliteChain chain) : PackageTests(chain), IClassFixture<SqliteChain>;

public sealed class PackageTestsOnPostgres(PostgresChain chain) : PackageTests(chain), IClassFixture<PostgresChain>;

/// <summary>One after the other: what is left is left of all that the class has bought.</summary>
public abstract class PackageTests(Chain chain)
{
    [Fact, Trait("Req", "SMS-02")]
    public void Three_thousand_yuan_for_110_000_messages_are_shown_as_2_73_and_cost_9_700_of_them_264_55()
    {
        var cost = new UnitCost(300_000, 110_000);

        cost.ShownFen.ShouldBe(2.73m);
        cost.Of(9_700).Rounded().ShouldBe(Money.FromYuan(264.55m));
        cost.Of(110_000).ShouldBe(300_000m);
    }

    [Fact, Trait("Req", "SMS-03")]
    public async Task Nine_campaigns_leave_20_000_of_110_000_and_the_eleventh_is_warned_of()
    {
        await BuyAsync("old", 100_000, 10_000, 3_000m, "2026-01-01");
        for (var i = 0; i < 9; i++) await TakeAsync(Guid.CreateVersion7(), 10_000);

        var nine = await chain.Do(new FindPackages.Input());
        (nine.Left, nine.OneCampaign, nine.IsLow).ShouldBe((20_000, 10_000, false));
        nine.Packages.Single().UnitFen.ShouldBe(2.73m);
        (await TakeAsync(Guid.CreateVersion7(), 10_000)).ShouldBe(0);
        (await chain.Do(new FindPackages.Input())).IsLow.ShouldBeFalse();
        var batch = Guid.CreateVersion7();
        (await TakeAsync(batch, 1)).ShouldBe(0);
        (await chain.Do(new FindPackages.Input())).IsLow.ShouldBeTrue();

        // The next one is dearer: the old one is used up first, and the batch pays both prices exactly.
        await BuyAsync("new", 20_000, 0, 800m, "2026-02-01");
        (await TakeAsync(batch, 10_998)).ShouldBe(0);
        (await CostAsync(batch)).ShouldBe((new UnitCost(300_000, 110_000).Of(9_999 + 1) + new UnitCost(80_000, 20_000).Of(999)).Rounded());
        (await TakeAsync(Guid.CreateVersion7(), 30_000)).ShouldBe(10_999);
        (await chain.Do(new FindPackages.Input())).Left.ShouldBe(0);

        // However much a journey's day takes, one campaign is what the largest campaign took.
        await BuyAsync("third", 50_000, 0, 1_500m, "2026-02-01");
        (await TakeAsync(await BirthdaysAsync(), 35_000)).ShouldBe(0);
        var third = await chain.Do(new FindPackages.Input());
        (third.Left, third.OneCampaign, third.IsLow).ShouldBe((4_001, 30_000, true));
    }

    [Fact, Trait("Req", "SMS-02")]
    public async Task Twenty_hosts_take_no_part_twice()
    {
        await chain.Do(new BuyPackage.Input("p1", 1_000, Money.FromYuan(30m), new DateOnly(2026, 1, 1)), Chain.Apparel);
        var batch = Guid.CreateVersion7();

        var missing = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TakeAsync(batch, 60, Chain.Apparel)));

        missing.Sum().ShouldBe(200);
        (await chain.Do(new FindPackages.Input(), Chain.Apparel)).Left.ShouldBe(0);
        (await CostAsync(batch, Chain.Apparel)).ShouldBe(Money.FromYuan(30m));
    }

    [Fact, Trait("Req", "SMS-02")]
    public async Task What_is_ordered_tomorrow_is_not_entered_today() =>
        (await chain.RefusalOf(new BuyPackage.Input("early", 1, Money.FromYuan(1m), new DateOnly(2026, 3, 3)), Chain.Apparel))
            .ShouldBe("marketing.package-not-ordered");

    private Task<Guid> BirthdaysAsync() => chain.InTables(async tables =>
    {
        var batch = new MessageBatch
        {
            Id = Guid.CreateVersion7(), BrandId = Chain.Pharmacy.Id, Purpose = "journey:birthday", Lane = MessageLane.Marketing,
            TemplateId = Guid.CreateVersion7(), CreatedAt = chain.Clock.GetUtcNow().UtcDateTime,
        };
        await tables.GetRequiredService<IRows>().InsertAsync([batch]);
        return batch.Id;
    });

    private Task<PackageView> BuyAsync(string code, long bought, long free, decimal yuan, string day) => chain.Do(
        new BuyPackage.Input(code, bought, Money.FromYuan(yuan), DateOnly.ParseExact(day, "O", null), free));

    private Task<long> TakeAsync(Guid batch, long parts, Brand? brand = null) =>
        chain.InTables(t => t.GetRequiredService<PackageBook>().TakeAsync(batch, parts, default), brand);

    private Task<Money?> CostAsync(Guid batch, Brand? brand = null) =>
        chain.InTables(t => t.GetRequiredService<PackageBook>().CostAsync(batch, billed: 0, default), brand);
}

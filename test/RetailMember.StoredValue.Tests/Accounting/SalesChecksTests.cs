using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.People;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Editing;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Tests.Sales;
using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Accounting;

/// <summary>The proof of the sales' books finds what is wrong with them. Each test has a shop of its own.</summary>
public sealed class SalesChecksTests : IAsyncLifetime
{
    private readonly SqliteCards shop = new();

    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact, Trait("Req", "SV-08"), Trait("Req", "SV-02")]
    public async Task A_commission_that_is_missing_doubled_or_wrong_is_found()
    {
        var sale = await SoldAsync();
        (await shop.FaultsAsync()).ShouldBeEmpty();

        await LinesAsync(sale, (db, line) => db.Add(Copy(line, line.Fen, null)));
        (await shop.FaultsAsync()).ShouldBe([$"commissions-are-not-sales {sale}"]);
        await LinesAsync(sale, (db, line) => db.Add(Copy(line, -line.Fen, line.Id)));
        (await shop.FaultsAsync()).ShouldBeEmpty();
        await LinesAsync(sale, (db, line) => db.Add(Copy(line, -1, line.Id)));
        (await shop.FaultsAsync()).ShouldBe([$"commissions-are-not-sales {sale}"]);
        await LinesAsync(sale, (db, line) => db.Remove(line), all: true);
        (await shop.FaultsAsync()).ShouldBe([$"commissions-are-not-sales {sale}"]);
    }

    [Fact, Trait("Req", "SV-02")]
    public async Task A_commission_by_the_rate_of_another_role_is_found()
    {
        await shop.Do(new EditCommissionRules.Input(new CommissionTerms
        {
            Rates = [new CommissionRate(20, DefaultRole.SalesAssistant), new CommissionRate(30, DefaultRole.FloorManager)],
            Examples = [new CommissionExample("售 5000 提 50", Yuan(5_000m), Yuan(50m))],
        }));
        await shop.Do(new ActivateCommissionRules.Input());
        var sale = await SoldAsync();
        (await shop.YuanEarnedAsync(sale)).ShouldBe(100m);
        (await shop.FaultsAsync()).ShouldBeEmpty();

        await LinesAsync(sale, (db, line) => db.Add(Copy(line, 50_00, null)));

        (await shop.FaultsAsync()).ShouldBe([$"commissions-are-not-sales {sale}"], "A floor manager would have had 150.");
    }

    [Fact, Trait("Req", "SV-08")]
    public async Task A_commission_that_survived_a_refund_is_found()
    {
        var sale = await SoldAsync();
        await shop.TakeBackAsync(sale);
        await LinesAsync(sale, (db, line) => db.Remove(line), all: true, takenBack: true);

        (await shop.FaultsAsync()).ShouldContain($"commissions-are-not-sales {sale}");
    }

    [Fact, Trait("Req", "SV-16"), Trait("Yardstick", "R4")]
    public async Task A_refund_that_is_not_what_came_off_the_card_is_found()
    {
        var sale = await SoldAsync();
        await shop.TakeBackAsync(sale);
        (await shop.FaultsAsync()).ShouldBeEmpty();

        await shop.InTables(scope => scope.GetRequiredService<StoredValueDb>().CardSales.Where(s => s.Id == sale)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.RefundedFen, x => x.RefundedFen - 1)));

        (await shop.FaultsAsync()).ShouldContain($"sale-refunds-are-not-moves {sale}");
    }

    [Fact, Trait("Req", "SV-04")]
    public async Task An_award_that_two_have_is_found()
    {
        await shop.CampaignAsync("march", "2026-03-01", "2026-03-31");
        var sale = await SoldAsync();
        (await shop.FaultsAsync()).ShouldBeEmpty();

        await shop.InTables(async scope =>
        {
            var db = scope.GetRequiredService<StoredValueDb>();
            var award = await db.CommissionLines.AsNoTracking().SingleAsync(l => l.SaleId == sale && l.Kind == CommissionKind.FirstCard);
            db.Add(Copy(award, award.Fen, null));
            return await db.SaveChangesAsync();
        });

        (await shop.FaultsAsync()).ShouldBe(["awards-are-not-the-winners march"]);
    }

    [Fact, Trait("Req", "SV-04"), Trait("Req", "SV-05")]
    public async Task An_award_that_is_missing_or_whose_owner_kept_no_sale_is_found()
    {
        await shop.CampaignAsync("march", "2026-03-01", "2026-03-31");
        var sale = await SoldAsync();
        shop.Clock.Set("2026-04-20");
        await shop.Do(new CloseSalesCampaigns.Input());
        (await shop.FaultsAsync()).ShouldBeEmpty();

        foreach (var kind in new[] { CommissionKind.FirstCard, CommissionKind.TopSeller })
        {
            var award = await AwardsAsync(sale, kind, (db, line) => db.Remove(line));
            (await shop.FaultsAsync()).ShouldBe(["awards-are-not-the-winners march"], $"{kind} is missing");
            await AwardsAsync(sale, kind, null, Copy(award, award.Fen, null, shop.Seller()));
            (await shop.FaultsAsync()).ShouldBe(["awards-are-not-the-winners march"], $"{kind} is with one who sold nothing");
            await AwardsAsync(sale, kind, (db, line) => db.Remove(line), Copy(award, award.Fen, null));
            (await shop.FaultsAsync()).ShouldBeEmpty();
        }
    }

    private Task<CommissionLine> AwardsAsync(
        long sale, CommissionKind kind, Action<StoredValueDb, CommissionLine>? change, CommissionLine? more = null) =>
        shop.InTables(async scope =>
        {
            var db = scope.GetRequiredService<StoredValueDb>();
            var award = await db.CommissionLines.SingleOrDefaultAsync(l => l.SaleId == sale && l.Kind == kind);
            if (award is not null) change?.Invoke(db, award);
            if (more is not null) db.Add(more);
            await db.SaveChangesAsync();
            return (award ?? more)!;
        });

    private static CommissionLine Copy(CommissionLine line, long fen, Guid? reverses, StaffPerson? seller = null) => new()
    {
        Id = Guid.CreateVersion7(), BrandId = line.BrandId, SaleId = line.SaleId, StoreId = line.StoreId,
        SellerId = seller?.Id ?? line.SellerId, Seller = seller?.UserName ?? line.Seller,
        Kind = line.Kind, Fen = fen, BaseFen = line.BaseFen, PerMille = line.PerMille,
        RuleVersion = line.RuleVersion, Role = line.Role, Campaign = line.Campaign, On = line.On, At = line.At, PayableOn = line.PayableOn,
        Reverses = reverses,
    };

    private async Task<long> SoldAsync() =>
        (await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, shop.Seller())).SaleNo;

    private Task<int> LinesAsync(long sale, Action<StoredValueDb, CommissionLine> change, bool all = false, bool takenBack = false) =>
        shop.InTables(async scope =>
        {
            var db = scope.GetRequiredService<StoredValueDb>();
            var lines = await db.CommissionLines.Where(l => l.SaleId == sale && (!takenBack || l.Reverses != null)).ToListAsync();
            foreach (var line in all ? lines : lines.Where(l => l.Reverses is null).Take(1)) change(db, line);
            return await db.SaveChangesAsync();
        });
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Benefits.Rules;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Redemption.Tests.Gifts;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers.Definitions;
using static RetailMember.Redemption.Tests.Gifts.GiftShop;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Auditing;

public sealed class GiftBookTestsOnSqlite(SqliteShop shop) : GiftBookTests(shop), IClassFixture<SqliteShop>;

public sealed class GiftBookTestsOnPostgres(PostgresShop shop) : GiftBookTests(shop), IClassFixture<PostgresShop>;

/// <summary>The proof of gifts and benefits: sound after every kind of step, and each row that is broken is found.</summary>
public abstract class GiftBookTests(Shop.Shop shop)
{
    private static readonly Guid Nowhere = new("00000000-0000-7000-8000-000000000001");

    [Fact, Trait("Req", "OPS-08")]
    public async Task Each_broken_row_of_gifts_and_benefits_is_found_and_sound_books_are_silent()
    {
        var member = shop.Members.Add("gold", joinedOn: "2026-03-02");
        var (given, claimed, spare) = await TradeAsync(member);
        (await CodesAsync()).ShouldBeEmpty();

        await FoundAsync(
            "gift-state-is-not-parts",
            db => StateAsync(db, claimed, GiftState.Earned), db => StateAsync(db, claimed, GiftState.Given));
        await FoundAsync("gift-part-was-not-given", db => MoveAsync(db, given, "lost"), db => MoveAsync(db, "lost", given));
        var twice = given.Replace("/2/", "/9/", StringComparison.Ordinal);
        await FoundAsync("gift-was-given-twice", db => MoveAsync(db, spare, twice), db => MoveAsync(db, twice, spare));
        await FoundAsync("benefit-uses-are-not-quota", db => CountAsync(db, +1), db => CountAsync(db, -1));
        await FoundAsync(
            "benefit-voucher-was-not-given",
            db => db.BenefitUses.ExecuteUpdateAsync(set => set.SetProperty(u => u.VoucherId, Nowhere)),
            db => db.BenefitUses.ExecuteUpdateAsync(set => set.SetProperty(u => u.VoucherId, (Guid?)null)));
        await FoundAsync("benefit-use-without-quota", db => db.Quotas.ExecuteDeleteAsync(), _ => Task.FromResult(0));
    }

    /// <summary>
    /// Gifts that were given at once, claimed, taken back, given anew and could not be given; a benefit that was used.
    /// </summary>
    /// <returns>The keys of a voucher given, of a gift claimed, and of a voucher that is no gift.</returns>
    private async Task<(string Given, string Claimed, string Spare)> TradeAsync(MemberSummary member)
    {
        var bag = Code();
        await shop.Do(new EditReward.Input(bag, Goods(500) with { Stock = StockKind.PerStore }));
        await shop.SupplyAsync(bag, 5, "s1");
        var step = await shop.StepCouponAsync();
        await shop.BuyAsync(member, "2026-03-02", 600m);
        await shop.RefundAsync(member, "2026-03-02", 10m);
        await shop.BuyAsync(member, "2026-03-02", 700m);
        var welcome = await shop.RuleAsync(For(GiftReason.Enrolment, await shop.DefinitionAsync(Worth(5m))) with
        {
            Rewards = [bag], From = Day("2026-03-01"), Claim = new ClaimWindow { Days = 7 },
        });
        await shop.EnrolAsync(member);
        await shop.Do(Claim((await shop.GiftsAsync(member, welcome)).Single().Gift));
        var ended = await shop.DefinitionAsync(Worth(3m));
        await shop.RuleAsync(For(GiftReason.Tier, ended) with { Tiers = ["diamond"] });
        await shop.Do(new EndVoucherDefinition.Input(ended));
        await shop.PromoteAsync(member, "diamond");
        var benefit = "b" + Key();
        await shop.Do(new EditBenefit.Input(benefit, new BenefitTerms
        {
            Name = new LocalName("权益", "Benefit"), Shares = [new BenefitShare { Most = 3 }],
        }));
        await shop.Do(new UseBenefit.Input { Key = Key(), StoreCode = "s1", Benefit = benefit, Member = member.MemberNo });
        await shop.Do(Issue(await shop.DefinitionAsync(Worth(1m)), member));
        return await shop.InTables(async tables =>
        {
            var db = tables.GetRequiredService<RedemptionDb>();
            var gifts = await db.Gifts.AsNoTracking().ToListAsync();
            gifts.ShouldContain(g => g.State == GiftState.Failed);
            var coupon = gifts.Single(g => g.Reason == step);
            var vouchers = await db.Vouchers.AsNoTracking().Where(v => v.State == VoucherState.Issued).ToListAsync();
            return (
                vouchers.Single(v => v.IssueKey.StartsWith($"gift/{coupon.Id:N}/", StringComparison.Ordinal)).IssueKey,
                gifts.Single(g => g.Reason == welcome).Key,
                vouchers.Single(v => !v.IssueKey.StartsWith("gift/", StringComparison.Ordinal)).IssueKey);
        });
    }

    private async Task FoundAsync(string code, Func<RedemptionDb, Task<int>> breaks, Func<RedemptionDb, Task<int>> mends)
    {
        await InTablesAsync(breaks);
        (await CodesAsync()).ShouldBe([(code, 1L)]);
        await InTablesAsync(mends);
    }

    private static Task<int> StateAsync(RedemptionDb db, string gift, GiftState state) =>
        db.Gifts.Where(g => g.Key == gift).ExecuteUpdateAsync(set => set.SetProperty(g => g.State, state));

    private static Task<int> MoveAsync(RedemptionDb db, string key, string to) =>
        db.Vouchers.Where(v => v.IssueKey == key).ExecuteUpdateAsync(set => set.SetProperty(v => v.IssueKey, to));

    private static Task<int> CountAsync(RedemptionDb db, long by) =>
        db.Quotas.ExecuteUpdateAsync(set => set.SetProperty(q => q.Taken, q => q.Taken + by));

    private Task<int> InTablesAsync(Func<RedemptionDb, Task<int>> work) =>
        shop.InTables(tables => work(tables.GetRequiredService<RedemptionDb>()));

    private async Task<IEnumerable<(string, long)>> CodesAsync() =>
        (await shop.InTables(t => t.GetRequiredService<IBookCheck>().FindAsync(default))).Select(f => (f.Code, f.Count));
}

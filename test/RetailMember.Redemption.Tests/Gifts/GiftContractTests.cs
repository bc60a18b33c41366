using Microsoft.Extensions.DependencyInjection;
using RetailMember.Redemption.Tests.Shop;
using static RetailMember.Redemption.Tests.Gifts.GiftShop;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Gifts;

public sealed class GiftContractTestsOnSqlite(SqliteShop shop) : GiftContractTests(shop), IClassFixture<SqliteShop>;

public sealed class GiftContractTestsOnPostgres(PostgresShop shop) : GiftContractTests(shop), IClassFixture<PostgresShop>;

/// <summary>Gifts as a plug-in gives them, with nothing but the contracts in its hands.</summary>
public abstract class GiftContractTests(Shop.Shop shop)
{
    /// <summary>A plug-in's ladder: a rung that is claimed until the 7th, for a voucher that buys clothes at once.</summary>
    [Fact, Trait("Req", "AP-03"), Trait("Req", "AP-04"), Trait("Req", "RD-12")]
    public async Task A_rung_of_a_plug_ins_ladder_is_claimed_in_time_and_buys_clothes_at_once()
    {
        var clothes = await shop.DefinitionAsync(Worth(50m) with { Categories = ["clothes"] });
        var member = shop.Members.Add();
        var grant = Grant(member.Id, clothes) with { ClaimUntil = Day("2026-04-07") };

        var first = await GiveAsync(grant);
        var again = await GiveAsync(grant);

        (first.State, first.Replayed, again.Gift, again.Replayed).ShouldBe((GiftState.Earned, false, first.Gift, true));
        await shop.Do(Claim(first.Gift!.Value));
        (await StateAsync(grant.Key)).ShouldBe(GiftState.Given);
        var voucher = (await shop.VouchersAsync(member)).Single();
        var code = (await shop.Do(new Redemption.Vouchers.RevealVoucher.Input(voucher.Voucher))).Code;
        (await shop.RefusalOf(UseAll([code], [new(Yuan(60m), "umbrellas")]))).ShouldBe("redemption.voucher-not-applicable");
        (await shop.Do(UseAll([code], [new(Yuan(120m), "clothes"), new(Yuan(30m), "umbrellas")]))).ToPay.ShouldBe(Yuan(100m));
    }

    [Fact, Trait("Req", "CORE-13")]
    public async Task What_cannot_be_given_is_refused_item_by_item()
    {
        var definition = await shop.DefinitionAsync(Worth(10m) with { MostPerMember = 1 });
        var (member, other) = (shop.Members.Add(), shop.Members.Add());
        var grant = Grant(member.Id, definition);

        var outcomes = await GiveAllAsync(
            grant,
            grant with { Member = other.Id },
            Grant(member.Id, definition),
            Grant(member.Id, "nowhere"),
            Grant(other.Id, definition) with { ClaimUntil = Day("2026-03-01") });

        outcomes.Select(o => o.Refusal).ShouldBe(
        [
            null, "redemption.gift-key-reused", "redemption.member-has-most-vouchers",
            "redemption.gift-contents-unknown", "redemption.gift-window-over",
        ]);
        (await shop.VouchersAsync(member)).ShouldHaveSingleItem();
    }

    [Fact, Trait("Req", "CORE-13")]
    public async Task A_gift_whose_reason_falls_away_and_comes_back_is_given_anew()
    {
        var grant = Grant(shop.Members.Add().Id, await shop.DefinitionAsync(Worth(10m)));
        await GiveAsync(grant);

        (await RevokeAsync(grant.Key)).ShouldBe(new GiftRevoked(GiftState.Revoked, null) { Taken = 1 });
        (await RevokeAsync(grant.Key)).Refusal.ShouldBe("redemption.gift-was-used");
        (await RevokeAsync("unknown")).Refusal.ShouldBe("redemption.gift-not-found");
        var anew = await GiveAsync(grant);

        (anew.State, anew.Replayed).ShouldBe((GiftState.Given, false));
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task One_key_granted_twenty_times_at_once_gives_one_voucher()
    {
        var member = shop.Members.Add();
        var grant = Grant(member.Id, await shop.DefinitionAsync(Worth(10m)));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => GiveAsync(grant)));

        outcomes.Select(o => o.Gift).Distinct().ShouldHaveSingleItem();
        outcomes.Count(o => !o.Replayed).ShouldBe(1);
        (await shop.VouchersAsync(member)).ShouldHaveSingleItem();
    }

    private GiftGrant Grant(Guid member, params string[] definitions) => new(
        "ladder/" + Key(), member, GiftContents.OfVouchers(definitions), "ladder-1000",
        new VoucherOccasion(shop.Clock.GetUtcNow().UtcDateTime, shop.Today(), "ladder"));

    private async Task<GiftOutcome> GiveAsync(GiftGrant grant) => (await GiveAllAsync(grant))[0];

    private Task<IReadOnlyList<GiftOutcome>> GiveAllAsync(params GiftGrant[] grants) =>
        shop.InTables(t => t.GetRequiredService<IGifts>().GrantAsync(grants, default));

    private async Task<GiftRevoked> RevokeAsync(string key) => (await shop.InTables(t => t.GetRequiredService<IGifts>().RevokeAsync(
        [new GiftRevocation(key, "refund", new VoucherOccasion(shop.Clock.GetUtcNow().UtcDateTime, shop.Today(), "ladder"))],
        default)))[0];

    private async Task<GiftState> StateAsync(string key) =>
        (await shop.InTables(t => t.GetRequiredService<IGifts>().ReadAsync([key], default)))[key];
}

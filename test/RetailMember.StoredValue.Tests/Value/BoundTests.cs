using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.UseCases;
using static RetailMember.StoredValue.Tests.Shop.Given;
using static RetailMember.StoredValue.Tests.Shop.Till;

namespace RetailMember.StoredValue.Tests.Value;

public sealed class BoundTestsOnSqlite() : BoundTests(DatabaseKind.Sqlite);

public sealed class BoundTestsOnPostgres() : BoundTests(DatabaseKind.Postgres);

/// <summary>The seam by which modules bound what cards pay.</summary>
public abstract class BoundTests(DatabaseKind kind)
{
    [Fact, Trait("Req", "RS-06")]
    public async Task A_card_pays_up_to_its_bound_and_the_reason_is_told_beyond()
    {
        await using var shop = await OpenAsync(card => card.AtMost(100_00, Reason("tests.bound")));
        var card = await shop.CardAsync(Plain, Pockets(500m, 0));

        (await shop.RefusalOf(Charge(100.01m, card))).ShouldBe("tests.bound");
        (await shop.RefusalOf(Hold(100.01m, card))).ShouldBe("tests.bound");
        (await shop.Do(Charge(100m, card))).Paid.ShouldBe(Yuan(100m));
        (await shop.RefusalOf(Charge(500m, card))).ShouldBe("tests.bound");
    }

    [Fact, Trait("Req", "RS-06")]
    public async Task A_bound_is_for_all_that_is_decided_together()
    {
        await using var shop = await OpenAsync(
            card => card.AtMost(Math.Max(0, 100_00 - card.LoadedThatDay.Sum(l => l.SpentFen)), Reason("tests.bound")));
        var card = await shop.CardAsync(Plain, Pockets(500m, 0));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(Charge(30m, card))));

        outcomes.Count(o => o.Accepted).ShouldBe(3);
        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(410m, 0));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "RS-06")]
    public async Task A_rule_sees_what_was_loaded_and_spent_that_day_and_what_came_back()
    {
        CardUnderway? seen = null;
        await using var shop = await OpenAsync(card => seen = card);
        var card = await shop.CardAsync(Plain, Pockets(100m, 0));
        shop.Clock.Set("2026-03-03");
        await shop.LoadAsync(card.Id, Pockets(200m, 20m));
        var bill = (await shop.Do(Charge(150m, card))).Bill;
        await shop.Do(Refund(bill, 30m));
        var hold = await shop.Do(Hold(40m, card));
        await shop.Do(Release(hold.Hold));

        await shop.Do(Charge(1m, card));

        seen.ShouldNotBeNull().AvailableFen.ShouldBe(200_00);
        var today = seen.LoadedThatDay.ShouldHaveSingleItem();
        (today.PrincipalFen, today.BonusFen, today.LeftFen + today.SpentFen).ShouldBe((200_00L, 20_00L, 220_00L));
    }

    [Fact, Trait("Req", "RS-06")]
    public async Task Of_several_bounds_the_tightest_counts()
    {
        await using var shop = await OpenAsync(
            card => card.AtMost(200_00, Reason("tests.wide")), card => card.AtMost(50_00, Reason("tests.tight")));
        var card = await shop.CardAsync(Plain, Pockets(500m, 0));

        (await shop.RefusalOf(Charge(60m, card))).ShouldBe("tests.tight");
    }

    [Fact, Trait("Req", "RS-06")]
    public async Task A_rule_that_fails_is_left_out_and_the_card_pays()
    {
        await using var shop = await OpenAsync(card =>
        {
            card.AtMost(0, Reason("tests.bound"));
            throw new InvalidOperationException("out of order");
        });
        var card = await shop.CardAsync(Plain, Pockets(500m, 0));

        (await shop.Do(Charge(400m, card))).Paid.ShouldBe(Yuan(400m));
    }

    [Fact, Trait("Req", "RS-06"), Trait("Req", "SV-18")]
    public async Task Cards_that_step_back_for_each_other_stay_within_their_bounds()
    {
        await using var shop = await OpenAsync(card => card.AtMost(50_00, Reason("tests.bound")));
        var (any, tea) = (
            await shop.CardAsync(Plain, Pockets(500m, 0)), await shop.CardAsync(Plain with { Categories = ["tea"] }, Pockets(500m, 0)));
        var bill = Charge(100m, any, tea) with { InOrderGiven = true, Lines = [new(Yuan(50m), "tea"), new(Yuan(50m), "food")] };

        (await shop.RefusalOf(bill with { Amount = Yuan(101m), Lines = [new(Yuan(51m), "tea"), new(Yuan(50m), "food")] }))
            .ShouldBe("tests.bound");
        (await shop.Do(bill)).Slips.Select(s => s.Moved.Total).ShouldBe([Yuan(-50m), Yuan(-50m)]);
    }

    private static Refusal Reason(string code) => new(code, RefusalKind.Conflict);

    private async Task<CardShop> OpenAsync(params Action<CardUnderway>[] rules)
    {
        var shop = new BoundShop(kind, rules);
        await shop.InitializeAsync();
        return shop;
    }

    private sealed class BoundShop(DatabaseKind kind, Action<CardUnderway>[] rules) : CardShop(kind, new MembersInMemory())
    {
        protected override void AddMore(IServiceCollection services)
        {
            foreach (var (order, rule) in rules.Index()) services.AddSingleton<ICardChargeRule>(new Rule(order, rule));
        }
    }

    private sealed class Rule(int order, Action<CardUnderway> bound) : ICardChargeRule
    {
        public string Module => "StoredValue";

        public int Order => order;

        public ValueTask BoundAsync(IReadOnlyList<CardUnderway> cards, CancellationToken cancel)
        {
            foreach (var card in cards) bound(card);
            return ValueTask.CompletedTask;
        }
    }
}

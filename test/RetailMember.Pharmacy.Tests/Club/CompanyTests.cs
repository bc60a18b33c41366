using System.Text.Json;
using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests.Club;

/// <summary>Cards of companies: a price for much at once, and points that pay in the same visit.</summary>
public abstract partial class CardTests
{
    private static readonly object[] FromFiveThousand = [new { leastPieces = 0, leastAmount = 5_000, payRate = 0.95 }];

    [Fact, Trait("Req", "PH-10"), Trait("Req", "RD-07")]
    public async Task A_companys_order_of_6000_costs_5700_and_its_5700_points_pay_at_once()
    {
        var club = await ClubChain.OpenAsync(fixture);
        await PriceAsync(club, FromFiveThousand);
        var buyer = await club.CompanyAsync();
        await club.RewardAsync("present", new { name = ClubChain.Name("礼品"), kind = "goods", article = "present-1", points = 5_000 });
        await club.OfferAsync("all", "2020-01-01", "2099-12-31", "present");
        var quoted = await club.PostAsync("membership/quotes", Basket(buyer, 6_000, 3));

        var bought = await club.PostAsync("membership/purchases", Receipt("R1", buyer, 6_000, 3));

        (Yuan(quoted, "payable"), Yuan(bought, "paid"), bought.GetProperty("points").GetInt64()).ShouldBe((5_700, 5_700, 5_700));
        quoted.GetProperty("offers")[0].GetProperty("rule").GetString().ShouldBe("pharmacy.group-price");
        quoted.GetProperty("offers")[0].GetProperty("name").GetString().ShouldBe("Price of companies");
        using (var yes = await club.TryRedeemAsync(buyer, "present")) yes.EnsureSuccessStatusCode();
        (await club.PointsAsync(buyer)).ShouldBe(700);
        await club.RefundAsync("R1", 5_700);
        (await club.PointsAsync(buyer)).ShouldBe(-5_000);
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact, Trait("Req", "PH-10")]
    public async Task The_price_asks_for_enough_pieces_and_enough_money_and_a_company()
    {
        var club = await ClubChain.OpenAsync(fixture);
        await PriceAsync(club, [
            new { leastPieces = 10, leastAmount = 1_000, payRate = 0.9 }, new { leastPieces = 0, leastAmount = 5_000, payRate = 0.95 },
        ]);
        var (buyer, alone, family) = (await club.CompanyAsync(), await club.MemberAsync(), await club.MemberAsync());
        await club.GroupAsync("household", family, await club.MemberAsync());

        (await PayableAsync(club, buyer, 4_999.99m, 3)).ShouldBe(4_999.99m);
        (await PayableAsync(club, buyer, 5_000, 3)).ShouldBe(4_750);
        (await PayableAsync(club, buyer, 999.99m, 10)).ShouldBe(999.99m);
        (await PayableAsync(club, buyer, 1_000, 9)).ShouldBe(1_000);
        (await PayableAsync(club, buyer, 1_000, 10)).ShouldBe(900);
        (await PayableAsync(club, buyer, 8_000, 10)).ShouldBe(7_200);
        (await PayableAsync(club, alone, 6_000, 10)).ShouldBe(6_000);
        (await PayableAsync(club, family, 6_000, 10)).ShouldBe(6_000);
    }

    [Fact, Trait("Req", "PH-10"), Trait("Req", "PH-12")]
    public async Task The_price_follows_the_switch_and_the_till_that_has_priced_itself()
    {
        var club = await ClubChain.OpenAsync(fixture);
        await PriceAsync(club, FromFiveThousand);
        var buyer = await club.CompanyAsync();
        var byTill = await club.PostAsync("membership/quotes", new
        {
            storeCode = "s1", member = buyer, lines = new[] { new { quantity = 1, listAmount = 6_000, amount = 6_000 } },
        });

        Yuan(byTill, "payable").ShouldBe(6_000);
        await club.Client.SwitchAsync("Pharmacy", club.Brand.Code, on: false);
        (await PayableAsync(club, buyer, 6_000, 3)).ShouldBe(6_000);
        await club.Client.SwitchAsync("Pharmacy", club.Brand.Code, on: true);
        (await PayableAsync(club, buyer, 6_000, 3)).ShouldBe(5_700);
    }

    [Fact, Trait("Req", "PH-09"), Trait("Req", "PH-01")]
    public async Task What_he_buys_makes_her_gold_and_his_refund_takes_it_back()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var (she, he) = (await club.MemberAsync(), await club.MemberAsync());
        await club.GroupAsync("couple", she, he);
        await club.BuyAsync(she, 600);
        var his = await club.BuyAsync(he, 600);
        await club.SettleAsync();
        ((await club.TierAsync(she)), (await club.TierAsync(he))).ShouldBe(("gold", "standard"));

        var refunded = await club.RefundAsync(his, 1);

        refunded.GetProperty("undone").EnumerateArray().Single(l => l.GetProperty("kind").GetString() == "club-card")
            .GetProperty("memberNo").GetString().ShouldBe(she);
        (await club.TierAsync(she)).ShouldBe("standard");
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    private static async Task PriceAsync(ClubChain club, object[] breaks)
    {
        var examples = new[] { new { asks = "groupPrice", points = 10_000, gives = breaks.Length == 1 ? 9_500 : 9_000, pieces = 10 } };
        await club.KindAsync("company");
        await club.PutAsync("pharmacy/rules/draft", new { terms = new { groupPrice = new { breaks }, examples } });
        await club.PostAsync("pharmacy/rules/activation", new { });
    }

    private static async Task<decimal> PayableAsync(ClubChain club, string member, decimal list, int pieces) =>
        Yuan(await club.PostAsync("membership/quotes", Basket(member, list, pieces)), "payable");

    /// <summary>Of two lines, so that pieces and money add up.</summary>
    private static object Basket(string member, decimal list, int pieces) =>
        new { storeCode = "s1", member, lines = Lines(list, pieces) };

    private static object Receipt(string receiptNo, string member, decimal list, int pieces) =>
        new { receiptNo, storeCode = "s1", member, lines = Lines(list, pieces) };

    private static object[] Lines(decimal list, int pieces) =>
        [new { quantity = pieces - 1, listAmount = list - 100 }, new { quantity = 1, listAmount = 100m }];

    private static decimal Yuan(JsonElement answer, string name) => answer.GetProperty(name).GetDecimal();
}

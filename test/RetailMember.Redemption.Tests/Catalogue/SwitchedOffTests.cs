using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Tests.Shop;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Catalogue;

public sealed class SwitchedOffTestsOnSqlite(SqliteShop shop) : SwitchedOffTests(shop), IClassFixture<SqliteShop>;

public sealed class SwitchedOffTestsOnPostgres(PostgresShop shop) : SwitchedOffTests(shop), IClassFixture<PostgresShop>;

/// <summary>What a plug-in brings to the catalogue is there while it is on.</summary>
[Trait("Req", "RD-01"), Trait("Req", "RD-05")]
public abstract class SwitchedOffTests(Shop.Shop shop) : IDisposable
{
    [Fact]
    public async Task Points_do_not_buy_a_right_whose_module_is_off()
    {
        var right = Goods(100) with { Kind = RewardKind.Right, Right = new RightTerms(PluginInMemory.Right) };
        var reward = (await shop.OfferAsync(right))[0];
        var member = await shop.RichAsync(300);
        await shop.Do(Order(reward, member));

        shop.Brands.Off.Add(PluginInMemory.Name);

        (await shop.RefusalOf(Order(reward, member))).ShouldBe("redemption.reward-not-offered");
        (await SeesAsync(member.MemberNo)).ShouldNotContain(reward);
        (await shop.RefusalOf(new EditReward.Input(Code(), right))).ShouldBe("redemption.right-not-found");
        (await shop.Do(new ReadChoices.Input())).Rights.ShouldNotContain(PluginInMemory.Right);
        shop.Members.Granted.Count(g => g.Member == member.Id).ShouldBe(1);
        (await shop.PointsAsync(member)).ShouldBe(200);

        shop.Brands.Off.Remove(PluginInMemory.Name);
        (await SeesAsync(member.MemberNo)).ShouldContain(reward);
    }

    [Fact]
    public async Task A_price_does_not_ask_a_module_that_is_off()
    {
        var priced = Goods(100) with
        {
            Prices = [new ConditionalPrice { Code = "plugin", Points = 10, Condition = "plugin.condition" }],
        };
        var reward = (await shop.OfferAsync(priced))[0];
        var member = await shop.RichAsync(300);
        (await shop.Do(Order(reward, member) with { Points = 10 })).Points.ShouldBe(10);

        shop.Brands.Off.Add(PluginInMemory.Name);

        (await shop.RefusalOf(Order(reward, member) with { Points = 10 })).ShouldBe("redemption.price-changed");
        (await shop.Do(Order(reward, member))).Points.ShouldBe(100);
        (await shop.RefusalOf(new EditReward.Input(Code(), priced))).ShouldBe("redemption.condition-not-found");
        (await shop.Do(new ReadChoices.Input())).Conditions.ShouldNotContain("plugin.condition");
    }

    public void Dispose()
    {
        shop.Brands.Off.Remove(PluginInMemory.Name);
        GC.SuppressFinalize(this);
    }

    private async Task<IEnumerable<string>> SeesAsync(string member) =>
        (await shop.Do(new AffordableRewards.Input(member, "s1"))).Rewards.Select(r => r.Reward);
}

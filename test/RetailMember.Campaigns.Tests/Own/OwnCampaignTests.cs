using RetailMember.Campaigns.Own;
using RetailMember.Campaigns.Referrals;
using RetailMember.Campaigns.Rules;
using RetailMember.Campaigns.Tests.Referrals;
using RetailMember.Campaigns.Tests.Shop;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.Values;
using static RetailMember.Campaigns.Tests.Shop.Given;

namespace RetailMember.Campaigns.Tests.Own;

public sealed class OwnCampaignTestsOnSqlite(SqliteShop shop) : OwnCampaignTests(shop), IClassFixture<SqliteShop>;

public sealed class OwnCampaignTestsOnPostgres(PostgresShop shop) : OwnCampaignTests(shop), IClassFixture<PostgresShop>;

/// <summary>What a member sees of campaigns on his phone.</summary>
[Trait("Req", "CORE-38")]
public abstract class OwnCampaignTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-31"), Trait("Req", "CORE-37")]
    public async Task A_sprint_says_how_many_purchases_are_made_and_by_when_the_others_are_due()
    {
        var sprint = Terms(CampaignKind.Sprint, new Prize { Points = 100 }) with
        {
            Purchases = 3,
            Span = SprintSpan.CalendarQuarter,
            Examples =
            [
                new CampaignExample(
                    "three", new CampaignCase { On = Day("2026-03-02"), BoughtOn = [.. Enumerable.Repeat(Day("2026-03-02"), 3)] },
                    new ExampleResult(true, 100)),
            ],
        };
        await shop.WithAsync(sprint, async code =>
        {
            var member = await shop.MemberAsync();
            await shop.BuysAsync(member, 100m);
            var given = await shop.BuysAsync(member, 100m);
            await shop.RefundsAsync(given, 100m);

            var row = (await CampaignsAsync(member)).Single(c => c.Campaign == code);

            row.Sprint.ShouldBe(new ReadOwnCampaigns.Sprint(1, 3, Day("2026-03-31")));
            row.PrizeText.ShouldContain("100");
        });
    }

    [Fact, Trait("Req", "CORE-04")]
    public async Task The_code_is_the_members_own_and_friends_are_counted_without_being_named()
    {
        await shop.WithAsync(ReferralShop.FixedAndRatio(), async code =>
        {
            var me = await shop.MemberAsync();
            var told = await shop.Do(new TellReferralCode.Input("me", "phone-1"), caller: Phone(me));
            told.MemberNo.ShouldBe(me.MemberNo);
            var friend = await shop.BringAsync(told.ReferralCode);
            await shop.BringAsync(told.ReferralCode);
            await shop.BuysAsync(friend, 200m);

            var had = await shop.Do(new FindOwnAwards.Input(), caller: Phone(me));

            (had.FriendCount, had.WaitingFriendCount).ShouldBe((1, 1));
            had.Awards.Items.Single().Points.ShouldBe(60);
            (await CampaignsAsync(me)).Single(c => c.Campaign == code).FriendPrizeText.ShouldNotBeNull();
            (await shop.Do(new FindOwnAwards.Input(), caller: Phone(friend))).Awards.Items.Single().Points.ShouldBe(50);
        });
    }

    [Fact]
    public async Task Campaigns_for_others_are_not_shown()
    {
        var forGold = Terms(CampaignKind.Purchase, new Prize { Points = 20 }) with
        {
            Tiers = ["gold"],
            Examples =
            [
                new CampaignExample(
                    "gold", new CampaignCase { On = Day("2026-03-02"), TierCode = "gold", Paid = Money.FromYuan(1m) },
                    new ExampleResult(true, 20)),
            ],
        };
        await shop.WithAsync(forGold, async code =>
            (await CampaignsAsync(await shop.MemberAsync())).ShouldNotContain(c => c.Campaign == code));
    }

    private async Task<IReadOnlyList<ReadOwnCampaigns.Row>> CampaignsAsync(MemberSummary member) =>
        (await shop.Do(new ReadOwnCampaigns.Input(), caller: Phone(member))).Campaigns;

    private static Caller Phone(MemberSummary member) => Caller.Member(member.Id, member.MemberNo, Shop.Shop.Pharmacy.Id);
}

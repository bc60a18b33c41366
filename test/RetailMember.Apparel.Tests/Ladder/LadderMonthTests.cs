using RetailMember.Apparel.Ladder;
using RetailMember.Membership;

namespace RetailMember.Apparel.Tests.Ladder;

/// <summary>How often the month of members who were merged carries a rung.</summary>
[Trait("Req", "AP-02"), Trait("Req", "CORE-49")]
public sealed class LadderMonthTests
{
    [Theory]
    [InlineData("1000", 1)]
    [InlineData("999", 0)]
    [InlineData("5000", 1)]
    [InlineData("1000 1000", 2)]
    [InlineData("1000 999", 1)]
    [InlineData("600 600", 1)]
    [InlineData("3000 0", 1)]
    [InlineData("1000 600 600", 2)]
    public void Each_who_has_reached_it_alone_carries_one_and_the_others_those_that_they_reach_together(string buyers, int times)
    {
        var month = new LadderMonth(
        [
            .. buyers.Split(' ').SelectMany(points => Halves(Guid.CreateVersion7(), long.Parse(points, null))),
        ]);

        month.TimesReached(1_000).ShouldBe(times);
    }

    private static LadderPurchase[] Halves(Guid buyer, long points) =>
        [Bought(buyer, points / 2), Bought(buyer, points - (points / 2))];

    private static LadderPurchase Bought(Guid buyer, long points) =>
        new(buyer, new MemberReceipt(Guid.CreateVersion7(), points * 100) { Points = points });
}

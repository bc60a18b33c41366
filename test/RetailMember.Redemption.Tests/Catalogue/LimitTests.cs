using RetailMember.Redemption.Catalogue.Rules;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Catalogue;

public sealed class LimitTests
{
    [Theory]
    [InlineData("Month", "2026-03-31", "2026-03")]
    [InlineData("Quarter", "2026-03-31", "2026-q1")]
    [InlineData("Quarter", "2026-04-01", "2026-q2")]
    [InlineData("Quarter", "2026-12-31", "2026-q4")]
    [InlineData("Year", "2026-12-31", "2026")]
    [InlineData("Ever", "2026-12-31", "ever")]
    [Trait("Req", "RD-10")]
    public void A_day_lies_in_one_period(string period, string day, string key) =>
        new RewardLimit(Enum.Parse<LimitPeriod>(period), 1).KeyOf(Day(day), null).ShouldBe(key);
}

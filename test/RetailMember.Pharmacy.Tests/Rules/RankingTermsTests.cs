using RetailMember.Pharmacy.Rules;

namespace RetailMember.Pharmacy.Tests.Rules;

[Trait("Req", "PH-04")]
public sealed class RankingTermsTests
{
    private readonly RankingTerms terms = new();

    [Fact]
    public void Of_equals_the_earlier_one_has_the_last_place()
    {
        var (earlier, later) = (Earning(2_300, June(12)), Earning(2_300, June(20)));
        var best = Enumerable.Range(0, 99).Select(i => Earning(3_000 + i, June(28)));

        var ranked = terms.Rank([later, .. best, earlier]);

        ranked.Count.ShouldBe(100);
        ranked[99].ShouldBe(new Ranked(100, earlier));
        ranked.ShouldNotContain(r => r.Earned == later);
        ranked[0].Earned.Points.ShouldBe(3_098);
    }

    [Fact]
    public void Nobody_is_ranked_for_nothing() =>
        terms.Rank([Earning(0, June(1)), Earning(-50, June(1)), Earning(1, June(2))]).ShouldHaveSingleItem().Place.ShouldBe(1);

    [Fact]
    public void A_quarter_is_frozen_once_what_may_come_back_has_come_back() =>
        terms.FreezesOn(new Quarter(2026, 2)).ShouldBe(new DateOnly(2026, 7, 8));

    private static Earned Earning(long points, DateTime at) => new(Guid.CreateVersion7(), points, at);

    private static DateTime June(int day) => new(2026, 6, day, 2, 0, 0, DateTimeKind.Utc);
}

using RetailMember.Redemption.Vouchers.Rules;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Vouchers;

public sealed class BasketTests
{
    [Theory]
    [InlineData(100_00, 20_00)]
    [InlineData(99_99, 20_00)]
    [InlineData(300_00, 50_00)]
    [Trait("Req", "RD-12")]
    public void A_percentage_takes_its_share_up_to_its_cap(long listFen, long discountFen) =>
        (Rate(0.8m) with { Cap = Yuan(50m) }).WorthFen(listFen, 0).ShouldBe(discountFen);

    [Fact]
    public void A_discount_is_spread_without_losing_a_fen()
    {
        var basket = new Basket([new(null, 33_33), new(null, 33_33), new(null, 33_34)]);

        basket.Take(Worth(10m), 10_00);

        basket.DiscountsFen.Sum().ShouldBe(10_00);
        basket.DiscountsFen.ShouldAllBe(d => d >= 3_33 && d <= 3_34);
    }

    [Fact]
    public void What_is_taken_never_exceeds_a_line()
    {
        var basket = new Basket([new(null, 1), new(null, 2), new(null, 99_997)]);

        basket.Take(Worth(1000m), 100_000);

        basket.DiscountsFen.ShouldBe([1, 2, 99_997]);
    }

    [Theory]
    [InlineData(0, 30, "2026-03-02", "2026-03-31")]
    [InlineData(1, 1, "2026-03-03", "2026-03-03")]
    [Trait("Req", "RD-12")]
    public void Days_of_use_count_from_the_issue(int startsAfter, int days, string from, string to)
    {
        var validity = new Validity { StartsAfterDays = startsAfter, Days = days };

        validity.Of(new DateOnly(2026, 3, 2)).ShouldBe((DateOnly.Parse(from, null), DateOnly.Parse(to, null)));
    }

    [Fact]
    public void A_fixed_span_that_has_begun_is_used_at_once()
    {
        var validity = new Validity { From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 12, 31) };

        validity.Of(new DateOnly(2026, 3, 2)).ShouldBe((new DateOnly(2026, 3, 2), new DateOnly(2026, 12, 31)));
        validity.CanBeIssuedOn(new DateOnly(2027, 1, 1)).ShouldBeFalse();
    }
}

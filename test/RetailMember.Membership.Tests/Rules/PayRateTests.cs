using RetailMember.Values;

namespace RetailMember.Membership.Tests.Rules;

public class PayRateTests
{
    [Theory]
    [InlineData("9折", 9_000)]
    [InlineData("90折", 9_000)]
    [InlineData("8.5折", 8_500)]
    [InlineData("85折", 8_500)]
    [InlineData("95折", 9_500)]
    [InlineData("88折", 8_800)]
    [InlineData("80折", 8_000)]
    [InlineData(" 8.5 折 ", 8_500)]
    [InlineData("8.88", 8_880)]
    [InlineData("100折", 10_000)]
    [Trait("Req", "CORE-20")]
    public void Both_notations_are_read(string text, int tenThousandths)
    {
        PayRate.TryParseFold(text, out var rate).ShouldBeTrue();
        rate.TenThousandths.ShouldBe(tenThousandths);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("折")]
    [InlineData("0折")]
    [InlineData("-8折")]
    [InlineData("100.5折")]
    [InlineData("8,5折")]
    [InlineData("8.12345折")]
    [InlineData("1e1折")]
    [InlineData("eight")]
    [Trait("Req", "CORE-20")]
    public void Anything_else_is_not_a_discount(string? text) => PayRate.TryParseFold(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData(9_000, "9折", "90折")]
    [InlineData(8_500, "8.5折", "85折")]
    [InlineData(8_880, "8.88折", "88.8折")]
    [InlineData(10_000, "100折", "100折")]
    [InlineData(500, "0.5折", "0.5折")]
    [Trait("Req", "CORE-20")]
    public void A_brand_prints_its_own_style(int tenThousandths, string tenths, string hundredths)
    {
        var rate = PayRate.From(tenThousandths / 10_000m);

        rate.ToFold().ShouldBe(tenths);
        rate.ToFold(FoldStyle.Hundredths).ShouldBe(hundredths);
    }

    [Fact]
    [Trait("Req", "CORE-20")]
    public void Every_rate_is_read_back_from_either_style()
    {
        for (var n = 1; n <= 10_000; n++)
        {
            var rate = PayRate.From(n / 10_000m);
            foreach (var style in Enum.GetValues<FoldStyle>())
            {
                PayRate.TryParseFold(rate.ToFold(style), out var back).ShouldBeTrue();
                back.ShouldBe(rate);
            }
        }
    }

    [Theory]
    [InlineData(200_00, 8_800, 176_00)]
    [InlineData(0_01, 9_500, 0_01)]
    [InlineData(0_10, 8_500, 0_09)]
    [InlineData(0_33, 5_000, 0_17)]
    [Trait("Req", "CORE-19")]
    public void Half_a_fen_counts_as_one(long list, int tenThousandths, long pay) =>
        PayRate.From(tenThousandths / 10_000m).Of(list).ShouldBe(pay);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2)]
    public void A_rate_is_above_nothing_and_at_most_the_whole_price(int value) =>
        Should.Throw<ArgumentOutOfRangeException>(() => PayRate.From(value));
}

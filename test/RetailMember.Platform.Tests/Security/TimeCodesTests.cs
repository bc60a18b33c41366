using System.Text;
using RetailMember.Platform.Security;

namespace RetailMember.Platform.Tests.Security;

public sealed class TimeCodesTests
{
    /// <summary>The secret of RFC 6238, appendix B, as an app is told it.</summary>
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);
    private static readonly long Step = Now.ToUnixTimeSeconds() / 30;

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void It_makes_the_codes_of_the_standard(long second, string code) =>
        TimeCodes.StepOf(code, Key, DateTimeOffset.FromUnixTimeSeconds(second), lastUsed: null).ShouldBe(second / 30);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_off_by_one_step(int steps, bool fits) =>
        TimeCodes.StepOf(CodeAt(steps), Key, Now, lastUsed: null).ShouldBe(fits ? Step + steps : null);

    [Theory]
    [InlineData(-1, 0, false)]
    [InlineData(0, 0, false)]
    [InlineData(1, 0, true)]
    [InlineData(0, 1, false)]
    public void After_a_code_neither_it_nor_an_older_one_serves(int steps, int used, bool fits) =>
        TimeCodes.StepOf(CodeAt(steps), Key, Now, Step + used).ShouldBe(fits ? Step + steps : null);

    [Theory]
    [InlineData("")]
    [InlineData("50471")]
    [InlineData("0050471")]
    [InlineData("０５０４７１")]
    [InlineData("abcdef")]
    public void What_is_no_code_never_fits(string code) => TimeCodes.StepOf(code, Key, Now, lastUsed: null).ShouldBeNull();

    private static string CodeAt(int steps) => TimeCodes.CodeOf(Encoding.ASCII.GetBytes("12345678901234567890"), Step + steps);
}

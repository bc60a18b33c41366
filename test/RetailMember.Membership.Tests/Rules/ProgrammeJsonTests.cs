using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Tests.Rules;

public class ProgrammeJsonTests
{
    private const string Tiers = """
        {"tiers":[{"code":"member","name":{"zh-Hans":"会员","en":"Member"},"rank":0}]}
        """;

    private static ProgrammeFault? Fault(string json)
    {
        ProgrammeJson.TryRead(json, out _, out var fault);
        return fault;
    }

    [Fact]
    [Trait("Req", "CORE-42")]
    public void The_least_document_has_a_tier_and_sensible_defaults()
    {
        ProgrammeJson.TryRead($$"""{"tierSet":{{Tiers}}}""", out var document, out _).ShouldBeTrue();

        document!.TierSet.Tiers[0].Name.In("zh-Hans").ShouldBe("会员");
        document.RefundPolicy.ShouldBe(RefundPolicy.AllowNegative);
        document.GraceDays.ShouldBe(30);
        document.PointsPerYuan.ShouldBe(100);
        ProgrammeCheck.Faults(document).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"tierSet":TIERS,"graceDay":30}""", "$.graceDay")]
    [InlineData("""{"tierSet":TIERS,"graceDays":"30"}""", "$.graceDays")]
    [InlineData("""{"tierSet":TIERS,"graceDays":30,"graceDays":31}""", "$.graceDays")]
    [InlineData("""{"tierSet":TIERS,"expiry":null}""", "$.expiry")]
    [InlineData("""{"tierSet":TIERS,"earningRules":[null]}""", "$.earningRules[0]")]
    [InlineData("""{"tierSet":TIERS,"expiry":{"kind":"sometimes"}}""", "$.expiry.kind")]
    [InlineData("""{"tierSet":TIERS,"expiry":{"kind":1}}""", "$.expiry.kind")]
    [InlineData("""{"tierSet":TIERS,"pendingDays":1.5}""", "$.pendingDays")]
    [InlineData("{}", "$")]
    [InlineData("null", "$")]
    [InlineData("[", "$")]
    [InlineData("", "$")]
    public void What_is_not_understood_is_refused_with_its_place(string json, string path)
    {
        var fault = Fault(json.Replace("TIERS", Tiers));

        fault.ShouldNotBeNull().Code.ShouldBe("membership.programme.unreadable");
        fault.Path.ShouldBe(path);
    }
}

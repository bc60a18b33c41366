using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Tests.Members;

[Trait("Req", "CORE-37"), Trait("Req", "CORE-51")]
public sealed class TierProgressTests
{
    [Theory]
    [InlineData("silver", "gold")]
    [InlineData("gold", "diamond")]
    [InlineData("diamond", null)]
    public void Where_no_figures_lead_on_the_next_tier_is_said_to_be_by_grant(string held, string? next)
    {
        var member = new Member { MemberNo = "A-1", Tier = held, CarriedTier = held };

        var progress = TierProgress.Of(member, Programme.From(ProgrammeTemplates.ThreeCards), new DateOnly(2026, 3, 2), "en");

        (progress.NextTier, progress.NextByGrant?.Code).ShouldBe((null, next));
    }
}

using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Behaviours;

/// <summary>What a member was given.</summary>
/// <param name="Campaign">Code of the campaign that gave it.</param>
/// <param name="TierCode">Raised to; left out where it did not.</param>
/// <param name="VoucherCount">Vouchers and rewards.</param>
internal sealed record AwardAnswer(
    Guid Award, string MemberNo, string Campaign, int Version, long Points, string? TierCode, int VoucherCount) : IAbout
{
    string IAbout.About => MemberNo;

    /// <summary>Throws the refusal where nothing was given.</summary>
    public static AwardAnswer Of(AwardsGiven given, KnownCampaign campaign, MemberSummary member)
    {
        if (given.Refusal is { } no) throw new Refusal(no, RefusalKind.Conflict, ("campaign", campaign.Code));
        var award = given.Awards[0];
        return new AwardAnswer(
            award.Id, member.MemberNo, campaign.Code, award.Number, award.Points, award.TierTo, award.Vouchers);
    }
}

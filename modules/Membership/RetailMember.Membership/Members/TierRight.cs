using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Redemption;

namespace RetailMember.Membership.Members;

/// <summary>
/// A higher tier as something that points can buy; the reward's parameter is the tier's code. What is no step up is
/// refused, and with it the redemption.
/// </summary>
internal sealed class TierRight(
    MembershipDb db, ProgrammeShelf shelf, TierGrants grants, IRows rows, IBrandDirectory brands, DataSession session,
    TimeProvider time) : IRewardRight
{
    public const string NotHigher = "membership.tier-not-higher";

    public string Module => "Membership";

    public string Name => "membership.tier";

    public async Task<string?> GrantAsync(RightGrant grant, CancellationToken cancel)
    {
        var brand = brands.Find(session.Brand!.Value)!;
        var at = time.GetUtcNow().UtcDateTime;
        var ladder = (await shelf.OfAsync(db, brand.Id, cancel)).At(at).Programme.Ladder;
        if (ladder.Find(grant.Parameter) is not { } tier) return MemberRefusals.TierNotFoundCode;
        var member = (await rows.LockAsync<Member, Guid>(m => m.Id, [grant.Member], cancel)).Single(m => m.BrandId == brand.Id);
        if (RankOf(ladder, tier.Code) <= RankOf(ladder, member.Tier)) return NotHigher;
        await grants.GrantAsync(member, tier.Code, brand, at, cancel);
        return null;
    }

    private static int RankOf(TierLadder ladder, string code) => ladder.Tiers.Index().FirstOrDefault(t => t.Item.Code == code).Index;
}

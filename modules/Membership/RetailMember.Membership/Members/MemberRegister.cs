using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Members;

/// <summary>How a member begins: on the lowest rung that nothing qualifies for, in the period of the joining day.</summary>
internal static class MemberRegister
{
    public static Member NewMember(
        int brandId, string memberNo, Guid? personId, DateOnly joinedOn, int? storeId, ProgrammeInForce programme) => new()
        {
            Id = Guid.CreateVersion7(),
            BrandId = brandId,
            PersonId = personId,
            MemberNo = memberNo,
            StoreId = storeId,
            JoinedOn = joinedOn,
            Tier = programme.Programme.Ladder.Lowest.Code,
            CarriedTier = programme.Programme.Ladder.Lowest.Code,
            TierSince = joinedOn,
            PeriodStart = programme.Programme.Ladder.PeriodAt(joinedOn, joinedOn).First,
        };
}

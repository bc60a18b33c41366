using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Members;

/// <summary>How memberships begin, and turn from one status to another.</summary>
internal static class MemberRegister
{
    /// <summary>A member of that number who has joined, as <see cref="Begin"/> says.</summary>
    public static Member NewMember(
        int brandId, string memberNo, Guid? personId, DateOnly joinedOn, int? storeId, ProgrammeInForce programme)
    {
        var member = new Member
        {
            Id = Guid.CreateVersion7(),
            BrandId = brandId,
            PersonId = personId,
            MemberNo = memberNo,
            Tier = "",
            CarriedTier = "",
        };
        Begin(member, joinedOn, storeId, programme);
        return member;
    }

    /// <summary>On the lowest rung that nothing qualifies for, in the period of the joining day.</summary>
    public static void Begin(Member member, DateOnly joinedOn, int? storeId, ProgrammeInForce programme)
    {
        var ladder = programme.Programme.Ladder;
        member.StoreId = storeId;
        member.JoinedOn = joinedOn;
        member.Tier = ladder.Lowest.Code;
        member.CarriedTier = ladder.Lowest.Code;
        member.TierSince = joinedOn;
        member.PeriodStart = ladder.PeriodAt(joinedOn, joinedOn).First;
    }

    /// <summary>Gives the member another status, and returns what its history keeps of that.</summary>
    public static StatusChange Turn(Member member, MemberStatus to, DateOnly on, DateTime at)
    {
        var change = new StatusChange
        {
            Id = Guid.CreateVersion7(),
            BrandId = member.BrandId,
            MemberId = member.Id,
            At = at,
            On = on,
            From = member.Status,
            To = to,
        };
        member.Status = to;
        return change;
    }
}

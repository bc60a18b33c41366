using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>Narrows members by their tags.</summary>
internal static class TaggedMembers
{
    /// <summary>Those who have one of these tags now.</summary>
    public static IQueryable<Member> WithTagOf(this IQueryable<Member> members, MembershipDb db, IReadOnlyList<string> tags)
    {
        var held = from held1 in db.MemberTags
                   join tag in db.Tags on held1.TagId equals tag.Id
                   where tag.State == TagState.Active && EF.Parameter(tags).Contains(tag.Code)
                   select held1.MemberId;
        return members.Where(m => held.Contains(m.Id));
    }

    /// <summary>A list that is narrowed by a tag tells who has it.</summary>
    public static void RequireTags(this CallContext call)
    {
        if (!call.MayViewTags())
            throw new Refusal(
                "permission.denied", RefusalKind.Forbidden, ("permission", MembershipPermissions.ViewTags));
    }

    private static bool MayViewTags(this CallContext call) =>
        call.Caller.StoresOf(MembershipPermissions.ViewTags, call.RequiredBrand.Id) is not { Count: 0 };
}

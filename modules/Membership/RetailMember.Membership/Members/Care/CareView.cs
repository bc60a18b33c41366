using RetailMember.Brands;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Members.Care;

/// <summary>A record of care as people see it.</summary>
/// <param name="StoreCode">Of the store that cares.</param>
/// <param name="RecordedAt">UTC.</param>
/// <param name="FollowUpOn">Business day on which somebody is to come back to it.</param>
/// <param name="FollowedUpAt">UTC; absent while it waits.</param>
internal sealed record CareView(
    Guid Care,
    string MemberNo,
    CareKind Kind,
    string Note,
    string? StoreCode,
    DateTime RecordedAt,
    string Operator,
    DateOnly? FollowUpOn,
    DateTime? FollowedUpAt,
    string? FollowedUpBy)
{
    public static CareView Of(CareRecord care, string memberNo, IBrandDirectory brands) => new(
        care.Id,
        memberNo,
        care.Kind,
        care.Note,
        care.StoreId is { } store ? brands.FindStore(store)?.Code : null,
        care.RecordedAt,
        care.Operator,
        care.FollowUpOn,
        care.FollowedUpAt,
        care.FollowedUpBy);
}

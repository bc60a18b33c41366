using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members.Care;

/// <summary>
/// A right to see care that is limited to stores reaches what these stores recorded, and all about the members whom they
/// enrolled: a note tells more of a person than his file does.
/// </summary>
internal static class CareWithin
{
    public static IQueryable<CareRecord> CareWithinReach(this MembershipDb db, CallContext call, string permission)
    {
        var all = db.CareRecords.AsQueryable();
        if (call.Caller.StoresOf(permission, call.RequiredBrand.Id) is not { } own) return all;
        int?[] stores = [.. own.Select(s => (int?)s)];
        return all.Where(c => stores.Contains(c.StoreId)
            || db.Members.Any(m => m.Id == c.MemberId && stores.Contains(m.StoreId)));
    }
}

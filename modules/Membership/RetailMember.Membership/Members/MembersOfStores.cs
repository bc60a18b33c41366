using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>A right that is limited to stores reaches the members whom these stores enrolled.</summary>
internal static class MembersOfStores
{
    public static IQueryable<Member> WithinStoresOf(this IQueryable<Member> members, CallContext call, string permission)
    {
        if (call.Caller.StoresOf(permission, call.RequiredBrand.Id) is not { } own) return members;
        int?[] stores = [.. own.Select(s => (int?)s)];
        return members.Where(m => stores.Contains(m.StoreId));
    }

    /// <summary>Refuses where the right does not reach the member.</summary>
    public static void RefuseOutsideStoresOf(this Member member, CallContext call, string permission)
    {
        if (call.Caller.StoresOf(permission, call.RequiredBrand.Id) is not { } own) return;
        if (member.StoreId is not { } store || !own.Contains(store))
            throw new Refusal("permission.denied", RefusalKind.Forbidden, ("permission", permission));
    }
}

using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Redemption;

/// <summary>Rights over a whole brand, where those over some of its stores are not enough.</summary>
internal static class BrandRights
{
    public static bool HoldsInBrand(this CallContext call, string permission) =>
        call.Caller.Holds(permission, new GrantScope(call.RequiredBrand.Id, null));

    public static void RequireInBrand(this CallContext call, string permission)
    {
        if (!call.HoldsInBrand(permission))
            throw new Refusal("permission.denied", RefusalKind.Forbidden, ("permission", permission));
    }
}

using RetailMember.UseCases;

namespace RetailMember.StoredValue.Value;

/// <summary>What moves value at a counter happens at a store that is open.</summary>
internal static class StoreRules
{
    public static Refusal? FaultOf(CallContext call) => call.Store switch
    {
        null => new Refusal("store.needed", RefusalKind.Invalid),
        { } store when !store.WasOpenAt(call.At) => new Refusal("store.closed", RefusalKind.Conflict, ("store", store.Code)),
        _ => null,
    };

    /// <summary>Whether a permission holds where something belongs; what belongs to no store is for the whole brand's.</summary>
    public static bool Reaches(this CallContext call, string permission, int? store) =>
        call.Caller.StoresOf(permission, call.RequiredBrand.Id) is not { } stores || (store is { } at && stores.Contains(at));

    public static void RequireStore(this CallContext call)
    {
        if (FaultOf(call) is { } no) throw no;
    }
}

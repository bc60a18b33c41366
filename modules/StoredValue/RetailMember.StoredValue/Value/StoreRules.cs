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

    public static void RequireStore(this CallContext call)
    {
        if (FaultOf(call) is { } no) throw no;
    }
}

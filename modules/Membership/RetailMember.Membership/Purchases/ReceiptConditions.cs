using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Purchases;

/// <summary>What stands against a receipt before it is judged: the same for tills, quotes, imports and their dry runs.</summary>
internal static class ReceiptConditions
{
    /// <summary>How far a till's clock may be ahead.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(10);

    /// <summary>Why no receipt of this place and time is taken; null where one is.</summary>
    /// <param name="store">Null for one that a file is about to open.</param>
    /// <param name="utc">When it was bought.</param>
    /// <param name="now">UTC.</param>
    /// <param name="programmes">Of the brand.</param>
    public static Refusal? Against(Store? store, DateTime utc, DateTime now, BrandProgrammes programmes) =>
        utc > now + ClockTolerance ? new Refusal("purchase.in-the-future", RefusalKind.Invalid)
        : store?.WasOpenAt(utc) == false ? new Refusal("store.closed", RefusalKind.Conflict, ("store", store.Code))
        : programmes.FindAt(utc) is null ? new Refusal("membership.no-programme", RefusalKind.Conflict, ("at", utc))
        : null;

    /// <summary>Why nobody of this status buys as a member; null for an active one.</summary>
    public static Refusal? Against(MemberStatus member) => member == MemberStatus.Active
        ? null
        : new Refusal(MemberRefusals.NotActiveCode, RefusalKind.Conflict);
}

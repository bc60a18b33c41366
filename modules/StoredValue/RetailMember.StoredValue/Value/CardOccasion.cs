using RetailMember.Brands;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Value;

/// <summary>When, where and by whom something happens to a card.</summary>
/// <param name="At">UTC.</param>
/// <param name="On">The same as a business date in the brand's time zone.</param>
/// <param name="Operator">Who does it.</param>
internal sealed record CardOccasion(DateTime At, DateOnly On, string Operator, int? StoreId, string? StoreCode)
{
    public static CardOccasion Of(CallContext call) => Of(call, call.At);

    /// <summary>What happened at another time than that of the call.</summary>
    public static CardOccasion Of(CallContext call, DateTime at) =>
        new(at, call.RequiredBrand.DateOf(at), call.Caller.Name, call.Store?.Id, call.Store?.Code);
}

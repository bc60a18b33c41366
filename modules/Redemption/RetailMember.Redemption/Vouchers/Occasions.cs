using RetailMember.Brands;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers;

internal static class Occasions
{
    /// <summary>When, where and by whom a call happens, as histories keep it.</summary>
    public static VoucherOccasion Occasion(this CallContext call) =>
        new(call.At, call.RequiredBrand.DateOf(call.At), call.Caller.Name, call.Store?.Id);
}

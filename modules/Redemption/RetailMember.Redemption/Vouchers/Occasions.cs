using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers;

internal static class Occasions
{
    /// <summary>When, where and by whom a call happens, as histories keep it.</summary>
    public static VoucherOccasion Occasion(this CallContext call) =>
        new(call.At, call.RequiredBrand.DateOf(call.At), call.Caller.Name, call.Store?.Id);

    public static VoucherOccasion ForVouchers(this AwardOccasion occasion) =>
        new(occasion.At, occasion.On, occasion.Operator, occasion.StoreId);
}

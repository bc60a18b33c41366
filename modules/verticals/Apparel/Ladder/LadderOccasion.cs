using RetailMember.Brands;
using RetailMember.Redemption;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Ladder;

internal static class LadderOccasion
{
    public static VoucherOccasion Of(CallContext call) =>
        new(call.At, call.RequiredBrand.DateOf(call.At), call.Caller.Name, call.Store?.Id);
}

using RetailMember.Brands;
using RetailMember.UseCases;

namespace RetailMember.Membership.Points;

internal static class JobDay
{
    /// <summary>The business day that a job works for: the given one, or the brand's today.</summary>
    public static DateOnly DayOf(this CallContext call, DateOnly? given) =>
        BusinessDays.Of(given, call.RequiredBrand.DateOf(call.At), "membership.day-to-come");
}

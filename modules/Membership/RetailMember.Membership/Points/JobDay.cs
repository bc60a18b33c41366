using RetailMember.Brands;
using RetailMember.UseCases;

namespace RetailMember.Membership.Points;

internal static class JobDay
{
    /// <summary>The business day that a job works for: the given one, or the brand's today. Refuses a day to come.</summary>
    public static DateOnly DayOf(this CallContext call, DateOnly? given)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        if (given > today) throw Refusal.Invalid("asOf", "membership.day-to-come");
        return given ?? today;
    }
}

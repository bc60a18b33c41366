using RetailMember.Brands;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes;

internal static class ProgrammeTime
{
    /// <summary>The UTC instant of a time that carries an offset, or is the wall clock of the brand.</summary>
    public static DateTime InstantOf(this CallContext call, DateTime given) => call.RequiredBrand.InstantOf(given);
}

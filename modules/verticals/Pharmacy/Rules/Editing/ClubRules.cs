using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Pharmacy.Data;
using RetailMember.Rules;

namespace RetailMember.Pharmacy.Rules.Editing;

/// <summary>The versions of the club's rules.</summary>
internal sealed class ClubRules(PharmacyDb db, DataSession session, IBrandDirectory brands, TimeProvider time)
    : RuleBook<ClubTerms>(db, ClubTerms.Usual)
{
    /// <summary>What decides on a business day: on one that is over what did when it ended, today what does now.</summary>
    public Task<RulesInForce<ClubTerms>> OnAsync(DateOnly day, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var end = brands.Find(session.Brand!.Value)!.UtcOf(day.AddDays(1).ToDateTime(TimeOnly.MinValue)).AddSeconds(-1);
        return InForceAtAsync(end < now ? end : now, cancel);
    }
}

using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Awards;

internal static class Occasions
{
    /// <summary>When, where and by whom a call happens, as awards keep it.</summary>
    public static AwardOccasion Occasion(this CallContext call) => AwardOccasion.Of(call);
}

/// <summary>When an event is handled, as awards keep it.</summary>
internal sealed class CampaignClock(TimeProvider time, IBrandDirectory brands, DataSession session)
{
    public const string Operator = "campaigns";

    public AwardOccasion Now(int? storeId = null)
    {
        var at = time.GetUtcNow().UtcDateTime;
        return new AwardOccasion(at, brands.Find(session.Brand!.Value)!.DateOf(at), Operator, storeId);
    }
}

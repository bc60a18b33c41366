using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Redemption;

namespace RetailMember.Apparel.Events;

/// <summary>When an event is handled, as the histories of what follows from it keep it.</summary>
internal sealed class EventClock(TimeProvider time, IBrandDirectory brands, DataSession session)
{
    private const string Operator = "apparel";

    public VoucherOccasion Now()
    {
        var at = time.GetUtcNow().UtcDateTime;
        return new VoucherOccasion(at, brands.Find(session.Brand!.Value)!.DateOf(at), Operator);
    }
}

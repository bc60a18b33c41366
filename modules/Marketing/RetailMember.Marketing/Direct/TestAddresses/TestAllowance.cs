using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Direct.TestAddresses;

/// <summary>How many trials one person may send on a business day.</summary>
internal sealed class TestAllowance(MarketingDb db, IRows rows, ISettings settings)
{
    public const string PerPersonPerDay = "Marketing.TestsPerPersonPerDay";
    public const string UsualPerPersonPerDay = "20";

    /// <summary>
    /// Counts one more within the running transaction; refuses <c>marketing.tests-used-up</c>. The count and its bound are one
    /// statement, so that no two calls take the last one.
    /// </summary>
    public async Task TakeAsync(CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var (person, today) = (call.Caller.Id ?? Guid.Empty, brand.DateOf(call.At));
        var most = settings.WholeNumber(PerPersonPerDay, brand.Id);
        await rows.InsertMissingAsync([new TestTally { BrandId = brand.Id, PersonId = person, On = today }], cancel);
        var taken = await db.TestTallies.Where(t => t.PersonId == person && t.On == today && t.Sent < most)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Sent, t => t.Sent + 1), cancel);
        if (taken == 0) throw new Refusal("marketing.tests-used-up", RefusalKind.Conflict, ("most", most));
    }
}

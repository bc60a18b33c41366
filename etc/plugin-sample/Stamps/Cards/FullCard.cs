using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Settings;
using Stamps.Data;

namespace Stamps.Cards;

/// <summary>
/// The seam: adds points to the receipt whose stamp will fill the card. It only looks; <see cref="VisitStamp"/> stamps a
/// moment later, so that of two receipts of a day the first one counts.
/// </summary>
internal sealed class FullCard(StampsDb db, ISettings settings) : IEarningAddition
{
    public string Module => StampsModule.ModuleName;

    public int Order => 100;

    public async ValueTask AddAsync(IReadOnlyList<ReceiptUnderway> receipts, CancellationToken cancel)
    {
        var brand = receipts[0].BrandId;
        var lastStamp = settings.WholeNumber(StampsModule.StampsPerCard, brand) - 1;
        var members = receipts.Select(r => r.MemberId).ToList();
        var nearlyFull = await db.Cards.AsNoTracking()
            .Where(c => members.Contains(c.MemberId) && c.Stamps >= lastStamp)
            .ToDictionaryAsync(c => c.MemberId, c => c.LastOn, cancel);
        foreach (var receipt in receipts.DistinctBy(r => r.MemberId))
            if (nearlyFull.TryGetValue(receipt.MemberId, out var lastOn) && receipt.BusinessDate > lastOn)
                receipt.Add("stamps.full-card", settings.WholeNumber(StampsModule.PointsPerCard, brand));
    }
}

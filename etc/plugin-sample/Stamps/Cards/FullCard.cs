using RetailMember.Membership;
using RetailMember.Settings;

namespace Stamps.Cards;

/// <summary>The seam: stamps the card of each receipt's member, and adds points to the receipt that fills it.</summary>
internal sealed class FullCard(StampBook book, ISettings settings) : IEarningAddition
{
    public string Module => StampsModule.ModuleName;

    public int Order => 100;

    public async ValueTask AddAsync(IReadOnlyList<ReceiptUnderway> receipts, CancellationToken cancel)
    {
        var visits = receipts.Select(r => new Visit(r.BrandId, r.MemberId, r.MemberNo, r.BusinessDate)).ToList();
        foreach (var i in await book.StampAsync(visits, cancel))
            receipts[i].Add("stamps.full-card", settings.WholeNumber(StampsModule.PointsPerCard, receipts[i].BrandId));
    }
}

using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Segments;

/// <summary>
/// Vouchers are not for sensitive segments: who holds one is listed, and to hold it is a condition like any other, so that it
/// would name those whom nobody may count.
/// </summary>
internal sealed class VoucherSegments(MarketingDb db, SegmentShelf segments, SegmentBook book)
{
    public const string Refused = "marketing.voucher-not-for-sensitive";

    /// <summary>
    /// Refuses <c>marketing.voucher-not-for-sensitive</c> where a voucher goes with it and a condition of the segment, as it stands
    /// now, asks of sensitive data. A segment that is not there is none yet.
    /// </summary>
    public async Task CheckAsync(string? segment, string? voucher, CancellationToken cancel)
    {
        if (voucher is not null && await IsSensitiveAsync(segment, cancel))
            throw new Refusal(Refused, RefusalKind.Conflict, ("segment", segment), ("definition", voucher));
    }

    /// <summary>Whether a condition of the segment, as it stands now, asks of sensitive data; not of one that is not there.</summary>
    public async Task<bool> IsSensitiveAsync(string? segment, CancellationToken cancel)
    {
        if (segment is null) return false;
        if (await db.Segments.AsNoTracking().SingleOrDefaultAsync(s => s.Code == segment, cancel) is not { } known) return false;
        var members = (await segments.TermsAsync(known.Id, known.Number, cancel)).Members;
        return (await book.OpenAsync(cancel)).IsSensitive(members);
    }

    /// <summary>
    /// Whether a campaign that was approved promises a voucher to a segment that is sensitive by now, or of which, as while the
    /// module of a condition is off, nobody can tell.
    /// </summary>
    public async Task<bool> IsBarredAsync(MessageCampaign campaign, CancellationToken cancel)
    {
        if (campaign is not { SegmentId: { } segment, SegmentNumber: { } number }) return false;
        if (MessageCampaignTerms.Read(campaign.Terms).Voucher is null) return false;
        return (await book.OpenAsync(cancel)).MayBeSensitive((await segments.TermsAsync(segment, number, cancel)).Members);
    }
}

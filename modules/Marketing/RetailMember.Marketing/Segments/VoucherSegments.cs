using Microsoft.EntityFrameworkCore;
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
        if (segment is null || voucher is null) return;
        if (await db.Segments.AsNoTracking().SingleOrDefaultAsync(s => s.Code == segment, cancel) is not { } known) return;
        var members = (await segments.TermsAsync(known.Id, known.Number, cancel)).Members;
        if ((await book.OpenAsync(cancel)).IsSensitive(members))
            throw new Refusal(Refused, RefusalKind.Conflict, ("segment", segment), ("definition", voucher));
    }
}

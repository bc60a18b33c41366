using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Segments;
using RetailMember.Marketing.Segments.Rules;

namespace RetailMember.Marketing.Journeys.Reading;

/// <summary>
/// Journeys that are, or once were, for a segment with sensitive conditions: whom they wrote to, and whom not, tells who is
/// in it. Their decisions are not listed, for the moment of one may tell whose it is, and are counted in tens.
/// </summary>
internal sealed class SensitiveJourneys(MarketingDb db, SegmentBook book)
{
    /// <summary>Their keys.</summary>
    public async Task<Guid[]> KeysAsync(CancellationToken cancel)
    {
        var segments = (await db.JourneyVersions.AsNoTracking().ToListAsync(cancel))
            .Select(v => (Journey: v.JourneyId, Code: JourneyTerms.Of(v).Segment)).Where(v => v.Code is not null).ToList();
        if (segments.Count == 0) return [];
        string[] codes = [.. segments.Select(s => s.Code!).Distinct()];
        var worded = await (
            from segment in db.Segments.AsNoTracking()
            where EF.Parameter(codes).Contains(segment.Code)
            join version in db.SegmentVersions.AsNoTracking() on segment.Id equals version.SegmentId
            select new { segment.Code, version.Terms }).ToListAsync(cancel);
        var known = await book.OpenAsync(cancel);
        var sensitive = worded.Where(w => known.MayBeSensitive(SegmentTerms.Read(w.Terms).Members)).Select(w => w.Code).ToHashSet();
        return [.. segments.Where(s => sensitive.Contains(s.Code!)).Select(s => s.Journey).Distinct()];
    }
}

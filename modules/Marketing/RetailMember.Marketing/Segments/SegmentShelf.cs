using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Segments;

/// <summary>Fetches segments of the session's brand with their terms opened.</summary>
internal sealed class SegmentShelf(MarketingDb db)
{
    /// <summary>To be changed through the context.</summary>
    public async Task<Segment> FindAsync(string code, CancellationToken cancel) =>
        await db.Segments.SingleOrDefaultAsync(s => s.Code == code, cancel)
        ?? throw new Refusal("marketing.segment-not-found", RefusalKind.NotFound, ("segment", code));

    public async Task<SegmentTerms> TermsAsync(Guid segment, int number, CancellationToken cancel) => SegmentTerms.Read(
        await db.SegmentVersions.Where(v => v.SegmentId == segment && v.Number == number).Select(v => v.Terms).SingleAsync(cancel));

    /// <summary>The newest version of each, by code.</summary>
    public async Task<IReadOnlyList<SegmentView>> AllAsync(CancellationToken cancel)
    {
        var found = await (
            from segment in db.Segments.AsNoTracking()
            join version in db.SegmentVersions on new { segment.Id, segment.Number } equals new { Id = version.SegmentId, version.Number }
            orderby segment.Code
            select new { Segment = segment, version.Terms }).ToListAsync(cancel);
        return found.ConvertAll(f => SegmentView.Of(f.Segment, SegmentTerms.Read(f.Terms)));
    }
}

/// <summary>A version of a segment, which never changes.</summary>
/// <param name="Segment">Its key.</param>
internal sealed record SegmentEdition(Guid Segment, int Number);

/// <summary>A segment as it stands.</summary>
/// <param name="Segment">Its code.</param>
/// <param name="Version">Of its newest version.</param>
/// <param name="EditedAt">UTC.</param>
internal sealed record SegmentView(string Segment, int Version, SegmentTerms Terms, string EditedBy, DateTime EditedAt)
{
    public static SegmentView Of(Segment segment, SegmentTerms terms) =>
        new(segment.Code, segment.Number, terms, segment.EditedBy, segment.EditedAt);
}

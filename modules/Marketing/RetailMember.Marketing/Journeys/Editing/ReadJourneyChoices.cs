using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Segments;
using RetailMember.Marketing.Templates;
using RetailMember.Membership;
using RetailMember.Redemption;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Editing;

/// <summary>What the forms of journeys choose from, and what the codes are called that journeys name.</summary>
[Needs(JourneyRights.View)]
internal sealed class ReadJourneyChoices(MarketingDb db, SegmentShelf segments, IGiftChoices gifts, IMemberTiers tiers)
    : Query<ReadJourneyChoices.Input, ReadJourneyChoices.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var templates = await db.Templates.AsNoTracking()
            .Where(t => t.Kind != TemplateKind.Code && !db.Templates.Any(o => o.Code == t.Code && o.Revision > t.Revision))
            .OrderBy(t => t.Code).ToListAsync(cancel);
        var given = await gifts.AtAsync(call.RequiredBrand.DateOf(call.At), cancel);
        return new Result(
            [.. templates.Select(t => new Named(t.Code, TemplateShelf.TermsOf(t).Name))],
            [.. given.Where(g => g.Kind == GiftChoiceKind.Voucher).Select(g => new Named(g.Code, g.Name))],
            [.. (await tiers.AtAsync(call.At, cancel)).Select(t => new Named(t.Code, t.Name))],
            [.. (await segments.AllAsync(cancel)).Select(s => new NamedSegment(s.Segment, s.Terms.Name))]);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(
        IReadOnlyList<Named> Templates, IReadOnlyList<Named> Vouchers, IReadOnlyList<Named> Tiers,
        IReadOnlyList<NamedSegment> Segments);

    internal sealed record Named(string Code, string Name);

    internal sealed record NamedSegment(string Code, LocalName Name);
}

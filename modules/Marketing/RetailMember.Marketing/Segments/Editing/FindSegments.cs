using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Segments.Editing;

/// <summary>The brand's segments by code, as they stand.</summary>
[Needs(MarketingRights.ViewSegments)]
internal sealed class FindSegments(SegmentShelf shelf) : Query<FindSegments.Input, FindSegments.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new(await shelf.AllAsync(cancel));

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<SegmentView> Segments);
}

/// <summary>One segment with all its versions.</summary>
[Needs(MarketingRights.ViewSegments)]
internal sealed class ReadSegment(MarketingDb db, SegmentShelf shelf) : Query<ReadSegment.Input, ReadSegment.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var segment = await shelf.FindAsync(input.Segment, cancel);
        var versions = await db.SegmentVersions.AsNoTracking().Where(v => v.SegmentId == segment.Id)
            .OrderByDescending(v => v.Number).ToListAsync(cancel);
        return new Result(segment.Code,
            [.. versions.Select(v => new Wording(v.Number, SegmentTerms.Read(v.Terms), v.EditedBy, v.EditedAt))]);
    }

    internal sealed record Input(string Segment) : IInput<Result>;

    /// <param name="Segment">Its code.</param>
    /// <param name="Wordings">Newest first.</param>
    internal sealed record Result(string Segment, IReadOnlyList<Wording> Wordings);

    /// <param name="EditedAt">UTC.</param>
    internal sealed record Wording(int Version, SegmentTerms Terms, string EditedBy, DateTime EditedAt);
}

/// <summary>What conditions of segments can be about, with what there is to choose now.</summary>
[Needs(MarketingRights.ViewSegments)]
internal sealed class ReadConditions(SegmentBook book) : Query<ReadConditions.Input, ReadConditions.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new((await book.OpenAsync(cancel)).Kinds);

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<RetailMember.Membership.MemberConditionKind> Kinds);
}

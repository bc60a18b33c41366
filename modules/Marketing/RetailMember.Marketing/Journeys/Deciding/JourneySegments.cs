using RetailMember.Data;
using RetailMember.Marketing.Segments;
using RetailMember.Membership;

namespace RetailMember.Marketing.Journeys.Deciding;

/// <summary>Who of some members is in the segment that a journey is for, as it stands now.</summary>
internal sealed class JourneySegments(
    SegmentShelf shelf, SegmentBook book, IKeySets sets, IEnumerable<IProfilingObjections> objections)
{
    /// <summary>
    /// By one statement for many members; null where the journey names no segment, and <see cref="SegmentAnswer.Unasked"/> while a
    /// condition cannot be asked as it stands.
    /// </summary>
    public async Task<SegmentAnswer?> AskAsync(
        JourneyInForce journey, IReadOnlyCollection<Guid> members, DateOnly today, CancellationToken cancel)
    {
        if (journey.Terms.Segment is not { } code || members.Count == 0) return null;
        var segment = await shelf.FindAsync(code, cancel);
        var group = (await shelf.TermsAsync(segment.Id, segment.Number, cancel)).Members;
        var known = await book.OpenAsync(cancel);
        if (known.MayKnowLater(group))
            throw new InvalidOperationException($"Nobody says now who is in segment {code}: the journey {journey.Code} decides later.");
        if (!known.CanAsk(group)) return SegmentAnswer.Unasked;
        var inside = new HashSet<Guid>();
        foreach (var some in members.Chunk(KeySet.MostListed))
            inside.UnionWith(await sets.FirstAsync(
                KeySet.Common([KeySet.Of(some), known.Compile(group, today)], []), some.Length, cancel));
        return new SegmentAnswer(
            inside, known.IsProfiling(group) ? await objections.ObjectorsAsync(members, cancel) : new HashSet<Guid>());
    }

    /// <summary>Whether all conditions of a segment, as it stands now, can be asked; not while the module of one is off.</summary>
    public async Task<bool> CanAskAsync(string code, CancellationToken cancel)
    {
        var segment = await shelf.FindAsync(code, cancel);
        return (await book.OpenAsync(cancel)).CanAsk((await shelf.TermsAsync(segment.Id, segment.Number, cancel)).Members);
    }

    /// <summary>What of it is to be asked once more at the hand-over.</summary>
    public async Task<AskedAgain> AgainAsync(JourneyInForce journey, CancellationToken cancel)
    {
        if (journey.Terms.Segment is not { } code) return new AskedAgain(null, IsProfiling: false);
        var segment = await shelf.FindAsync(code, cancel);
        var group = (await shelf.TermsAsync(segment.Id, segment.Number, cancel)).Members;
        var known = await book.OpenAsync(cancel);
        return new AskedAgain(
            known.IsSensitive(group) ? new SegmentEdition(segment.Id, segment.Number) : null, known.IsProfiling(group));
    }
}

/// <param name="Meant">Null where it has no sensitive conditions.</param>
/// <param name="IsProfiling">It draws conclusions from what members buy.</param>
internal sealed record AskedAgain(SegmentEdition? Meant, bool IsProfiling);

/// <param name="Objectors">Who wants no conclusions from what he buys, where the segment draws them.</param>
internal sealed record SegmentAnswer(IReadOnlySet<Guid> Members, IReadOnlySet<Guid> Objectors)
{
    /// <summary>Nobody can say now who is in it.</summary>
    public static readonly SegmentAnswer Unasked = new(new HashSet<Guid>(), new HashSet<Guid>());
}

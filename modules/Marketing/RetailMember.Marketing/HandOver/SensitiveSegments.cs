using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Segments;
using RetailMember.Marketing.Segments.Rules;

namespace RetailMember.Marketing.HandOver;

/// <summary>
/// Asks once more, at the moment of handing over, the sensitive conditions by which members were chosen: who has withdrawn
/// what they rest on gets nothing.
/// </summary>
internal sealed class SensitiveSegments(SegmentShelf shelf, SegmentBook book, IKeySets sets)
{
    /// <summary>Whether its conditions can be asked: not while the module of one is off.</summary>
    public async Task<bool> CanAskAsync(MessageBatch batch, CancellationToken cancel) =>
        await MeantAsync(batch, cancel) is not { } meant || (await book.OpenAsync(cancel)).Knows(meant);

    /// <summary>Those of these members who are still meant; null where the batch has no sensitive conditions.</summary>
    public async Task<IReadOnlySet<Guid>?> StillMeantAsync(
        MessageBatch batch, IReadOnlyCollection<Guid> members, DateOnly today, CancellationToken cancel)
    {
        if (await MeantAsync(batch, cancel) is not { } meant) return null;
        var known = await book.OpenAsync(cancel);
        var still = new HashSet<Guid>();
        if (known.Knows(meant))
            foreach (var some in members.Chunk(KeySet.MostListed))
                still.UnionWith(await sets.FirstAsync(
                    KeySet.Common([KeySet.Of(some), known.CompileSensitive(meant, today)], []), some.Length, cancel));
        return still;
    }

    private async Task<SegmentGroup?> MeantAsync(MessageBatch batch, CancellationToken cancel) =>
        batch is { MeantSegmentId: { } segment, MeantSegmentNumber: { } number }
            ? (await shelf.TermsAsync(segment, number, cancel)).Members
            : null;
}

using RetailMember.Membership;

namespace RetailMember.Redemption.Vouchers.Batches;

/// <summary>Who gets the vouchers of a batch: members by name, or else an open segment.</summary>
/// <param name="Members">Keys in rising order; empty: the segment counts.</param>
internal sealed record BatchAudience(IReadOnlyList<Guid> Members, MemberSegment Segment)
{
    /// <summary>The next members after a cursor; those of a list who have left are told as they are.</summary>
    public async Task<IReadOnlyList<MemberSummary>> NextAsync(
        IMemberFiles files, Guid cursor, int count, CancellationToken cancel)
    {
        if (Members.Count == 0)
            return await files.WalkAsync(Segment, cursor == Guid.Empty ? null : cursor, count, cancel);
        Guid[] next = [.. Members.SkipWhile(m => m.CompareTo(cursor) <= 0).Take(count)];
        var known = await files.ReadAsync(next, cancel);
        return [.. next.Where(known.ContainsKey).Select(m => known[m])];
    }

    public async Task<long> CountAsync(IMemberFiles files, CancellationToken cancel) =>
        Members.Count == 0 ? await files.CountAsync(Segment, cancel) : Members.Count;
}

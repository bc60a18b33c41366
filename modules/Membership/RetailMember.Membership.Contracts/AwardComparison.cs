namespace RetailMember.Membership;

/// <summary>For proofs of the books: holds what a module says that it gave against what stands with the members.</summary>
public static class AwardComparison
{
    private const int AtOnce = 500;

    /// <summary>Walks through all awards whose key is a prefix and the key of a row.</summary>
    /// <param name="members">Knows the awards.</param>
    /// <param name="keyPrefix">How the keys of the module's awards begin; the key of its row follows, without hyphens.</param>
    /// <param name="rows">How many rows the module has.</param>
    /// <param name="givenAsync">What the module says of some of its rows; absent where it has none.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<AwardDifferences> CompareAsync(
        this IMemberAwards members,
        string keyPrefix,
        long rows,
        Func<Guid[], CancellationToken, Task<Dictionary<Guid, GivenAward>>> givenAsync,
        CancellationToken cancel)
    {
        var (seen, differ, stray) = (0L, new List<string>(), new List<string>());
        string? after = null;
        while (await members.WalkAsync(keyPrefix, after, AtOnce, cancel) is { Count: > 0 } records)
        {
            var given = await givenAsync([.. records.Select(r => RowOf(r, keyPrefix))], cancel);
            foreach (var record in records)
                if (!given.TryGetValue(RowOf(record, keyPrefix), out var said)) stray.Add(record.Key);
                else if (said != new GivenAward(record.Points, record.PointsTaken, record.Growth, record.Withdrawn)) differ.Add(record.Key);
            seen += given.Count;
            after = records[^1].Key;
        }

        return new AwardDifferences(differ.Count + rows - seen, differ.FirstOrDefault() ?? "", stray.Count, stray.FirstOrDefault() ?? "");
    }

    private static Guid RowOf(AwardRecord record, string keyPrefix) =>
        Guid.TryParseExact(record.Key[keyPrefix.Length..], "N", out var id) ? id : Guid.Empty;
}

/// <summary>What a module says that it gave. Whose it is does not matter: who was merged into another takes it along.</summary>
/// <param name="PointsTaken">Taken back of its points.</param>
/// <param name="Withdrawn">All of it was taken back.</param>
public sealed record GivenAward(long Points, long PointsTaken, long Growth, bool Withdrawn);

/// <summary>Where the module and the members differ.</summary>
/// <param name="Differing">Awards that are not as the module says, and rows without an award.</param>
/// <param name="FirstDiffering">Key of the first; empty where there is none.</param>
/// <param name="Stray">Awards that no row of the module knows.</param>
/// <param name="FirstStray">Key of the first; empty where there is none.</param>
public sealed record AwardDifferences(long Differing, string FirstDiffering, long Stray, string FirstStray);

namespace RetailMember.Membership;

/// <summary>Tells other modules what points members of the session's current brand have, and what of them lapses when.</summary>
public interface IMemberPoints
{
    /// <summary>
    /// What they can spend on a business day; below zero where more was taken back than was there. Who has none is absent.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, long>> UsableAsync(
        IReadOnlyCollection<Guid> members, DateOnly on, CancellationToken cancel);

    /// <summary>Members of every status of whom points lapse after a day, in the order of their keys.</summary>
    /// <param name="lastDay">The last business day on which the points can be used.</param>
    /// <param name="after">The last key of the page before; null starts with the first.</param>
    /// <param name="count">At most this many.</param>
    /// <param name="cancel">Cancels.</param>
    Task<IReadOnlyList<LapsingPoints>> WalkLapsingAsync(DateOnly lastDay, Guid? after, int count, CancellationToken cancel);

    /// <summary>Points of these members that lapse after a day; of whom none do is absent.</summary>
    /// <param name="members">Keys of members.</param>
    /// <param name="lastDay">The last business day on which the points can be used.</param>
    /// <param name="cancel">Cancels.</param>
    Task<IReadOnlyDictionary<Guid, long>> LapsingAsync(
        IReadOnlyCollection<Guid> members, DateOnly lastDay, CancellationToken cancel);
}

/// <summary>What a member loses unless he uses it.</summary>
/// <param name="Points">Above zero.</param>
public sealed record LapsingPoints(Guid Member, long Points);

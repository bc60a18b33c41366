using RetailMember.Membership.Data;

namespace RetailMember.Membership.Programmes.Replay;

internal enum PlayKind
{
    /// <summary>Growth that a campaign or the like gave.</summary>
    Award,

    /// <summary>A tier that a person or an award granted.</summary>
    Grant,
    Participation,
    Receipt,
    Refund,

    /// <summary>An award that was taken back.</summary>
    Withdrawal,

    /// <summary>Points that moved beside purchases.</summary>
    Movement,
}

/// <param name="At">UTC.</param>
/// <param name="Recorded">What was recorded earlier comes first within one instant.</param>
/// <param name="Index">In the list that its kind says.</param>
internal readonly record struct PlayEvent(DateTime At, long Recorded, PlayKind Kind, int Index);

/// <summary>What happened to a member within the window, in time order; the same for every timeline.</summary>
internal static class PlayEvents
{
    public static PlayEvent[] Of(MemberFacts facts, ReplayWindow window)
    {
        var events = new List<PlayEvent>(facts.Receipts.Count);
        for (var i = 0; i < facts.Receipts.Count; i++)
            if (facts.Receipts[i].Row is var row && window.Contains(row.BusinessDate))
                events.Add(new(row.OccurredAt, RecordedAt.Of(row.Id), PlayKind.Receipt, i));
        var receipts = events.Count;
        for (var i = 0; i < facts.Refunds.Count; i++)
            AddWithin(facts.Refunds[i].At, RecordedAt.Of(facts.Refunds[i].Row.Id), PlayKind.Refund, i);
        for (var i = 0; i < facts.Steps.Count; i++)
            if (facts.Steps[i] is { Reason: TierChangeReason.Grant } step)
                AddWithin(window.InstantOf(step.On, step.At), RecordedAt.Of(step.Id), PlayKind.Grant, i);
        for (var i = 0; i < facts.Participations.Count; i++)
            if (facts.Participations[i] is var once)
                AddWithin(window.InstantOf(once.On, once.RecordedAt), RecordedAt.Of(once.Id), PlayKind.Participation, i);
        for (var i = 0; i < facts.Awards.Count; i++)
        {
            var award = facts.Awards[i];
            if (award.Growth > 0)
                AddWithin(window.InstantOf(award.On, award.GivenAt), RecordedAt.Of(award.Id), PlayKind.Award, i);
            if (award.WithdrawnAt is { } at) AddWithin(at, long.MaxValue, PlayKind.Withdrawal, i);
        }

        for (var i = 0; i < facts.Movements.Count; i++)
            AddWithin(window.InstantOf(facts.Movements[i].On, facts.Movements[i].At), long.MaxValue, PlayKind.Movement, i);
        if (events.Count == receipts) return [.. events];

        // Stable: things of one kind and instant stay in the order of their lists.
        return [.. events.OrderBy(e => e.At).ThenBy(e => e.Recorded).ThenBy(e => e.Kind)];

        void AddWithin(DateTime at, long recorded, PlayKind kind, int index)
        {
            if (at >= window.Start && at < window.End) events.Add(new(at, recorded, kind, index));
        }
    }
}

using RetailMember.Ledger;

namespace RetailMember.Membership.Points;

/// <inheritdoc cref="IMemberPoints" />
internal sealed class PointsOfMembers(ILedger ledger) : IMemberPoints
{
    public async Task<IReadOnlyDictionary<Guid, long>> UsableAsync(
        IReadOnlyCollection<Guid> members, DateOnly on, CancellationToken cancel) =>
        (await ledger.ReadBalancesAsync(members, MembershipUnits.Points, on, cancel)).ToDictionary(b => b.Key, b => b.Value.Usable);

    public async Task<IReadOnlyList<LapsingPoints>> WalkLapsingAsync(
        DateOnly lastDay, Guid? after, int count, CancellationToken cancel) =>
        [
            .. (await ledger.ReadLapsesAsync(MembershipUnits.Points, lastDay, after, count, cancel))
                .Select(l => new LapsingPoints(l.Owner, l.Amount)),
        ];

    public async Task<IReadOnlyDictionary<Guid, long>> LapsingAsync(
        IReadOnlyCollection<Guid> members, DateOnly lastDay, CancellationToken cancel) =>
        (await ledger.ReadLapsesAsync(members, MembershipUnits.Points, lastDay, cancel)).ToDictionary(l => l.Owner, l => l.Amount);
}

namespace RetailMember.Membership.Reports;

/// <summary>Counts faults by kind, and keeps the first of each.</summary>
internal sealed class BreachTally
{
    private readonly Dictionary<string, MembershipBreach> byCode = [];

    public IReadOnlyList<MembershipBreach> Breaches => [.. byCode.Values];

    public void Unless(bool sound, string code, string where)
    {
        if (sound) return;
        byCode[code] = byCode.TryGetValue(code, out var known)
            ? known with { Count = known.Count + 1 }
            : new MembershipBreach(code, 1, where);
    }
}

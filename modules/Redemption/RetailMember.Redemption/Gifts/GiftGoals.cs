using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Gifts.Rules;

namespace RetailMember.Redemption.Gifts;

/// <summary>The next rung of the gifts that a month's spend earns.</summary>
internal sealed class GiftGoals(GiftShelf shelf, IMemberFiles files, IMemberReceipts receipts) : IMemberGoals
{
    public async Task<IReadOnlyDictionary<Guid, MemberGoal>> NextAsync(
        IReadOnlyCollection<Guid> members, DateOnly on, CancellationToken cancel)
    {
        var rungs = (await shelf.RulesAsync(cancel))
            .Where(r => r.State == GiftRuleState.Active && r.Terms.Reason == GiftReason.MonthSpend && r.Terms.IsWithin(on))
            .OrderBy(r => r.Terms.Spend!.Value.Fen).ToList();
        var goals = new Dictionary<Guid, MemberGoal>();
        if (rungs.Count == 0) return goals;
        var days = (await receipts.DaysAsync(members, new DateOnly(on.Year, on.Month, 1), on, cancel)).ToLookup(d => d.Member);
        foreach (var member in (await files.ReadAsync(members, cancel)).Values)
            foreach (var rung in rungs.Where(r => r.Terms.IsFor(member.Tier)))
            {
                var spent = days[member.Id].Where(d => d.Day >= rung.Terms.From).Sum(d => d.SpendFen);
                if (spent >= rung.Terms.Spend!.Value.Fen) continue;
                goals[member.Id] = new MemberGoal(rung.Terms.Name, spent, rung.Terms.Spend.Value.Fen);
                break;
            }

        return goals;
    }
}

using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.StoredValue.Data;

namespace RetailMember.StoredValue.Cards;

/// <summary>Tells members apart by what their cards can still pay. Who has no card has nothing on it.</summary>
internal sealed class CardConditions(StoredValueDb db) : IMemberConditions
{
    public const string Balance = "storedvalue.card-balance";
    public const string AtLeast = "atLeast";
    public const string AtMost = "atMost";

    public Task<IReadOnlyList<MemberConditionKind>> KindsAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<MemberConditionKind>>(
        [
            new MemberConditionKind(Balance,
            [
                new MemberConditionField(AtLeast, ConditionFieldKind.Money), new MemberConditionField(AtMost, ConditionFieldKind.Money),
            ])
            {
                OneNeeded = [AtLeast, AtMost],
            },
        ]);

    public IReadOnlyList<MemberSelection> Select(IReadOnlyList<MemberCondition> all, DateOnly today) => [.. all.SelectMany(Of)];

    private IEnumerable<MemberSelection> Of(MemberCondition condition)
    {
        var (least, most) = (condition.Fen(AtLeast) ?? 0, condition.Fen(AtMost));
        if (least > 0) yield return new MemberSelection(Having(least));
        if (least == 0 || most is not null)
            yield return new MemberSelection(Having((most ?? long.MaxValue - 1) + 1), IsExcluded: true);
    }

    private IQueryable<Guid> Having(long leastFen) => db.Cards.AsNoTracking()
        .Where(c => c.MemberId != null && c.State == CardState.Active)
        .GroupBy(c => c.MemberId!.Value)
        .Where(g => g.Sum(c => c.PrincipalFen + c.BonusFen) >= leastFen)
        .Select(g => g.Key);
}

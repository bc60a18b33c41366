using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Purchases;

/// <summary>What a purchase's posting keeps of how its number came about: the programme's lines, then the additions.</summary>
internal static class PurchaseWhy
{
    public static string Of(Explanation why, EarningUnit unit, IReadOnlyList<EarningAddition> additions)
    {
        var own = why.Of(unit);
        return unit == EarningUnit.Points && additions.Count > 0
            ? new Explanation([.. own.Lines, .. additions.Select(ExplanationLine.Added)]).ToJson()
            : own.ToJson();
    }
}

using RetailMember.Brands;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Accounting;

/// <summary>
/// What the brand owes to holders of cards and points: opening, what moved, and closing, which is their sum. Card value is
/// owed by the store that sold it; points belong to the whole brand, a hundred to the yuan. The figures are those of the
/// books, and of them is told what has lapsed by the last day and is not booked as expired yet.
/// </summary>
[Needs(SalesPermissions.ViewFinance)]
internal sealed class ReadLiability(
    ValueMovements movements, LapsedLoads lapsed, ILedger ledger, IBrandDirectory brands)
    : Query<ReadLiability.Input, ReadLiability.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (from, to) = AccountDays.Of(input.From, input.To, call);
        var before = await movements.OfAsync(null, from.AddDays(-1), cancel);
        var within = await movements.OfAsync(from, to, cancel);
        var gone = await lapsed.OfAsync(to, cancel);
        var stores = before.Concat(within).Select(m => m.Issuer).Distinct()
            .OrderBy(CodeOf, StringComparer.Ordinal).Select(store => Of(
                CodeOf(store), before.Where(m => m.Issuer == store), within.Where(m => m.Issuer == store),
                gone.Where(l => l.Issuer == store)));
        var points = await PointsAsync(from, to, cancel);
        return new Result(from, to, Of(null, before, within, gone), [.. stores], points, new Money(points.ClosingPoints));
    }

    private string CodeOf(int? store) => store is { } id ? brands.FindStore(id)?.Code ?? "" : "";

    private static CardLiability Of(
        string? store, IEnumerable<ValueMovement> before, IEnumerable<ValueMovement> within, IEnumerable<LapsedValue> lapsed)
    {
        var (opening, moved, gone) = (before.ToList(), within.ToList(), lapsed.ToList());
        var kinds = moved.GroupBy(m => m.Kind).OrderBy(g => g.Key).Select(g => new CardMovement(
            g.Key, new Money(g.Sum(m => m.PrincipalFen)), new Money(g.Sum(m => m.BonusFen))));
        return new CardLiability(
            store,
            new Money(opening.Sum(m => m.PrincipalFen)), new Money(opening.Sum(m => m.BonusFen)),
            [.. kinds.Where(k => k.Principal.Fen != 0 || k.Bonus.Fen != 0)],
            new Money(opening.Concat(moved).Sum(m => m.PrincipalFen)), new Money(opening.Concat(moved).Sum(m => m.BonusFen)),
            new Money(gone.Sum(l => l.PrincipalFen)), new Money(gone.Sum(l => l.BonusFen)));
    }

    private async Task<PointLiability> PointsAsync(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var all = await ledger.ReadMovementsAsync(MembershipUnits.Points, DateOnly.MinValue, to, cancel);
        var moved = all.Where(m => m.On >= from).GroupBy(m => (m.Kind, Gained: m.Amount > 0))
            .OrderBy(g => g.Key.Kind).ThenByDescending(g => g.Key.Gained)
            .Select(g => new PointMovement(g.Key.Kind, g.Key.Gained, g.Sum(m => m.Amount)));
        return new PointLiability(
            all.Where(m => m.On < from).Sum(m => m.Amount), [.. moved], all.Sum(m => m.Amount),
            await ledger.ReadLapsedAsync(MembershipUnits.Points, to, cancel));
    }

    internal sealed record Input(DateOnly? From = null, DateOnly? To = null) : IInput<Result>;

    /// <param name="WholeBrand">All stores together.</param>
    /// <param name="ByStore">By the store that sold the value.</param>
    /// <param name="PointsValue">Yuan of the closing points.</param>
    internal sealed record Result(
        DateOnly From,
        DateOnly To,
        CardLiability WholeBrand,
        IReadOnlyList<CardLiability> ByStore,
        PointLiability PointsOwed,
        Money PointsValue);

    /// <param name="StoreCode">Left out: the brand.</param>
    /// <param name="LapsedPrincipal">Yuan of the closing that have lapsed by the last day and await their booking.</param>
    /// <param name="LapsedBonus">The same of bonus.</param>
    internal sealed record CardLiability(
        string? StoreCode,
        Money OpeningPrincipal,
        Money OpeningBonus,
        IReadOnlyList<CardMovement> Movements,
        Money ClosingPrincipal,
        Money ClosingBonus,
        Money LapsedPrincipal,
        Money LapsedBonus);

    /// <param name="Principal">Yuan, signed.</param>
    /// <param name="Bonus">Yuan, signed.</param>
    internal sealed record CardMovement(CardMoveKind Kind, Money Principal, Money Bonus);

    /// <param name="LapsedPoints">Of the closing, what has lapsed by the last day and awaits its booking.</param>
    internal sealed record PointLiability(
        long OpeningPoints, IReadOnlyList<PointMovement> Movements, long ClosingPoints, long LapsedPoints);

    internal sealed record PointMovement(PostingKind Kind, bool Gained, long Points);
}

using RetailMember.Brands;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Accounting;

/// <summary>
/// What stores owe each other for value that one sold and another took in payment, or paid out to its holder: principal, as
/// that is what the selling store was paid. A payment that is given back is no debt any more, whichever store gives it back.
/// </summary>
[Needs(SalesPermissions.ViewFinance)]
internal sealed class ReadInterStore(ValueMovements movements, IBrandDirectory brands)
    : Query<ReadInterStore.Input, ReadInterStore.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (from, to) = AccountDays.Of(input.From, input.To, call);
        var settled = (await movements.OfAsync(from, to, cancel))
            .Where(m => (ValueMovements.IsSpend(m.Kind) || ValueMovements.IsPayout(m.Kind))
                && m.Issuer != m.Taken && m is { Issuer: not null, Taken: not null });
        var debts = settled.GroupBy(m => (Debtor: m.Issuer!.Value, Creditor: m.Taken!.Value))
            .Select(g => new Debt(
                CodeOf(g.Key.Debtor), CodeOf(g.Key.Creditor), new Money(-g.Sum(m => m.PrincipalFen)),
                new Money(-g.Where(m => ValueMovements.IsPayout(m.Kind)).Sum(m => m.PrincipalFen)),
                new Money(-g.Where(m => ValueMovements.IsSpend(m.Kind)).Sum(m => m.BonusFen))))
            .Where(d => d.Principal.Fen != 0 || d.Bonus.Fen != 0)
            .OrderBy(d => d.Debtor, StringComparer.Ordinal).ThenBy(d => d.Creditor, StringComparer.Ordinal);
        return new Result(from, to, [.. debts]);
    }

    private string CodeOf(int store) => brands.FindStore(store)?.Code ?? "";

    internal sealed record Input(DateOnly? From = null, DateOnly? To = null) : IInput<Result>;

    internal sealed record Result(DateOnly From, DateOnly To, IReadOnlyList<Debt> Debts);

    /// <param name="Debtor">Code of the store that sold the value.</param>
    /// <param name="Creditor">Code of the store that took it, or paid it out.</param>
    /// <param name="Principal">Yuan that the debtor owes.</param>
    /// <param name="PaidOut">Yuan of it that the creditor paid out to holders.</param>
    /// <param name="Bonus">Yuan that were given and were spent with it; for information.</param>
    internal sealed record Debt(string Debtor, string Creditor, Money Principal, Money PaidOut, Money Bonus);
}

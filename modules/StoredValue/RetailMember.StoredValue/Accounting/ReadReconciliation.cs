using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Accounting;

/// <summary>
/// A day, or some: what was loaded for which money, and what cards paid at which till. What sales loaded must be what cards
/// of these sales gained.
/// </summary>
[Needs(SalesPermissions.ViewFinance)]
internal sealed class ReadReconciliation(StoredValueDb db, ValueMovements movements, IBrandDirectory brands)
    : Query<ReadReconciliation.Input, ReadReconciliation.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var (from, to) = AccountDays.Of(input.From ?? today, input.To ?? input.From ?? today, call);
        var sold = await db.CardSales.AsNoTracking().Where(s => s.LoadedOn >= from && s.LoadedOn <= to)
            .GroupBy(s => new { s.StoreId, s.Tender })
            .Select(g => new
            {
                g.Key.StoreId, g.Key.Tender, Sales = g.Count(), Paid = g.Sum(s => s.PrincipalFen), Given = g.Sum(s => s.BonusFen),
            })
            .ToListAsync(cancel);
        var gained = await (
            from sale in db.CardSales.AsNoTracking()
            join load in db.CardLoads.AsNoTracking() on sale.LoadId equals load.Id
            where sale.LoadedOn >= @from && sale.LoadedOn <= to
            select load.PrincipalFen).SumAsync(cancel);
        var spent = (await movements.OfAsync(from, to, cancel)).Where(m => ValueMovements.IsSpend(m.Kind));
        return new Result(
            from, to,
            [
                .. sold.Select(s => new Loaded(CodeOf(s.StoreId), s.Tender, s.Sales, new Money(s.Paid), new Money(s.Given)))
                    .OrderBy(s => s.StoreCode, StringComparer.Ordinal).ThenBy(s => s.PaymentMethod),
            ],
            [
                .. spent.GroupBy(m => (Store: CodeOf(m.At), m.Operator))
                    .OrderBy(g => g.Key.Store, StringComparer.Ordinal).ThenBy(g => g.Key.Operator, StringComparer.Ordinal)
                    .Select(g => new Spent(
                        g.Key.Store, g.Key.Operator, new Money(-g.Sum(m => m.PrincipalFen)), new Money(-g.Sum(m => m.BonusFen)))),
            ],
            new Money(sold.Sum(s => s.Paid) - gained));
    }

    private string CodeOf(int? store) => store is { } id ? brands.FindStore(id)?.Code ?? "" : "";

    /// <param name="From">Left out: today.</param>
    internal sealed record Input(DateOnly? From = null, DateOnly? To = null) : IInput<Result>;

    /// <param name="Difference">Yuan by which sales and cards disagree: 0.</param>
    internal sealed record Result(
        DateOnly From, DateOnly To, IReadOnlyList<Loaded> Loads, IReadOnlyList<Spent> Spends, Money Difference);

    /// <param name="Principal">Yuan that were paid.</param>
    /// <param name="Bonus">Yuan that were given.</param>
    internal sealed record Loaded(string StoreCode, SaleTender PaymentMethod, int Sales, Money Principal, Money Bonus);

    /// <param name="Operator">The till, or who worked there.</param>
    /// <param name="Principal">Yuan, less what was given back.</param>
    /// <param name="Bonus">Yuan, less what was given back.</param>
    internal sealed record Spent(string StoreCode, string Operator, Money Principal, Money Bonus);
}

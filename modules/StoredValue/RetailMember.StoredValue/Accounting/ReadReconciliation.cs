using RetailMember.Brands;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Accounting;

/// <summary>
/// A day, or some: money that was taken for cards against the value that came onto them, money that was paid out, and how,
/// against the value that went off, what was given, and what cards paid at which till. The money is told by sales and
/// closings, the value by the cards' journals: what was paid and not loaded yet, or is owed and not paid yet, also of what
/// arrived for no order, is the difference. What is left of it then is a fault that somebody must look for.
/// </summary>
[Needs(SalesPermissions.ViewFinance)]
internal sealed class ReadReconciliation(CardMoney money, OpenMoney open, ValueMovements movements, IBrandDirectory brands)
    : Query<ReadReconciliation.Input, ReadReconciliation.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var days = AccountDays.Of(input.From ?? today, input.To ?? input.From ?? today, call);
        var (paid, loaded) = (await money.PaidAsync(days, cancel), await money.LoadedAsync(days, cancel));
        var (unexpected, givenBack) = (
            await money.UnexpectedAsync(days, cancel), await money.GivenBackAsync(days, call.RequiredBrand, cancel));
        var paidOut = await money.PaidOutAsync(days, call.RequiredBrand, cancel);
        var moved = await movements.OfAsync(days.From, days.To, cancel);
        var takenOff = -moved.Where(m => ValueMovements.IsPayout(m.Kind)).Sum(m => m.PrincipalFen);
        var difference = paid.Concat(unexpected).Sum(m => m.PaidFen) - paidOut.Sum(m => m.Fen) - loaded.Sum(m => m.PrincipalFen) + takenOff;
        var (toLoad, toPay) = (
            await open.ToLoadAsync(days, call.RequiredBrand, cancel), await open.ToPayAsync(days, call.RequiredBrand, cancel));
        return new Result(
            days.From, days.To,
            [
                .. paid.Concat(loaded).Concat(givenBack).GroupBy(m => (Store: CodeOf(m.StoreId), m.Tender, m.Operator))
                    .OrderBy(g => g.Key.Store, StringComparer.Ordinal).ThenBy(g => g.Key.Tender)
                    .ThenBy(g => g.Key.Operator, StringComparer.Ordinal)
                    .Select(g => new MoneyIn(
                        g.Key.Store, g.Key.Tender, g.Key.Operator, g.Sum(m => m.Sales), new Money(g.Sum(m => m.PaidFen)),
                        new Money(g.Sum(m => m.PrincipalFen)), new Money(g.Sum(m => m.BonusFen)),
                        new Money(g.Sum(m => m.GivenBackFen)), new Money(g.Sum(m => m.PaidFen - m.PrincipalFen - m.GivenBackFen)))),
            ],
            [
                .. unexpected.OrderBy(m => CodeOf(m.StoreId), StringComparer.Ordinal).ThenBy(m => m.Operator, StringComparer.Ordinal)
                    .Select(m => new UnexpectedMoney(CodeOf(m.StoreId), m.Operator, m.Sales, new Money(m.PaidFen))),
            ],
            [
                .. paidOut.GroupBy(m => (Store: CodeOf(m.StoreId), m.Way, m.Tender, m.Operator))
                    .OrderBy(g => g.Key.Store, StringComparer.Ordinal).ThenBy(g => g.Key.Way).ThenBy(g => g.Key.Tender)
                    .ThenBy(g => g.Key.Operator, StringComparer.Ordinal)
                    .Select(g => new MoneyOut(
                        g.Key.Store, g.Key.Way, g.Key.Tender, g.Key.Operator, new Money(g.Sum(m => m.Fen)))),
            ],
            [
                .. (await money.GivenAsync(days, cancel)).OrderBy(m => CodeOf(m.StoreId), StringComparer.Ordinal)
                    .ThenBy(m => m.Batch, StringComparer.Ordinal).ThenBy(m => m.Operator, StringComparer.Ordinal)
                    .Select(m => new GiftLoad(CodeOf(m.StoreId), m.Operator, m.Batch, m.Loads, new Money(m.BonusFen))),
            ],
            [
                .. moved.Where(m => ValueMovements.IsSpend(m.Kind)).GroupBy(m => (Store: CodeOf(m.At), m.Operator))
                    .OrderBy(g => g.Key.Store, StringComparer.Ordinal).ThenBy(g => g.Key.Operator, StringComparer.Ordinal)
                    .Select(g => new Spent(
                        g.Key.Store, g.Key.Operator, new Money(-g.Sum(m => m.PrincipalFen)), new Money(-g.Sum(m => m.BonusFen)))),
            ],
            new Money(takenOff), new Money(difference), new Money(toLoad), new Money(toPay), new Money(difference - toLoad - toPay));
    }

    private string CodeOf(int? store) => store is { } id ? brands.FindStore(id)?.Code ?? "" : "";

    /// <param name="From">Left out: today.</param>
    internal sealed record Input(DateOnly? From = null, DateOnly? To = null) : IInput<Result>;

    /// <param name="PrincipalTakenOff">Yuan of principal that went off cards to be paid out.</param>
    /// <param name="Difference">Yuan that the house has taken and not paid out, beyond what came onto cards and stayed there.</param>
    /// <param name="AwaitsLoad">
    /// Yuan of it that were paid and not loaded in these days; below zero: loaded or given back now, and paid before.
    /// </param>
    /// <param name="AwaitsPayout">
    /// Yuan of it that went off closed cards, or arrived for no order, and were not paid out in these days; below zero: paid
    /// out now, and owed before.
    /// </param>
    /// <param name="Unexplained">Yuan of it that nothing accounts for.</param>
    internal sealed record Result(
        DateOnly From, DateOnly To, IReadOnlyList<MoneyIn> Loads, IReadOnlyList<UnexpectedMoney> UnexpectedMoney,
        IReadOnlyList<MoneyOut> Payouts, IReadOnlyList<GiftLoad> GiftLoads, IReadOnlyList<Spent> Spends, Money PrincipalTakenOff,
        Money Difference, Money AwaitsLoad, Money AwaitsPayout, Money Unexplained);

    /// <param name="PaymentMethod">Left out: value that no sale accounts for.</param>
    /// <param name="Operator">The till, or who took the money there.</param>
    /// <param name="Sales">How many were paid.</param>
    /// <param name="Paid">Yuan that were taken.</param>
    /// <param name="Principal">Yuan that came onto cards for it.</param>
    /// <param name="Bonus">Yuan that were given on top.</param>
    /// <param name="GivenBack">Yuan that were on no card and went back, as their sales were cancelled.</param>
    /// <param name="Difference">
    /// Yuan that were paid and neither loaded nor given back in these days; below zero: the other way about.
    /// </param>
    internal sealed record MoneyIn(
        string StoreCode, SaleTender? PaymentMethod, string Operator, int Sales, Money Paid, Money Principal, Money Bonus,
        Money GivenBack, Money Difference);

    /// <summary>What has arrived online and no order waited for.</summary>
    /// <param name="StoreCode">Of the orders that were named; empty: there were none of the numbers.</param>
    /// <param name="Operator">The provider's account, or who has seen the money.</param>
    /// <param name="PaymentCount">How many.</param>
    /// <param name="Arrived">Yuan.</param>
    internal sealed record UnexpectedMoney(string StoreCode, string Operator, int PaymentCount, Money Arrived);

    /// <param name="PaymentMethod">How it had been paid, where it went back in the same way.</param>
    /// <param name="Operator">Who decided on it.</param>
    /// <param name="PaidOut">Yuan, for cards that were given up and sales that were taken back or cancelled.</param>
    internal sealed record MoneyOut(
        string StoreCode, PayoutWay Payout, SaleTender? PaymentMethod, string Operator, Money PaidOut);

    /// <summary>Bonus alone, which nobody has paid for.</summary>
    /// <param name="BatchCode">Of gift cards; left out: of none.</param>
    /// <param name="LoadCount">How many.</param>
    /// <param name="Bonus">Yuan.</param>
    internal sealed record GiftLoad(string StoreCode, string Operator, string? BatchCode, int LoadCount, Money Bonus);

    /// <param name="Operator">The till, or who worked there.</param>
    /// <param name="Principal">Yuan, less what was given back.</param>
    /// <param name="Bonus">Yuan, less what was given back.</param>
    internal sealed record Spent(string StoreCode, string Operator, Money Principal, Money Bonus);
}

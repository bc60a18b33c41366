using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Disputes;
using RetailMember.StoredValue.Commissions.Settlement;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Sales.Prospects;
using RetailMember.StoredValue.Targets;
using RetailMember.StoredValue.Targets.Assessments;
using RetailMember.StoredValue.Targets.Assessments.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// What a seller wants to know of himself: his latest sales, what he has earned and when it is paid, how far his target is,
/// whose cards will soon be empty, and whom he is to win.
/// </summary>
[Needs(SalesPermissions.SellCards)]
internal sealed class ReadOwnSales(
    StoredValueDb db, SaleViews views, SettlementShelf lines, AssessmentBook assessments, IStaff staff, IMemberNumbers members,
    IEnumerable<IMarketingConsents> consents, ProspectViews prospects)
    : Query<ReadOwnSales.Input, ReadOwnSales.Result>
{
    private const int MostSales = 50;
    private const int MostLines = 100;
    private const int MostAssessed = 24;
    private const int MostRenewals = 20;
    private const int MostProspects = AssignProspects.Most;
    private const int MostLooked = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var own = call.Caller.Id ?? Guid.Empty;
        var today = call.RequiredBrand.DateOf(call.At);
        var sales = await db.CardSales.AsNoTracking().Where(s => s.SellerId == own).OrderByDescending(s => s.Id)
            .Take(MostSales).ToListAsync(cancel);
        var earned = await db.CommissionLines.AsNoTracking().Where(l => l.SellerId == own).OrderByDescending(l => l.Id)
            .Take(MostLines).ToListAsync(cancel);
        var sums = await db.CommissionLines.AsNoTracking().Where(l => l.SellerId == own)
            .GroupBy(l => l.State).Select(g => new { g.Key, Fen = g.Sum(l => l.Fen) }).ToDictionaryAsync(g => g.Key, g => g.Fen, cancel);
        var result = await assessments.ReckonAsync(TargetBook.MonthOf(today), own, call, cancel) is { } reached
            ? AssessedPerson.Of(reached, staff)
            : null;
        var approved = db.AssessmentClosings.Where(c => c.State == AssessmentState.Approved);
        var assessed = await db.AssessmentEntries.AsNoTracking()
            .Where(e => e.SellerId == own && approved.Any(c => c.Month == e.ClosedIn))
            .OrderByDescending(e => e.ClosedIn).ThenByDescending(e => e.Month).Take(MostAssessed).ToListAsync(cancel);
        var saleOf = earned.ToDictionary(l => l.Id, l => l.SaleId);
        Guid[] shown = [.. saleOf.Keys];
        var doubts = await db.CommissionDisputes.AsNoTracking()
            .Where(d => d.SellerId == own && EF.Parameter(shown).Contains(d.LineId)).OrderByDescending(d => d.At).ToListAsync(cancel);
        return new Result(
            await views.OfAsync(sales, cancel),
            [.. earned.Select(lines.Show)],
            [.. doubts.Select(d => DisputeView.Of(d, saleOf[d.LineId]))],
            Sum(CommissionState.Pending), Sum(CommissionState.Payable), Sum(CommissionState.Settled),
            result, result is null ? null : ForecastOf(result.Net, today),
            [.. assessed.Select(e => AssessedPerson.Of(e, staff))],
            await RenewalsAsync(own, cancel),
            await prospects.RunningAsync(own, today, MostProspects, cancel));

        Money Sum(CommissionState state) => new(sums.GetValueOrDefault(state));
    }

    /// <summary>What the month comes to when its other days are like those that are over.</summary>
    private static Money ForecastOf(Money net, DateOnly today) =>
        new(Proportion.Of(net.Fen, DateTime.DaysInMonth(today.Year, today.Month), today.Day));

    private async Task<IReadOnlyList<Renewal>> RenewalsAsync(Guid own, CancellationToken cancel)
    {
        var cards = await db.Cards.AsNoTracking()
            .Where(c => c.LastSellerId == own && c.State == CardState.Active && c.MemberId != null)
            .OrderBy(c => c.PrincipalFen + c.BonusFen).ThenBy(c => c.Id).Take(MostLooked)
            .Select(c => new { c.Id, Member = c.MemberId!.Value, Left = c.PrincipalFen + c.BonusFen }).ToListAsync(cancel);
        Guid[] holders = [.. cards.Select(c => c.Member).Distinct()];
        var willing = await consents.AgreedAsync(holders, cancel);
        var numbers = await members.OfAsync([.. willing.Keys], cancel);
        return
        [
            .. cards.Where(c => willing.ContainsKey(c.Member)).Take(MostRenewals)
                .Select(c => new Renewal(numbers.GetValueOrDefault(c.Member), new Money(c.Left))),
        ];
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="CardSales">Latest first.</param>
    /// <param name="Disputes">One's own doubts about these lines with their answers, latest first.</param>
    /// <param name="PendingTotal">Yuan that customers may still take back.</param>
    /// <param name="PayableTotal">Yuan of the next settlement.</param>
    /// <param name="SettledTotal">Yuan.</param>
    /// <param name="Attained">Of the present month, as it stands; left out: no target.</param>
    /// <param name="Forecast">Yuan that the month comes to at this pace.</param>
    /// <param name="FixedPay">Assessment pay of months that are fixed and differences to it, latest first.</param>
    /// <param name="Renewals">Cards of holders who agreed to be contacted, those with the least on them first.</param>
    /// <param name="Prospects">Customers on his list whose days are not over, the won ones last, the most urgent first.</param>
    internal sealed record Result(
        IReadOnlyList<SaleView> CardSales,
        IReadOnlyList<CommissionLineView> CommissionLines,
        IReadOnlyList<DisputeView> Disputes,
        Money PendingTotal,
        Money PayableTotal,
        Money SettledTotal,
        AssessedPerson? Attained,
        Money? Forecast,
        IReadOnlyList<AssessedPerson> FixedPay,
        IReadOnlyList<Renewal> Renewals,
        IReadOnlyList<ProspectView> Prospects);

    /// <param name="Left">Yuan on the card.</param>
    internal sealed record Renewal(string? MemberNo, Money Left);
}

using RetailMember.Brands;
using RetailMember.Ledger;
using RetailMember.UseCases;

namespace RetailMember.Membership.Reports;

/// <summary>Points issued and burnt, day by day, from the books themselves.</summary>
[Needs(MembershipPermissions.ViewReports)]
internal sealed class ReadPointsFlow(ILedger ledger) : Query<ReadPointsFlow.Input, ReadPointsFlow.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (from, to) = ReportWindow.Of(input.From, input.To, call.RequiredBrand.DateOf(call.At));
        var moved = (await ledger.ReadMovementsAsync(MembershipUnits.Points, from, to, cancel)).ToLookup(m => m.On);
        return new Result(
            from, to, [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).Select(d => Day.Of(d, moved[d]))]);
    }

    /// <summary>The last thirty days where neither end is given.</summary>
    internal sealed record Input(DateOnly? From = null, DateOnly? To = null) : IInput<Result>;

    internal sealed record Result(DateOnly From, DateOnly To, IReadOnlyList<Day> Days);

    /// <param name="Issued">Earned, brought along and added by hand.</param>
    /// <param name="Spent">Used, less what was given back.</param>
    /// <param name="TakenBack">After refunds, and taken by hand.</param>
    internal sealed record Day(DateOnly BusinessDate, long Issued, long Spent, long Expired, long TakenBack)
    {
        internal static Day Of(DateOnly on, IEnumerable<LedgerMovement> moved)
        {
            var day = new Day(on, 0, 0, 0, 0);
            foreach (var m in moved)
                day = m.Kind switch
                {
                    PostingKind.Spend => day with { Spent = day.Spent - m.Amount },
                    PostingKind.Expire => day with { Expired = day.Expired - m.Amount },
                    PostingKind.Transfer => day,
                    _ when m.Amount > 0 => day with { Issued = day.Issued + m.Amount },
                    _ => day with { TakenBack = day.TakenBack - m.Amount },
                };
            return day;
        }
    }
}

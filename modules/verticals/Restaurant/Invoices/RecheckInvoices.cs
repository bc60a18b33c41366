using Microsoft.EntityFrameworkCore;
using RetailMember.Jobs;
using RetailMember.Restaurant.Data;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Invoices;

/// <summary>
/// Holds the invoices that stand against the money that they are of: what went back while the module was unplugged or out of
/// service told nobody. A job runs it each night, in many short transactions.
/// </summary>
[Needs(RestaurantRights.IssueInvoices)]
internal sealed class RecheckInvoices(UseCaseEntry entry, IRunProgress progress)
    : Process<RecheckInvoices.Input, RecheckInvoices.Result>
{
    private const int AtOnce = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (looked, moved, after) = (0, 0, (Guid?)null);
        do
        {
            var step = await entry.RunAsync(new RecheckSomeInvoices.Input(after, AtOnce), call, cancel);
            (looked, moved, after) = (looked + step.Looked, moved + step.Moved, step.Last);
            progress.Report(looked, total: 0);
        }
        while (after is not null);
        return new Result(looked, moved);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Looked">Invoices that stand.</param>
    /// <param name="Moved">Of which money had gone back unheard.</param>
    internal sealed record Result(int Looked, int Moved);
}

/// <summary>Holds some invoices against their money, in one transaction.</summary>
[Needs(RestaurantRights.IssueInvoices)]
internal sealed class RecheckSomeInvoices(RestaurantDb db, InvoicedMoney money, InvoiceDesk desk)
    : UseCase<RecheckSomeInvoices.Input, RecheckSomeInvoices.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var standing = db.InvoiceSubjects.AsNoTracking().Where(s => s.Standing != null);
        if (input.After is { } after) standing = standing.Where(s => s.Id > after);
        var page = await (
            from subject in standing.OrderBy(s => s.Id).Take(input.Count)
            join invoice in db.Invoices.AsNoTracking() on subject.Standing equals (Guid?)invoice.Id
            orderby subject.Id
            select new { subject.Id, invoice.Kind, Fen = invoice.AmountFen - invoice.PaidBackFen }).ToListAsync(cancel);
        var left = await money.StandsAsync([.. page.Select(i => (i.Kind, i.Id))], cancel);
        Guid[] moved = [.. page.Where(i => i.Fen != left[i.Id]).Select(i => i.Id)];
        await desk.FollowAsync(moved, cancel);
        return new Result(page.Count, moved.Length, page.Count < input.Count ? null : page[^1].Id);
    }

    internal sealed record Input(Guid? After, int Count) : IInput<Result>;

    /// <param name="Last">Where to go on; null after the last invoice.</param>
    internal sealed record Result(int Looked, int Moved, Guid? Last);
}

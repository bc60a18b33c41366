using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Value;

/// <summary>
/// Notes what has expired on cards. Nothing of a load can be spent after its last day, noted or not; this only brings the
/// books to it, one card in each transaction.
/// </summary>
[Needs(StoredValuePermissions.RunJobs)]
internal sealed class ExpireLoads(StoredValueDb db, UseCaseEntry entry, IRunProgress progress)
    : Process<ExpireLoads.Input, ExpireLoads.Result>
{
    private const int AtOnce = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        for (long cards = 0; ;)
        {
            var due = await db.CardLoads.AsNoTracking()
                .Where(l => l.ExpiresOn < today && (l.PrincipalLeftFen > 0 || l.BonusLeftFen > 0))
                .Select(l => l.CardId).Distinct().OrderBy(id => id).Take(AtOnce).ToListAsync(cancel);
            if (due.Count == 0) return new Result(today, cards);
            foreach (var card in due) await entry.RunAsync(new ExpireCard.Input(card), call, cancel);
            progress.Report(cards += due.Count, total: 0);
        }
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(DateOnly AsOf, long ExpiredCards);
}

/// <summary>Notes what has expired on one card: one transaction's share of <see cref="ExpireLoads"/>.</summary>
[Needs(StoredValuePermissions.RunJobs)]
internal sealed class ExpireCard(CardBooks books) : UseCase<ExpireCard.Input, ExpireCard.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (book, open) = await books.OpenOneAsync(input.Card, cancel);
        var occasion = CardOccasion.Of(call);
        PartOrder[] lapsed = [.. open.Loads.Where(l => !l.IsValidOn(occasion.On) && l.Row.Left != Pockets.None)
            .Select(l => new PartOrder(l, -l.Row.Left))];
        if (lapsed.Length > 0) book.Add(open, new MoveOrder(CardMoveKind.Expired, occasion, "expiry"), lapsed);
        await book.SaveAsync(cancel);
        return new Result(lapsed.Length);
    }

    internal sealed record Input(Guid Card) : IInput<Result>;

    internal sealed record Result(int ExpiredLoads);
}

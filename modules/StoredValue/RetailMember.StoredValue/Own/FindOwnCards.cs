using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Own;

/// <summary>The cards of the member who asks, newest first.</summary>
[OwnMember]
internal sealed class FindOwnCards(StoredValueDb db, CardViews views) : Query<FindOwnCards.Input, FindOwnCards.Result>
{
    private const int Most = 100;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var cards = await db.Cards.AsNoTracking()
            .Where(c => c.MemberId == call.Caller.Id && c.State != CardState.Stock)
            .OrderByDescending(c => c.Id).Take(Most).ToListAsync(cancel);
        return new Result(await views.OfAsync(cards, call, cancel));
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<CardView> OwnCards);
}

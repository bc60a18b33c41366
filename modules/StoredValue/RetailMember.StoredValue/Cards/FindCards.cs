using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Cards;

/// <summary>Cards of the brand, newest first: a member's, those of a type, of a batch or in a state.</summary>
[Needs(StoredValuePermissions.ViewCards)]
internal sealed class FindCards(StoredValueDb db, IMemberFiles members, CardViews views)
    : Query<FindCards.Input, PageOf<CardView>>
{
    protected override async Task<PageOf<CardView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.Cards.AsNoTracking();
        if (input.Member is { } given)
        {
            var member = await members.OneAsync(given, cancel);
            found = found.Where(c => c.MemberId == member.Id);
        }

        if (input.CardType is { } type) found = found.Where(c => db.CardTypes.Any(t => t.Id == c.TypeId && t.Code == type));
        if (input.BatchCode is { } batch) found = found.Where(c => db.CardBatches.Any(b => b.Id == c.BatchId && b.Code == batch));
        if (input.State is { } state) found = found.Where(c => c.State == state);
        else if (input.BatchCode is null) found = found.Where(c => c.State != CardState.Stock);
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(c => c.Id < after.Id);
        var rows = await found.OrderByDescending(c => c.Id).Take(input.Size + 1).ToListAsync(cancel);
        var shown = (await views.OfAsync(rows, call, cancel)).ToDictionary(v => v.Card);
        return PageOf<CardView>.Of(rows, input.Size, c => new Place(c.Id), c => shown[c.Id]);
    }

    private sealed record Place(Guid Id);

    internal sealed record Input : IInput<PageOf<CardView>>
    {
        /// <summary>Its holder.</summary>
        [Personal]
        public string? Member { get; init; }

        /// <summary>Code of its type.</summary>
        public string? CardType { get; init; }

        /// <summary>Code of its batch; without it, cards in stock are left out.</summary>
        public string? BatchCode { get; init; }

        public CardState? State { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Member).MaximumLength(64);
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}

using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.UseCases;
using RetailMember.Values;
using Stamps.Data;

namespace Stamps.Cards;

/// <summary>The brand's cards, fullest first.</summary>
[Needs(StampsModule.ViewCards)]
internal sealed class FindCards(StampsDb db) : Query<FindCards.Input, PageOf<FindCards.Card>>
{
    protected override async Task<PageOf<Card>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var cards = db.Cards.AsNoTracking();
        if (Cursor.Read<Place>(input.After) is { } place)
            cards = cards.Where(c => c.Stamps < place.Stamps || (c.Stamps == place.Stamps && c.MemberId > place.Member));
        var rows = await cards.OrderByDescending(c => c.Stamps).ThenBy(c => c.MemberId)
            .Take(input.Size + 1).ToListAsync(cancel);
        return PageOf<Card>.Of(rows, input.Size, c => new Place(c.Stamps, c.MemberId), Show);
    }

    private static Card Show(StampCard card) =>
        new(card.MemberNo, card.Stamps, card.Filled, card.LastOn == default ? null : card.LastOn);

    private sealed record Place(int Stamps, Guid Member);

    internal sealed record Input(string? After = null, int Size = Cursor.DefaultSize) : IInput<PageOf<Card>>;

    /// <param name="MemberNo">Null before the first visit.</param>
    /// <param name="LastOn">Business date of the last stamp; null before the first visit.</param>
    internal sealed record Card(string? MemberNo, int Stamps, int Filled, DateOnly? LastOn);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}

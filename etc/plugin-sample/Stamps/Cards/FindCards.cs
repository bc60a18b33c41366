using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.UseCases;
using RetailMember.Values;
using Stamps.Data;

namespace Stamps.Cards;

/// <summary>The brand's cards, fullest first.</summary>
[Needs(StampsModule.ViewCards)]
internal sealed class FindCards(StampsDb db, IMemberNumbers numbers) : Query<FindCards.Input, PageOf<FindCards.Card>>
{
    protected override async Task<PageOf<Card>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var cards = db.Cards.AsNoTracking();
        if (Cursor.Read<Place>(input.After) is { } place)
            cards = cards.Where(c => c.Stamps < place.Stamps || (c.Stamps == place.Stamps && c.MemberId > place.Member));
        var rows = await cards.OrderByDescending(c => c.Stamps).ThenBy(c => c.MemberId)
            .Take(input.Size + 1).ToListAsync(cancel);
        var known = await numbers.OfAsync([.. rows.Select(r => r.MemberId)], cancel);
        return PageOf<Card>.Of(rows, input.Size, c => new Place(c.Stamps, c.MemberId), Show);

        Card Show(StampCard card) => new(
            known.GetValueOrDefault(card.MemberId, ""), card.Stamps, card.Filled,
            card.LastOn == default ? null : card.LastOn);
    }

    private sealed record Place(int Stamps, Guid Member);

    internal sealed record Input(string? After = null, int Size = Cursor.DefaultSize) : IInput<PageOf<Card>>;

    /// <param name="LastOn">Business date of the last stamp; null before the first visit.</param>
    internal sealed record Card(string MemberNo, int Stamps, int Filled, DateOnly? LastOn);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}

using FluentValidation;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Cards;

/// <summary>What is on a card that somebody shows. A number that opens nothing is refused alike, and counted.</summary>
[Needs(StoredValuePermissions.ChargeCards)]
internal sealed class LookUpCard(CardFinder finder, CardViews views, GuessGate gate) : Query<LookUpCard.Input, CardView>
{
    protected override async Task<CardView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var card = await finder.OfNumberAsync(input.Card, call, cancel);
        if (CardRefusals.OfState(card) is { Code: CardRefusals.NotUsable })
        {
            await gate.NoteAsync(call);
            throw CardRefusals.Unusable();
        }

        return await views.OfAsync(card, call, cancel);
    }

    /// <param name="Card">Its number as scanned or typed.</param>
    internal sealed record Input([property: Personal] string Card) : IInput<CardView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Card).NotEmpty().MaximumLength(2 * CardNumbers.Length);
    }
}

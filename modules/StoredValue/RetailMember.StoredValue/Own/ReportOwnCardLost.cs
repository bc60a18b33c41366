using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Own;

/// <summary>Lets a member report a card of his lost: it is blocked at once.</summary>
[OwnMember]
internal sealed class ReportOwnCardLost(OwnCards own, CardSteering steering) : UseCase<ReportOwnCardLost.Input, CardView>
{
    protected override async Task<CardView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var card = await own.FindAsync(input.Card, call, cancel);
        return await steering.BlockAsync(card.Id, BlockReason.Lost, call.Caller.Name, call, cancel);
    }

    internal sealed record Input(Guid Card) : IInput<CardView>;
}

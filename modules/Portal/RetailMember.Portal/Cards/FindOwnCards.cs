using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Portal.Cards;

/// <summary>The cards that name the member at the till.</summary>
[OwnMember]
internal sealed class FindOwnCards(IMemberAccounts accounts) : Query<FindOwnCards.Input, FindOwnCards.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new(await accounts.CardsAsync(call.Caller.Id!.Value, cancel));

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<BoundCard> Cards);
}

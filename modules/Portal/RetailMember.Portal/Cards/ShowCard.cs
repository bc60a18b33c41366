using RetailMember.UseCases;

namespace RetailMember.Portal.Cards;

/// <summary>The member's card for the till: a code that is another one every half minute.</summary>
[OwnMember]
internal sealed class ShowCard(RotatingCode codes) : Query<ShowCard.Input, ShowCard.Result>
{
    protected override Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        Task.FromResult(new Result(
            call.Caller.Name, codes.Of(call.RequiredBrand.Id, call.Caller.Id!.Value), RotatingCode.StepSeconds));

    internal sealed record Input : IInput<Result>;

    /// <param name="CardCode">To be shown as a QR code.</param>
    /// <param name="RefreshSeconds">After so long it is time for the next one.</param>
    internal sealed record Result(string MemberNo, string CardCode, int RefreshSeconds);
}

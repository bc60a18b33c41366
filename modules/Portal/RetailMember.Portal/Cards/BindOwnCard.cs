using FluentValidation;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Portal.Cards;

/// <summary>
/// Binds a card that the member holds to his account: from then on it names him at the till. Whoever else it is of, it is
/// refused in the same words, and few may be tried.
/// </summary>
[OwnMember]
internal sealed class BindOwnCard(CardThrottle throttle, IMemberAccounts accounts) : UseCase<BindOwnCard.Input, BindOwnCard.Result>
{
    protected override Task BeforeAsync(Input input, CallContext call, CancellationToken cancel) =>
        throttle.TakeAsync(call.Caller.Id!.Value.ToString("N"), call, cancel);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await accounts.BindAsync(call.Caller.Id!.Value, input.Card, input.Kind.ToString(), call, cancel);
        return new Result(call.Caller.Name);
    }

    /// <param name="Card">As printed or read.</param>
    internal sealed record Input([property: Personal] string Card, CardKind Kind) : IInput<Result>;

    internal sealed record Result(string MemberNo);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Card).Matches(CardForm.Pattern).WithErrorCode("portal.card-malformed");
            RuleFor(i => i.Kind).IsInEnum();
        }
    }
}

internal enum CardKind
{
    Barcode,
    Magnetic,
    Proximity,
}

internal static class CardForm
{
    public const string Pattern = @"\A[A-Za-z0-9_.-]{4,64}\z";
}

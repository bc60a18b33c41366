using FluentValidation;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Portal.Cards;

/// <summary>Takes a lost card of the member's from his account: from then on it names nobody.</summary>
[OwnMember]
internal sealed class ReportLostCard(IMemberAccounts accounts) : UseCase<ReportLostCard.Input, ReportLostCard.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await accounts.UnbindAsync(call.Caller.Id!.Value, input.Card, cancel);
        return new Result(call.Caller.Name);
    }

    /// <param name="Card">One of his own.</param>
    internal sealed record Input([property: Personal] string Card) : IInput<Result>;

    internal sealed record Result(string MemberNo);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Card).NotEmpty().MaximumLength(64);
    }
}

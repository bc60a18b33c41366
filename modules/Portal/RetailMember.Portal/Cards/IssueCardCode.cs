using FluentValidation;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Portal.Cards;

/// <summary>
/// Staff who see the card at the counter give its holder a code, with which he binds it to his mobile: the number alone,
/// which anybody can read off a card or guess, opens nothing. Only for a card of a member whose mobile nobody knows.
/// </summary>
[Needs(MembershipPermissions.EnrolMembers)]
internal sealed class IssueCardCode(IMemberAccounts accounts, CounterCode codes) : UseCase<IssueCardCode.Input, IssueCardCode.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var memberNo = await accounts.ClaimableAsync(input.Card, call, cancel)
            ?? throw new Refusal("portal.card-not-alone", RefusalKind.Conflict);
        var (code, until) = codes.Of(call.RequiredBrand.Id, input.Card, call.At);
        return new Result(memberNo, code, until);
    }

    /// <param name="Card">As printed or read.</param>
    internal sealed record Input([property: Personal] string Card) : IInput<Result>;

    /// <param name="Code">Six digits that the member types together with the card's number.</param>
    /// <param name="ValidUntil">UTC.</param>
    internal sealed record Result(string MemberNo, [property: Personal] string Code, DateTime ValidUntil) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Card).Matches(CardForm.Pattern).WithErrorCode("portal.card-malformed");
    }
}

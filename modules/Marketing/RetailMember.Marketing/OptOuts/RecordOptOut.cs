using FluentValidation;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.OptOuts;

/// <summary>
/// Notes what a member says in a store: no commercial messages to him any more, on any channel, nor to his addresses from any
/// brand of the chain, until he consents again.
/// </summary>
[Needs(MarketingRights.RecordOptOuts)]
internal sealed class RecordOptOut(IMemberFiles members, IMemberContacts contacts, OptOutBook book)
    : UseCase<RecordOptOut.Input, RecordOptOut.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await members.OneAsync(input.Member, cancel);
        var known = await contacts.OfAsync([member.Id], cancel);
        var contact = known.GetValueOrDefault(member.Id) ?? throw new Refusal("marketing.no-mobile", RefusalKind.Conflict);
        await book.LeaveAsync(contact, call.At, cancel);
        return new Result(member.MemberNo);
    }

    internal sealed record Input([property: Personal] string Member, string? StoreCode = null) : IInput<Result>, IAtStore;

    internal sealed record Result(string MemberNo) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}

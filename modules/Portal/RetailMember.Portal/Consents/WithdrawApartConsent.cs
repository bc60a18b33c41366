using FluentValidation;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Portal.Consents;

/// <summary>
/// Takes back what a member has agreed to apart, in a module, and with it what that allowed: also where the module is off
/// and its own pages are closed. Asked twice it does it once.
/// </summary>
[Needs(PortalPermissions.RecordConsents), OwnMember]
internal sealed class WithdrawApartConsent(IEnumerable<IApartConsent> consents, IMemberFiles members, IMemberAwards awards)
    : UseCase<WithdrawApartConsent.Input, WithdrawApartConsent.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var consent = consents.FirstOrDefault(c => c.Code == input.Consent)
            ?? throw new Refusal("portal.consent-not-found", RefusalKind.NotFound, ("consent", input.Consent));
        var member = await members.OneAsync(input.Member, cancel);
        await awards.HoldAsync([member.Id], cancel);
        await consent.WithdrawAsync(member.Id, call, cancel);
        return new Result(member.MemberNo, consent.Code);
    }

    /// <param name="Consent">Its code.</param>
    internal sealed record Input([property: Personal] string Member, string Consent) : IInput<Result>, IOfMember<Input>
    {
        public Input For(string memberNo) => this with { Member = memberNo };
    }

    internal sealed record Result(string MemberNo, string Consent) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Consent).NotEmpty().MaximumLength(64);
        }
    }
}

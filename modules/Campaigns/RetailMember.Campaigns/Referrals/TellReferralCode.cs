using FluentValidation;
using RetailMember.Campaigns.Awards;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Referrals;

/// <summary>Tells a member the code by which he refers friends.</summary>
[Needs(CampaignsPermissions.TellReferralCodes), OwnMember]
internal sealed class TellReferralCode(MemberGate gate, IReferralCodes codes)
    : UseCase<TellReferralCode.Input, TellReferralCode.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await gate.HoldAsync(input.Member, cancel);
        return new Result(member.MemberNo, await codes.OfAsync(member.Id, input.Device, cancel));
    }

    /// <param name="Device">What names the phone or browser on which he asks.</param>
    internal sealed record Input([property: Personal] string Member, string? Device = null)
        : IInput<Result>, IOfMember<Input>
    {
        public Input For(string memberNo) => this with { Member = memberNo };
    }

    internal sealed record Result(string MemberNo, string ReferralCode) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Device).MaximumLength(200);
        }
    }
}

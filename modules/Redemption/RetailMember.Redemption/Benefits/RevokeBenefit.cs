using FluentValidation;
using RetailMember.Membership;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Benefits;

/// <summary>Ends what was granted to a member by name, by staff and by campaigns; what was used stays used.</summary>
[Needs(RedemptionPermissions.GrantBenefits)]
internal sealed class RevokeBenefit(IMemberFiles members, IBenefits benefits) : UseCase<RevokeBenefit.Input, RevokeBenefit.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await members.OneAsync(input.Member, cancel);
        var outcome = (await benefits.RevokeAsync(
            [new BenefitRevocation(input.Benefit, member.Id, call.Occasion())], cancel))[0];
        return outcome.Refusal is { } code
            ? throw new Refusal(code, RefusalKind.NotFound, ("benefit", input.Benefit))
            : new Result(input.Benefit, member.MemberNo);
    }

    internal sealed record Input(string Benefit, [property: Personal] string Member) : IInput<Result>;

    internal sealed record Result(string Benefit, string MemberNo);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}

using FluentValidation;
using RetailMember.Membership;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Benefits;

/// <summary>Grants a benefit to members by name, for some days; all of them or none.</summary>
[Needs(RedemptionPermissions.GrantBenefits)]
internal sealed class GrantBenefit(IMemberFiles files, BenefitShelf shelf, IBenefits benefits)
    : UseCase<GrantBenefit.Input, GrantBenefit.Result>
{
    public const int MostMembers = 1_000;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await shelf.FindAsync(input.Benefit, cancel);
        var members = await files.NamedAsync(input.Members, cancel);
        var occasion = call.Occasion();
        await benefits.GrantAsync(
            [
                .. members.Select(m => new BenefitGrant(
                    input.Benefit, m, input.From ?? occasion.On, input.To, input.Reason, occasion)),
            ],
            cancel);
        return new Result(input.Benefit, members.Count);
    }

    internal sealed record Input : IInput<Result>
    {
        /// <summary>Its code.</summary>
        public required string Benefit { get; init; }

        /// <summary>Member numbers, cards or mobiles.</summary>
        [Personal]
        public required IReadOnlyList<string> Members { get; init; }

        /// <summary>First day; today where it is left out.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last day; left out: until it is revoked.</summary>
        public DateOnly? To { get; init; }

        public required string Reason { get; init; }
    }

    internal sealed record Result(string Benefit, int Members);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Members).Must(m => m.Count is >= 1 and <= MostMembers).WithErrorCode("redemption.grants-out-of-range");
            RuleForEach(i => i.Members).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(64);
            RuleFor(i => i.To).Must((i, to) => !(to < i.From)).WithErrorCode("redemption.dates-in-wrong-order");
        }
    }
}

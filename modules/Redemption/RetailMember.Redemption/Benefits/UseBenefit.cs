using System.Globalization;
using FluentValidation;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Benefits;

/// <summary>Serves a member once what he is entitled to, within his number of the period.</summary>
[Needs(RedemptionPermissions.UseBenefits)]
internal sealed class UseBenefit(IMemberFiles members, IBenefits benefits) : UseCase<UseBenefit.Input, UseBenefit.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (call.Store is not { } store) throw new Refusal("store.needed", RefusalKind.Invalid);
        store.RefuseUnlessOpenAt(call.At);
        var member = await members.ActiveAsync(input.Member, cancel);
        var key = string.Create(CultureInfo.InvariantCulture, $"one/{store.Id}/{input.Key}");
        var outcome = (await benefits.UseAsync([new BenefitAsked(key, input.Benefit, member.Id, call.Occasion())], cancel))[0];
        return outcome.Refusal is { } code
            ? throw new Refusal(code, RefusalKind.Conflict, ("benefit", input.Benefit))
            : new Result(input.Benefit, member.MemberNo, outcome.Left, outcome.Voucher);
    }

    internal sealed record Input : IInput<Result>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key serves once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        /// <summary>Its code.</summary>
        public required string Benefit { get; init; }

        [Personal]
        public required string Member { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="Left">How often he may still have it in the present period; null: as often as he likes.</param>
    /// <param name="Voucher">That he got by it.</param>
    internal sealed record Result(string Benefit, string MemberNo, long? Left, Guid? Voucher) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Benefit).NotEmpty().MaximumLength(RedemptionDb.CodeLength);
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
        }
    }
}

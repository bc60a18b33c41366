using System.Globalization;
using FluentValidation;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Vouchers;

/// <summary>Gives a member one voucher. Its code is not told here, so that no log keeps it: see RevealVoucher.</summary>
[Needs(RedemptionPermissions.IssueVouchers)]
internal sealed class IssueVoucher(IMemberFiles members, IVouchers vouchers) : UseCase<IssueVoucher.Input, IssueVoucher.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await members.ActiveAsync(input.Member, cancel);
        var key = string.Create(CultureInfo.InvariantCulture, $"one/{call.Store?.Id}/{input.Key}");
        var issue = new VoucherIssue(key, input.Definition, member.Id, input.Reason, call.Occasion());
        var outcome = (await vouchers.IssueAsync([issue], cancel))[0];
        if (outcome.Voucher is not { } voucher)
            throw new Refusal(outcome.Refusal!, RefusalKind.Conflict, ("definition", input.Definition));
        return new Result(
            voucher.Id, member.MemberNo, voucher.Definition, new Money(voucher.FaceFen), voucher.ValidFrom, voucher.ExpiresOn!.Value);
    }

    internal sealed record Input : IInput<Result>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key issues once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        [Personal]
        public required string Member { get; init; }

        /// <summary>Code of an active definition.</summary>
        public required string Definition { get; init; }

        /// <summary>Why; shown in the voucher's history.</summary>
        public required string Reason { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="FaceValue">Yuan; 0 for a percentage.</param>
    /// <param name="ExpiresOn">Last day of use.</param>
    internal sealed record Result(
        Guid Voucher, string MemberNo, string Definition, Money FaceValue, DateOnly ValidFrom, DateOnly ExpiresOn) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Definition).NotEmpty().MaximumLength(RedemptionDb.CodeLength);
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(64);
        }
    }
}

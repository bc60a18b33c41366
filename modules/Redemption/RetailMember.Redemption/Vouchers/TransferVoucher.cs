using FluentValidation;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers;

/// <summary>Passes a voucher on to another member of the brand on its holder's behalf.</summary>
[Needs(RedemptionPermissions.ManageVouchers)]
internal sealed class TransferVoucher(VoucherShelf shelf, VoucherPassing passing, IMemberFiles members)
    : UseCase<TransferVoucher.Input, TransferVoucher.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var receiver = await members.ActiveAsync(input.Member, cancel);
        var voucher = await shelf.LockAsync(input.Voucher, cancel);
        var definition = await passing.CheckAsync(voucher, call, cancel);
        if (voucher.MemberId == receiver.Id) throw new Refusal("redemption.voucher-is-his-own", RefusalKind.Conflict);
        return await passing.TryPassAsync(voucher, definition, receiver, call, cancel)
            ? new Result(voucher.Id, receiver.MemberNo)
            : throw new Refusal(VoucherRefusals.MemberHasMost, RefusalKind.Conflict);
    }

    /// <param name="Member">Who receives it.</param>
    internal sealed record Input(Guid Voucher, [property: Personal] string Member) : IInput<Result>;

    internal sealed record Result(Guid Voucher, string MemberNo) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}

using FluentValidation;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers;

/// <summary>Passes a voucher on to another member of the brand, where its definition allows it.</summary>
[Needs(RedemptionPermissions.ManageVouchers)]
internal sealed class TransferVoucher(
    VoucherShelf shelf, DefinitionShelf definitions, MemberGate members, VoucherHistory history, IRows rows)
    : UseCase<TransferVoucher.Input, TransferVoucher.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var receiver = await members.ActiveAsync(input.Member, cancel);
        var voucher = await shelf.LockAsync(input.Voucher, cancel);
        if (!voucher.IsOpenOn(call.RequiredBrand.DateOf(call.At)))
            throw new Refusal(VoucherRefusals.NotUsable, RefusalKind.Conflict);
        var definition = (await definitions.OfIdsAsync([voucher.DefinitionId], cancel)).Single();
        if (!definition.Terms.Transferable) throw new Refusal("redemption.voucher-not-transferable", RefusalKind.Conflict);
        if (voucher.MemberId == receiver.Id) throw new Refusal("redemption.voucher-is-his-own", RefusalKind.Conflict);
        voucher.MemberId = receiver.Id;
        await rows.UpdateAsync([voucher], [nameof(Voucher.MemberId)], cancel);
        await history.AppendAsync(
            [VoucherHistory.Move(voucher, VoucherMoveKind.Transferred, call.Occasion(), "transfer")], cancel);
        return new Result(voucher.Id, receiver.MemberNo);
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

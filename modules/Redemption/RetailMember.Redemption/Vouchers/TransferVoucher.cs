using FluentValidation;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers;

/// <summary>Passes a voucher on to another member of the brand, where its definition allows it. It has a new code then.</summary>
[Needs(RedemptionPermissions.ManageVouchers)]
internal sealed class TransferVoucher(
    VoucherShelf shelf,
    DefinitionShelf definitions,
    MemberGate members,
    Quotas quotas,
    SecretCode codes,
    VoucherHistory history,
    IRows rows)
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
        // What was used of it may come back by a refund, and belongs to who used it.
        if (voucher.State == VoucherState.PartlyUsed)
            throw new Refusal("redemption.voucher-partly-used", RefusalKind.Conflict);
        await CountAsync(receiver.Id, definition, cancel);
        // Whoever gives it away knows the code that it had.
        voucher.Code = SecretCode.Draw();
        (voucher.MemberId, voucher.CodeIndex) = (receiver.Id, codes.IndexOf(voucher.Code)!);
        await rows.UpdateAsync([voucher], [nameof(Voucher.MemberId), nameof(Voucher.Code), nameof(Voucher.CodeIndex)], cancel);
        await history.AppendAsync(
            [VoucherHistory.Move(voucher, VoucherMoveKind.Transferred, call.Occasion(), "transfer")], cancel);
        return new Result(voucher.Id, receiver.MemberNo);
    }

    /// <summary>Nobody comes to more by presents than he may have; whoever gave one away has had it.</summary>
    private async Task CountAsync(Guid receiver, KnownDefinition definition, CancellationToken cancel)
    {
        if (definition.Terms.MostPerMember is not { } most) return;
        var key = new QuotaKey(receiver, definition.Id);
        var book = await quotas.OpenAsync([key], cancel);
        if (!book.TryTake(key, 1, most)) throw new Refusal(VoucherRefusals.MemberHasMost, RefusalKind.Conflict);
        await book.SaveAsync(cancel);
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

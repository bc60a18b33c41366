using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers;

/// <summary>Passes a voucher that is held on to another member, where its definition allows it. It has a new code then.</summary>
internal sealed class VoucherPassing(
    DefinitionShelf definitions, Quotas quotas, SecretCode codes, VoucherHistory history, IRows rows)
{
    /// <summary>Refuses what is not to be passed on, whoever might receive it.</summary>
    public async Task<KnownDefinition> CheckAsync(Voucher voucher, CallContext call, CancellationToken cancel)
    {
        RefuseUnlessOpen(voucher, call);
        var definition = (await definitions.OfIdsAsync([voucher.DefinitionId], cancel)).Single();
        if (!definition.Terms.Transferable) throw new Refusal("redemption.voucher-not-transferable", RefusalKind.Conflict);
        // What was used of it may come back by a refund, and belongs to who used it.
        return voucher.State == VoucherState.PartlyUsed
            ? throw new Refusal("redemption.voucher-partly-used", RefusalKind.Conflict)
            : definition;
    }

    /// <summary>What was used up, revoked or is over has nothing to be shown or passed on.</summary>
    public static void RefuseUnlessOpen(Voucher voucher, CallContext call)
    {
        if (!voucher.IsOpenOn(call.RequiredBrand.DateOf(call.At)))
            throw new Refusal(VoucherRefusals.NotUsable, RefusalKind.Conflict);
    }

    /// <summary>False, and nothing done, where the receiver would have more of them than he may.</summary>
    public async Task<bool> TryPassAsync(
        Voucher voucher, KnownDefinition definition, MemberSummary receiver, CallContext call, CancellationToken cancel)
    {
        if (!await TryCountAsync(receiver.Id, definition, cancel)) return false;
        // Whoever gives it away knows the code that it had.
        voucher.Code = SecretCode.Draw();
        (voucher.MemberId, voucher.CodeIndex) = (receiver.Id, codes.IndexOf(voucher.Code)!);
        (voucher.DisclosedBy, voucher.DisclosedAt) = (null, null);
        await rows.UpdateAsync(
            [voucher],
            [nameof(Voucher.MemberId), nameof(Voucher.Code), nameof(Voucher.CodeIndex), .. Disclosure.Columns], cancel);
        await history.AppendAsync(
            [VoucherHistory.Move(voucher, VoucherMoveKind.Transferred, call.Occasion(), "transfer")], cancel);
        return true;
    }

    /// <summary>Nobody comes to more by presents than he may have; whoever gave one away has had it.</summary>
    private async Task<bool> TryCountAsync(Guid receiver, KnownDefinition definition, CancellationToken cancel)
    {
        if (definition.Terms.MostPerMember is not { } most) return true;
        var key = new QuotaKey(receiver, definition.Id);
        var book = await quotas.OpenAsync([key], cancel);
        if (!book.TryTake(key, 1, most)) return false;
        await book.SaveAsync(cancel);
        return true;
    }
}

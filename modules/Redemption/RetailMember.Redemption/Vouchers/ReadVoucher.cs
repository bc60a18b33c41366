using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Gifts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Vouchers;

/// <summary>A voucher with its history: who did what to it, where, when and on which receipt.</summary>
[Needs(RedemptionPermissions.ViewVouchers)]
internal sealed class ReadVoucher(
    RedemptionDb db, VoucherShelf shelf, DefinitionShelf definitions, IMemberNumbers numbers, IBrandDirectory brands,
    IEnumerable<IVoucherReasons> reasons)
    : Query<ReadVoucher.Input, ReadVoucher.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var voucher = await shelf.FindAsync(input.Voucher, cancel);
        var definition = (await definitions.OfIdsAsync([voucher.DefinitionId], cancel)).Single();
        var moves = await db.VoucherMoves.AsNoTracking().Where(m => m.VoucherId == voucher.Id).OrderBy(m => m.Id).ToListAsync(cancel);
        var members = await numbers.OfAsync([.. moves.Select(m => m.MemberId).Append(voucher.MemberId).Distinct()], cancel);
        var source = await SourceAsync(voucher, moves.Find(m => m.Kind == VoucherMoveKind.Issued)?.Reference, cancel);
        return new Result(
            VoucherView.Of(voucher, definition, call.RequiredBrand.DateOf(call.At)),
            members.GetValueOrDefault(voucher.MemberId),
            [.. moves.Select(m => new Line(
                m.Kind, new Money(m.ValueFen), new Money(m.DiscountFen), members.GetValueOrDefault(m.MemberId),
                reasons.ReferenceOf(m, voucher.IssueKey),
                m.Kind == VoucherMoveKind.Issued ? source : null,
                m.StoreId is { } store ? brands.FindStore(store)?.Code : null, m.Operator, m.At, m.DisclosedBy))],
            Disclosure.Of(voucher));
    }

    /// <summary>What the house calls that from which it came; null where a person or another module gave it.</summary>
    private async Task<LocalName?> SourceAsync(Voucher voucher, string? code, CancellationToken cancel)
    {
        if (voucher.IssueKey.StartsWith("gift/", StringComparison.Ordinal))
            return await db.GiftRules.AsNoTracking().SingleOrDefaultAsync(r => r.Code == code, cancel) is { } rule
                ? KnownGiftRule.TermsOf(rule).Name
                : null;
        if (voucher.IssueKey.StartsWith("benefit/", StringComparison.Ordinal))
            return await db.Benefits.AsNoTracking().SingleOrDefaultAsync(b => b.Code == code, cancel) is { } benefit
                ? BenefitShelf.TermsOf(benefit).Name
                : null;
        return voucher.IssueKey.StartsWith("order/", StringComparison.Ordinal)
            && await db.Rewards.AsNoTracking().SingleOrDefaultAsync(r => r.Code == code, cancel) is { } reward
                ? CatalogueShelf.TermsOf(reward).Name
                : null;
    }

    internal sealed record Input(Guid Voucher) : IInput<Result>;

    /// <param name="CodeDisclosed">Who of the staff saw its code last; null where nobody did.</param>
    internal sealed record Result(
        VoucherView Voucher, string? MemberNo, IReadOnlyList<Line> History, Disclosure? CodeDisclosed);

    /// <param name="Value">Yuan that the voucher's value changed by, signed.</param>
    /// <param name="Discount">Yuan that a receipt was relieved of.</param>
    /// <param name="MemberNo">The holder after it.</param>
    /// <param name="Reference">The receipt, or the reason.</param>
    /// <param name="SourceName">Name of the gift rule, benefit or reward that it was issued for.</param>
    /// <param name="StoreCode">Where it happened.</param>
    /// <param name="CodeDisclosedBy">Of a use by a code that staff had seen: who of them last.</param>
    internal sealed record Line(
        VoucherMoveKind Kind,
        Money Value,
        Money Discount,
        string? MemberNo,
        string Reference,
        LocalName? SourceName,
        string? StoreCode,
        string Operator,
        DateTime At,
        string? CodeDisclosedBy);
}

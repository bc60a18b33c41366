using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Benefits;

/// <summary>Who had a benefit, when, where and by whose hand; newest first.</summary>
[Needs(RedemptionPermissions.ViewBenefits)]
internal sealed class FindBenefitUses(
    RedemptionDb db, BenefitShelf shelf, IMemberFiles members, IMemberNumbers numbers, IBrandDirectory brands)
    : Query<FindBenefitUses.Input, PageOf<FindBenefitUses.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var benefit = await shelf.FindAsync(input.Benefit, cancel);
        var found = db.BenefitUses.AsNoTracking().Where(u => u.BenefitId == benefit.Id);
        if (input.Member is { } given)
        {
            var member = await members.OneAsync(given, cancel);
            found = found.Where(u => u.MemberId == member.Id);
        }

        if (call.Store is { } store) found = found.Where(u => u.StoreId == store.Id);
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(u => u.Id < after.Id);
        var rows = await found.OrderByDescending(u => u.Id).Take(input.Size + 1).ToListAsync(cancel);
        var known = await numbers.OfAsync([.. rows.Select(u => u.MemberId).Distinct()], cancel);
        return PageOf<Row>.Of(
            rows, input.Size, u => new Place(u.Id),
            u => new Row(
                u.Id, u.At, known.GetValueOrDefault(u.MemberId), u.StoreId is { } id ? brands.FindStore(id)?.Code : null,
                u.Operator, u.Period, u.VoucherId,
                u.TakenBackAt is { } back ? new TakenBack(back, u.TakenBackBy!, u.TakenBackFor!) : null));
    }

    private sealed record Place(long Id);

    internal sealed record Input : IInput<PageOf<Row>>, IAtStore
    {
        /// <summary>Its code.</summary>
        public required string Benefit { get; init; }

        [Personal]
        public string? Member { get; init; }

        public string? StoreCode { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    /// <param name="At">UTC.</param>
    /// <param name="Period">In which it counts, such as <c>2026-03</c>.</param>
    /// <param name="Voucher">That the member got by it.</param>
    /// <param name="Reversal">That it was taken back; null while it stands.</param>
    internal sealed record Row(
        long Use, DateTime At, string? MemberNo, string? StoreCode, string Operator, string Period, Guid? Voucher,
        TakenBack? Reversal);

    /// <param name="At">UTC.</param>
    internal sealed record TakenBack(DateTime At, string Operator, string Reason);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Member).MaximumLength(64);
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}

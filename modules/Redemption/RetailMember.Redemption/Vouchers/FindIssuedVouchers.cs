using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Vouchers;

/// <summary>The vouchers that were issued by a definition, newest first.</summary>
[Needs(RedemptionPermissions.ViewVouchers)]
internal sealed class FindIssuedVouchers(RedemptionDb db, DefinitionShelf definitions, IMemberNumbers numbers)
    : Query<FindIssuedVouchers.Input, PageOf<FindIssuedVouchers.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var definition = KnownDefinition.Of(await definitions.FindAsync(input.Definition, cancel));
        var found = db.Vouchers.AsNoTracking().Where(v => v.DefinitionId == definition.Id);
        if (input.State is { } state) found = found.Where(v => v.State == state);
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(v => v.Id < after.Id);
        var rows = await found.OrderByDescending(v => v.Id).Take(input.Size + 1).ToListAsync(cancel);
        var known = await numbers.OfAsync([.. rows.Select(v => v.MemberId).Distinct()], cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        return PageOf<Row>.Of(
            rows, input.Size, v => new Place(v.Id),
            v => new Row(VoucherView.Of(v, definition, today), known.GetValueOrDefault(v.MemberId)));
    }

    private sealed record Place(Guid Id);

    internal sealed record Input : IInput<PageOf<Row>>
    {
        /// <summary>Its code.</summary>
        public required string Definition { get; init; }

        /// <summary>As the tables have it: expiry counts once the nightly job has noted it.</summary>
        public VoucherState? State { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    internal sealed record Row(VoucherView Voucher, string? MemberNo);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}

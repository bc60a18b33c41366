using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Vouchers;

/// <summary>A member's vouchers, newest first: those that can still be used, or all of them.</summary>
[Needs(RedemptionPermissions.ViewVouchers), OwnMember]
internal sealed class FindVouchers(RedemptionDb db, IMemberFiles members, DefinitionShelf definitions)
    : Query<FindVouchers.Input, PageOf<VoucherView>>
{
    protected override async Task<PageOf<VoucherView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await members.OneAsync(input.Member, cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        var found = db.Vouchers.AsNoTracking().Where(v => v.MemberId == member.Id);
        if (!input.All)
            found = found.Where(v =>
                (v.State == VoucherState.Issued || v.State == VoucherState.PartlyUsed) && v.ExpiresOn >= today);
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(v => v.Id < after.Id);
        var rows = await found.OrderByDescending(v => v.Id).Take(input.Size + 1).ToListAsync(cancel);
        var known = (await definitions.OfIdsAsync([.. rows.Select(v => v.DefinitionId).Distinct()], cancel)).ToDictionary(d => d.Id);
        return PageOf<VoucherView>.Of(
            rows, input.Size, v => new Place(v.Id), v => VoucherView.Of(v, known[v.DefinitionId], today));
    }

    private sealed record Place(Guid Id);

    internal sealed record Input : IInput<PageOf<VoucherView>>, IOfMember<Input>
    {
        [Personal]
        public required string Member { get; init; }

        /// <summary>Used, expired and revoked ones too.</summary>
        public bool All { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;

        public Input For(string memberNo) => this with { Member = memberNo };
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}

using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Members.Care;

/// <summary>The care that somebody has still to come back to by a day, longest due first.</summary>
[Needs(MembershipPermissions.ViewCare)]
internal sealed class FindFollowUps(MembershipDb db, IBrandDirectory brands)
    : Query<FindFollowUps.Input, PageOf<CareView>>
{
    protected override async Task<PageOf<CareView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var until = input.Until ?? call.RequiredBrand.DateOf(call.At);
        var due = db.CareWithinReach(call, MembershipPermissions.ViewCare).AsNoTracking()
            .Where(c => c.FollowedUpAt == null && c.FollowUpOn <= until);
        if (call.Store is { } store) due = due.Where(c => c.StoreId == store.Id);
        if (Cursor.Read<Place>(input.After) is { } after)
            due = due.Where(c => c.FollowUpOn > after.On || (c.FollowUpOn == after.On && c.Id > after.Id));
        var rows = await due.OrderBy(c => c.FollowUpOn).ThenBy(c => c.Id)
            .Take(input.Size + 1)
            .Join(db.Members, c => c.MemberId, m => m.Id, (care, member) => new { care, member.MemberNo })
            .OrderBy(r => r.care.FollowUpOn).ThenBy(r => r.care.Id)
            .ToListAsync(cancel);
        return PageOf<CareView>.Of(
            rows,
            input.Size,
            r => new Place(r.care.FollowUpOn!.Value, r.care.Id),
            r => CareView.Of(r.care, r.MemberNo, brands));
    }

    private sealed record Place(DateOnly On, Guid Id);

    internal sealed record Input : IInput<PageOf<CareView>>, IAtStore
    {
        /// <summary>One store's alone.</summary>
        public string? StoreCode { get; init; }

        /// <summary>Business day of the brand; today where it is left out.</summary>
        public DateOnly? Until { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}

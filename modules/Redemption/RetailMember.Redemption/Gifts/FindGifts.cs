using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Gifts;

/// <summary>A member's gifts, newest first: those that he can claim now, or all of them.</summary>
[Needs(RedemptionPermissions.ViewGifts)]
internal sealed class FindGifts(RedemptionDb db, IMemberFiles members) : Query<FindGifts.Input, PageOf<GiftView>>
{
    protected override async Task<PageOf<GiftView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await members.OneAsync(input.Member, cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        var found = db.Gifts.AsNoTracking().Where(g => g.MemberId == member.Id);
        if (!input.All) found = found.Where(g => g.State == GiftState.Earned && g.ClaimUntil >= today);
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(g => g.Id < after.Id);
        var rows = await found.OrderByDescending(g => g.Id).Take(input.Size + 1).ToListAsync(cancel);
        return PageOf<GiftView>.Of(rows, input.Size, g => new Place(g.Id), g => GiftView.Of(g, today));
    }

    private sealed record Place(Guid Id);

    internal sealed record Input : IInput<PageOf<GiftView>>
    {
        [Personal]
        public required string Member { get; init; }

        /// <summary>Given, lapsed and revoked ones too.</summary>
        public bool All { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
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

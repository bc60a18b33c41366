using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Gifts;

/// <summary>All gifts of the brand, or those of a rule, a state, some days; what is missing can be asked for alone.</summary>
[Needs(RedemptionPermissions.ViewGifts)]
internal sealed class FindGivenGifts(RedemptionDb db, GiftShelf shelf, IMemberNumbers numbers)
    : Query<FindGivenGifts.Input, PageOf<FindGivenGifts.Row>>
{
    private const string OldestFirst = "earned";
    private const string NewestFirst = "-" + OldestFirst;

    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var found = Of(input.State, today);
        if (input.Rule is { } code)
        {
            var rule = await shelf.FindRuleAsync(code, cancel);
            found = found.Where(g => g.RuleId == rule.Id);
        }

        if (input.Missing) found = found.Where(g => g.Refusal != null);
        if (input.From is { } from) found = found.Where(g => g.EarnedOn >= from);
        if (input.To is { } to) found = found.Where(g => g.EarnedOn <= to);
        var rows = await Ordered(found, input).Take(input.Size + 1).ToListAsync(cancel);
        var known = await numbers.OfAsync([.. rows.Select(g => g.MemberId).Distinct()], cancel);
        return PageOf<Row>.Of(
            rows, input.Size, g => new Place(g.Id),
            g => new Row(GiftView.Of(g, today), known.GetValueOrDefault(g.MemberId)));
    }

    /// <summary>One whose last day to claim is over has lapsed, whether the nightly job has been here or not.</summary>
    private IQueryable<Gift> Of(GiftState? state, DateOnly today)
    {
        var all = db.Gifts.AsNoTracking();
        return state switch
        {
            null => all,
            GiftState.Earned => all.Where(g => g.State == GiftState.Earned && g.ClaimUntil >= today),
            GiftState.Lapsed => all.Where(g =>
                g.State == GiftState.Lapsed || (g.State == GiftState.Earned && g.ClaimUntil < today)),
            _ => all.Where(g => g.State == state),
        };
    }

    private static IQueryable<Gift> Ordered(IQueryable<Gift> found, Input input)
    {
        var after = Cursor.Read<Place>(input.After);
        if (input.Sort == OldestFirst)
            return (after is null ? found : found.Where(g => g.Id > after.Id)).OrderBy(g => g.Id);
        return (after is null ? found : found.Where(g => g.Id < after.Id)).OrderByDescending(g => g.Id);
    }

    private sealed record Place(Guid Id);

    internal sealed record Input : IInput<PageOf<Row>>
    {
        /// <summary>Code of a rule; left out: all, and those that no rule gave.</summary>
        public string? Rule { get; init; }

        public GiftState? State { get; init; }

        /// <summary>Only those of which something could not be given.</summary>
        public bool Missing { get; init; }

        /// <summary>First business day on which they were earned.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last business day on which they were earned.</summary>
        public DateOnly? To { get; init; }

        /// <summary><c>earned</c> for the oldest first, <c>-earned</c> or nothing for the newest.</summary>
        public string? Sort { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    internal sealed record Row(GiftView Gift, string? MemberNo);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Rule).MaximumLength(RedemptionDb.CodeLength);
            RuleFor(i => i.Sort).Must(s => s is null or OldestFirst or NewestFirst).WithErrorCode("field.malformed");
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}

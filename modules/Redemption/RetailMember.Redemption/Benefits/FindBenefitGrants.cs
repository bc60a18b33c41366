using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Benefits;

/// <summary>To whom a benefit was granted by name, for which days and why; those that were ended too.</summary>
[Needs(RedemptionPermissions.ViewBenefits)]
internal sealed class FindBenefitGrants(RedemptionDb db, BenefitShelf shelf, IMemberNumbers numbers)
    : Query<FindBenefitGrants.Input, PageOf<FindBenefitGrants.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var benefit = await shelf.FindAsync(input.Benefit, cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        var found = db.GrantedBenefits.AsNoTracking().Where(g => g.BenefitId == benefit.Id);
        if (input.Standing) found = found.Where(g => !g.Revoked && (g.To == null || g.To >= today));
        if (Cursor.Read<Place>(input.After) is { } after)
            found = found.Where(g => g.MemberId < after.Member
                || (g.MemberId == after.Member && string.Compare(g.Source, after.Source) > 0));
        var rows = await found.OrderByDescending(g => g.MemberId).ThenBy(g => g.Source).Take(input.Size + 1).ToListAsync(cancel);
        var known = await numbers.OfAsync([.. rows.Select(g => g.MemberId)], cancel);
        return PageOf<Row>.Of(
            rows, input.Size, g => new Place(g.MemberId, g.Source),
            g => new Row(
                known.GetValueOrDefault(g.MemberId), g.From, g.To, g.Reason, StateOf(g, today), g.MovedBy, g.MovedAt));
    }

    private static GrantState StateOf(GrantedBenefit grant, DateOnly today)
    {
        if (grant.Revoked) return GrantState.Revoked;
        if (grant.From > today) return GrantState.Ahead;
        return grant.To < today ? GrantState.Over : GrantState.Standing;
    }

    private sealed record Place(Guid Member, string Source);

    internal sealed record Input : IInput<PageOf<Row>>
    {
        /// <summary>Its code.</summary>
        public required string Benefit { get; init; }

        /// <summary>Only those that hold today or will.</summary>
        public bool Standing { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    /// <param name="From">First business day.</param>
    /// <param name="To">Last business day; null: until it is ended.</param>
    /// <param name="MovedBy">Who granted or ended it last.</param>
    /// <param name="MovedAt">UTC.</param>
    internal sealed record Row(
        string? MemberNo, DateOnly From, DateOnly? To, string Reason, GrantState State, string MovedBy, DateTime MovedAt);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}

internal enum GrantState
{
    /// <summary>Its days are still to come.</summary>
    Ahead,
    Standing,

    /// <summary>Its last day is over.</summary>
    Over,
    Revoked,
}

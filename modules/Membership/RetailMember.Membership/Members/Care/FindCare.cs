using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Members.Care;

/// <summary>What was done for a member, newest first.</summary>
[Needs(MembershipPermissions.ViewCare)]
internal sealed class FindCare(MembershipDb db, MemberDesk desk, IBrandDirectory brands)
    : Query<FindCare.Input, PageOf<CareView>>
{
    protected override async Task<PageOf<CareView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await desk.FindAsync(call, input.Member, cancel);
        var found = db.CareWithinReach(call, MembershipPermissions.ViewCare).AsNoTracking()
            .Where(c => c.MemberId == member.Id);
        if (Cursor.Read<Place>(input.After) is { } after)
            found = found.Where(c => c.RecordedAt < after.At || (c.RecordedAt == after.At && c.Id < after.Id));
        var rows = await found.OrderByDescending(c => c.RecordedAt).ThenByDescending(c => c.Id)
            .Take(input.Size + 1).ToListAsync(cancel);
        return PageOf<CareView>.Of(
            rows, input.Size, c => new Place(c.RecordedAt, c.Id), c => CareView.Of(c, member.MemberNo, brands));
    }

    private sealed record Place(DateTime At, Guid Id);

    internal sealed record Input : IInput<PageOf<CareView>>
    {
        [Personal]
        public required string Member { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}

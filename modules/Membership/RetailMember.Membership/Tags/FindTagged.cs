using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Tags;

/// <summary>
/// The members who have a tag, page by page in the order of their joining the system, by number alone: for systems that
/// recommend, and for whoever takes a group further.
/// </summary>
[Needs(MembershipPermissions.ViewTags)]
internal sealed class FindTagged(MembershipDb db, TagShelf shelf) : Query<FindTagged.Input, PageOf<FindTagged.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var tag = await shelf.FindAsync(input.Tag, cancel);
        var members = db.Members.AsNoTracking().Where(m => m.Status == MemberStatus.Active)
            .WithinStoresOf(call, MembershipPermissions.ViewTags);
        var held = db.MemberTags.AsNoTracking().Where(h => h.TagId == tag.Id && tag.State == TagState.Active);
        if (Cursor.Read<Place>(input.After) is { } after) held = held.Where(h => h.MemberId > after.Member);
        var found = await held
            .Join(members, h => h.MemberId, m => m.Id, (h, m) => new { h.MemberId, m.MemberNo, m.Tier, h.Since, h.Number })
            .OrderBy(f => f.MemberId).Take(input.Size + 1).ToListAsync(cancel);
        return PageOf<Row>.Of(
            found, input.Size, f => new Place(f.MemberId), f => new Row(f.MemberNo, f.Tier, f.Since, f.Number));
    }

    private sealed record Place(Guid Member);

    /// <param name="Tag">Its code.</param>
    internal sealed record Input(string Tag, string? After = null, int Size = Cursor.DefaultSize) : IInput<PageOf<Row>>;

    /// <param name="Since">Business day on which he got it.</param>
    /// <param name="Version">Of the rule that gave it.</param>
    internal sealed record Row(string MemberNo, string TierCode, DateOnly Since, int Version);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}

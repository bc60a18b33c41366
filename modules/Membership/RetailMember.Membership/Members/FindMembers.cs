using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Tags;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Members;

/// <summary>
/// Searches the brand's members, who joined last first. Names and mobiles are found by their exact value only, because
/// they are sealed in the tables; the answer is masked. Whoever stands at the counter is found in every store; to leaf
/// through members, one whose right is limited to stores sees those that these enrolled.
/// </summary>
[Needs(MembershipPermissions.ViewMembers)]
internal sealed class FindMembers(
    MembershipDb db, MemberLookup lookup, PersonIndex index, MemberRows rows, IBrandDirectory brands)
    : Query<FindMembers.Input, PageOf<FindMembers.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (input.NamesOne && await rows.FindAsync(input.Search!, call, cancel) is { } one) return new PageOf<Row>([one], null);
        var found = await FilterAsync(input, call, cancel);
        if (Cursor.Read<Place>(input.After) is { } after)
            found = found.Where(m => m.JoinedOn < after.JoinedOn || (m.JoinedOn == after.JoinedOn && m.Id < after.Id));
        var members = await found
            .OrderByDescending(m => m.JoinedOn).ThenByDescending(m => m.Id)
            .Take(input.Size + 1)
            .ToListAsync(cancel);
        var show = await rows.ShowerAsync(members, call, cancel);
        return PageOf<Row>.Of(members, input.Size, m => new Place(m.JoinedOn, m.Id), show);
    }

    private async Task<IQueryable<Member>> FilterAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var found = db.Members.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(input.Search))
        {
            found = await lookup.FindAsync(brand.Id, input.Search, cancel) is { } one
                ? found.Where(m => m.Id == one)
                : Named(found, index.OfName(input.Search));
        }
        else
        {
            found = found.WithinStoresOf(call, MembershipPermissions.ViewMembers);
        }

        if (input.TierCode is { } tier) found = found.Where(m => m.Tier == tier);
        if (input.Tag is { } tag)
        {
            call.RequireTags();
            found = found.WithTagOf(db, [tag]).WithinStoresOf(call, MembershipPermissions.ViewTags);
        }

        if (input.Status is { } status) found = found.Where(m => m.Status == status);
        if (input.JoinedFrom is { } from) found = found.Where(m => m.JoinedOn >= from);
        if (input.JoinedTo is { } to) found = found.Where(m => m.JoinedOn <= to);
        if (input.EnrolledAt is { } code)
        {
            var store = brands.FindStore(brand.Id, code)
                ?? throw new Refusal("store.not-found", RefusalKind.NotFound, ("store", code));
            found = found.Where(m => m.StoreId == store.Id);
        }

        return found;
    }

    /// <summary>From the person on: however many members there are, those of the name alone are read.</summary>
    private IQueryable<Member> Named(IQueryable<Member> found, string nameIndex) =>
        from person in db.People
        where person.NameIndex == nameIndex
        join member in found on person.Id equals member.PersonId
        select member;

    private sealed record Place(DateOnly JoinedOn, Guid Id);

    internal sealed record Input : IInput<PageOf<Row>>
    {
        /// <summary>Member number, card or full mobile; what is none of these is looked for as a full name.</summary>
        [Personal]
        public string? Search { get; init; }

        /// <summary>Code of the tier.</summary>
        public string? TierCode { get; init; }

        /// <summary>Code of a tag; asks for the right to see tags beside that to see members.</summary>
        public string? Tag { get; init; }

        /// <summary>Code of the store that enrolled them.</summary>
        public string? EnrolledAt { get; init; }

        /// <summary>First day, inclusive.</summary>
        public DateOnly? JoinedFrom { get; init; }

        /// <summary>Last day, inclusive.</summary>
        public DateOnly? JoinedTo { get; init; }

        public MemberStatus? Status { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;

        /// <summary>What a till asks: who is this, and nothing else.</summary>
        internal bool NamesOne =>
            !string.IsNullOrWhiteSpace(Search)
            && this == new Input { Search = Search, Size = Size };
    }

    /// <param name="StoreCode">Of the store that enrolled the member.</param>
    /// <param name="Points">Usable today.</param>
    /// <param name="LifetimeSpend">Yuan, refunds taken off.</param>
    /// <param name="LastPurchaseAt">UTC.</param>
    internal sealed record Row(
        string MemberNo,
        string? MaskedName,
        string? MaskedMobile,
        TierName Tier,
        MemberStatus Status,
        DateOnly JoinedOn,
        string? StoreCode,
        long Points,
        Money LifetimeSpend,
        DateTime? LastPurchaseAt);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Search).MaximumLength(64);
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}

using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Apparel.Rules;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Apparel.Customers;

/// <summary>The members of a class, with who looks after each and when somebody was last in touch.</summary>
[Needs(ApparelPermissions.ViewCustomers)]
internal sealed class FindCustomers(ApparelDb db, ApparelRules rules, IMemberFiles files, IMemberCare care,
    IMemberTiers tiers)
    : Query<FindCustomers.Input, FindCustomers.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var terms = await rules.NowAsync(cancel);
        var classes = terms.Classes;
        var chosen = input.EnergyClass is { } code
            ? classes.FirstOrDefault(c => c.Code == code)
                ?? throw new Refusal("apparel.class-unknown", RefusalKind.NotFound, ("class", code))
            : classes.FirstOrDefault(c => c.ContactEveryDays is not null)
                ?? (classes is [var heaviest, ..] ? heaviest : null);
        var counts = new List<ClassCount>();
        foreach (var one in classes)
            counts.Add(new ClassCount(one.Code, one.Name, await files.CountAsync(terms.SegmentOf(one), cancel)));
        var names = await tiers.AtAsync(call.At, cancel);
        if (chosen is null) return new Result(null, counts, new PageOf<Row>([], null), names);
        var members = await files.WalkAsync(terms.SegmentOf(chosen), Cursor.Read<Place>(input.After)?.Id, input.Size + 1,
            cancel);
        Guid[] ids = [.. members.Select(m => m.Id)];
        var owners = await db.CustomerOwners.AsNoTracking().Where(o => EF.Parameter(ids).Contains(o.MemberId))
            .ToDictionaryAsync(o => o.MemberId, o => o.Owner, cancel);
        var last = await care.LastAsync(ids, cancel);
        return new Result(chosen.Code, counts, PageOf<Row>.Of(members, input.Size, m => new Place(m.Id), Show), names);

        Row Show(MemberSummary member)
        {
            DateOnly? on = last.TryGetValue(member.Id, out var at) ? call.RequiredBrand.DateOf(at) : null;
            var next = chosen.NextContact(on ?? member.JoinedOn);
            return new Row(member.MemberNo, member.Tier, owners.GetValueOrDefault(member.Id), on, next, next < today);
        }
    }

    private sealed record Place(Guid Id);

    /// <param name="EnergyClass">
    /// Code of a class; the first that somebody must be in touch with where it is left out.
    /// </param>
    internal sealed record Input(string? EnergyClass = null, string? After = null, int Size = Cursor.DefaultSize)
        : IInput<Result>;

    /// <param name="Tiers">What people call the tiers.</param>
    internal sealed record Result(
        string? EnergyClass, IReadOnlyList<ClassCount> Classes, PageOf<Row> Customers, IReadOnlyList<MemberTier> Tiers);

    /// <param name="MemberCount">
    /// Active members whose class it is; whoever fits a class above as well is counted there alone.
    /// </param>
    internal sealed record ClassCount(string EnergyClass, LocalName Name, long MemberCount);

    /// <param name="Owner">User name of who looks after him.</param>
    /// <param name="LastContactOn">Business day; null: never.</param>
    /// <param name="NextContactOn">Last business day to be in touch again; null: nobody need be.</param>
    internal sealed record Row(
        string MemberNo, string TierCode, string? Owner, DateOnly? LastContactOn, DateOnly? NextContactOn,
            bool Overdue);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.EnergyClass).MaximumLength(64);
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}

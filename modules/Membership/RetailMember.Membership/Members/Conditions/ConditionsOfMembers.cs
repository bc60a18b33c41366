using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Tags;
using Kinds = RetailMember.Membership.Members.Conditions.ConditionKinds;

namespace RetailMember.Membership.Members.Conditions;

/// <summary>
/// What stands in the member's file, and what he bought: however many conditions there are, members are read once.
/// </summary>
internal sealed class ConditionsOfMembers(
    MembershipDb db, ConditionKinds kinds, PersonQuery people, PurchaseQuery purchases, PointsQuery points,
    IBrandDirectory brands, DataSession session) : IMemberConditions
{
    private Brand Brand => brands.Find(session.Brand ?? 0)
        ?? throw new InvalidOperationException("Members belong to a brand: the session has none.");

    public Task<IReadOnlyList<MemberConditionKind>> KindsAsync(CancellationToken cancel) => kinds.AllAsync(cancel);

    public IReadOnlyList<MemberSelection> Select(IReadOnlyList<MemberCondition> all, DateOnly today)
    {
        var ofPoints = all.Where(c => c.Kind == Kinds.Points).ToList();
        var selections = ofPoints.ConvertAll(c => points.Of(c, today));
        if (ofPoints.Count == all.Count) return selections;

        var members = db.Members.AsNoTracking();
        var persons = db.People.AsNoTracking();
        var ofPersons = false;
        foreach (var condition in all)
        {
            if (people.Narrow(persons, condition, today) is { } narrowed) (persons, ofPersons) = (narrowed, true);
            else members = purchases.Narrow(members, condition, Brand, today) ?? Narrow(members, condition, today);
        }

        if (ofPersons) members = members.Where(m => persons.Any(p => p.Id == m.PersonId));
        var found = all.Aggregate(
            members.Select(m => m.Id), (among, condition) => purchases.Reaching(among, condition, Brand, today));
        return [new MemberSelection(found), .. selections];
    }

    private IQueryable<Member> Narrow(IQueryable<Member> members, MemberCondition condition, DateOnly today) =>
        condition.Kind switch
        {
            MemberConditionKind.Active => members.Where(m => m.Status == MemberStatus.Active),
            Kinds.Store => At(members, s => condition.All(Kinds.OneOf).Contains(s.Code, StringComparer.OrdinalIgnoreCase)),
            Kinds.Region => At(members, s => condition.All(Kinds.OneOf).Contains(s.Area)),
            Kinds.Tier => In(members, condition.All(Kinds.OneOf)),
            Kinds.Joined => Joined(members, condition.Day(Kinds.From), condition.Day(Kinds.To)),
            Kinds.Membership => Joined(
                members, Back(today, condition.Number(Kinds.AtMost)), Back(today, condition.Number(Kinds.AtLeast))),
            Kinds.Tags => members.WithTagOf(db, condition.All(Kinds.OneOf)),
            Kinds.Points => members,
            _ => throw new InvalidOperationException($"Nobody here knows the condition {condition.Kind}."),
        };

    private IQueryable<Member> At(IQueryable<Member> members, Func<Store, bool> isMeant)
    {
        int?[] stores = [.. brands.StoresOf(Brand.Id).Where(isMeant).Select(s => (int?)s.Id)];
        return members.Where(m => EF.Parameter(stores).Contains(m.StoreId));
    }

    private static IQueryable<Member> In(IQueryable<Member> members, IReadOnlyList<string> tiers) =>
        members.Where(m => EF.Parameter(tiers).Contains(m.Tier));

    private static IQueryable<Member> Joined(IQueryable<Member> members, DateOnly? from, DateOnly? to)
    {
        if (from is { } first) members = members.Where(m => m.JoinedOn >= first);
        if (to is { } last) members = members.Where(m => m.JoinedOn <= last);
        return members;
    }

    private static DateOnly? Back(DateOnly today, long? days) => days is { } some ? today.AddDays(-(int)some) : null;
}

using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Tags;

namespace RetailMember.Membership.Members;

/// <inheritdoc cref="IMemberFiles" />
internal sealed class FilesOfMembers(MembershipDb db, MemberLookup lookup, PersonIndex index, IBrandDirectory brands, DataSession session)
    : IMemberFiles
{
    private static readonly Expression<Func<Member, MemberSummary>> Summary = member => new MemberSummary(
        member.Id, member.MemberNo, member.Status == MemberStatus.Active, member.Tier, member.JoinedOn)
    {
        LastPurchaseAt = member.LastPurchaseAt,
        StoreId = member.StoreId,
    };

    public async Task<IReadOnlyDictionary<string, MemberSummary>> FindAsync(
        IReadOnlyCollection<string> identifiers, CancellationToken cancel)
    {
        if (session.Brand is not { } brand) throw new InvalidOperationException("Members belong to a brand: the session has none.");
        var ids = await lookup.FindAsync(brand, identifiers, cancel);
        var members = await ReadAsync([.. ids.Values.Distinct()], cancel);
        return ids.Where(i => members.ContainsKey(i.Value)).ToDictionary(i => i.Key, i => members[i.Value]);
    }

    public async Task<IReadOnlyDictionary<Guid, MemberSummary>> ReadAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        await db.Members.AsNoTracking().Where(m => EF.Parameter(members).Contains(m.Id)).Select(Summary)
            .ToDictionaryAsync(m => m.Id, cancel);

    public async Task<IReadOnlyList<MemberSummary>> WalkAsync(
        MemberSegment segment, Guid? after, int count, CancellationToken cancel)
    {
        var members = Of(segment);
        if (after is { } last) members = members.Where(m => m.Id > last);
        return await members.OrderBy(m => m.Id).Take(count).Select(Summary).ToListAsync(cancel);
    }

    public Task<long> CountAsync(MemberSegment segment, CancellationToken cancel) => Of(segment).LongCountAsync(cancel);

    private IQueryable<Member> Of(MemberSegment segment)
    {
        var members = db.Members.AsNoTracking().Where(m => m.Status == MemberStatus.Active);
        if (segment.Tiers.Count > 0)
            members = segment.TiersHeldOn is { } day
                ? Holding(members, segment.Tiers, day)
                : members.Where(m => EF.Parameter(segment.Tiers).Contains(m.Tier));
        if (segment.JoinedFrom is { } from) members = members.Where(m => m.JoinedOn >= from);
        if (segment.JoinedTo is { } to) members = members.Where(m => m.JoinedOn <= to);
        if (segment.JoinedOnOneOf is { } days) members = members.Where(m => EF.Parameter(days).Contains(m.JoinedOn));
        if (segment.LastBoughtFrom is { } first)
        {
            var start = StartOf(first);
            members = members.Where(m => m.LastPurchaseAt >= start);
        }

        if (segment.LastBoughtTo is { } last)
        {
            var end = StartOf(last.AddDays(1));
            members = members.Where(m => m.LastPurchaseAt < end);
        }

        if (segment.Tags.Count > 0) members = members.WithTagOf(db, segment.Tags);
        foreach (var other in segment.Except)
        {
            var others = Of(other);
            members = members.Where(m => !others.Any(o => o.Id == m.Id));
        }

        return segment.BirthdayOnOneOf is { } birthdays ? BornOn(members, birthdays) : members;
    }

    /// <summary>The first change after the day tells what was held at its end.</summary>
    private IQueryable<Member> Holding(IQueryable<Member> members, IReadOnlyList<string> tiers, DateOnly day) =>
        members.Where(m => EF.Parameter(tiers).Contains(
            db.TierChanges.Where(c => c.MemberId == m.Id && c.On > day).OrderBy(c => c.On).ThenBy(c => c.Id)
                .Select(c => c.From).FirstOrDefault() ?? m.Tier));

    private IQueryable<Member> BornOn(IQueryable<Member> members, IReadOnlyList<DateOnly> days)
    {
        string[] indexes = [.. days.SelectMany(Birthday.BornFor).Select(b => index.OfBirthday(b.Month, b.Day)).Distinct()];
        return from member in members
               join person in db.People on member.PersonId equals person.Id
               where EF.Parameter(indexes).Contains(person.BirthdayIndex)
               select member;
    }

    /// <summary>UTC.</summary>
    private DateTime StartOf(DateOnly day) => brands.Find(session.Brand!.Value)!.UtcOf(day.ToDateTime(TimeOnly.MinValue));
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Redemption;

namespace RetailMember.Membership.Members;

/// <summary>
/// A longer validity of the member's tier as something that points can buy; the reward's parameter is the number of
/// months, counted from the day on which the tier would end, and filled up to the end of a qualification period. What
/// nobody can lose has no end to be extended.
/// </summary>
internal sealed class ValidityRight(
    MembershipDb db, ProgrammeShelf shelf, IRows rows, IEvents events, IBrandDirectory brands, DataSession session,
    TimeProvider time) : IRewardRight
{
    public const string NoMonths = "membership.validity-months";
    public const string NoEnd = "membership.tier-without-end";
    public const string Begun = "membership.validity-begun";
    public const string ExtendedSince = "membership.validity-extended-since";
    private const int MostMonths = 120;

    public string Module => "Membership";

    public string Name => "membership.validity";

    public bool Accepts(string parameter) => MonthsOf(parameter) is not null;

    public async Task<string?> GrantAsync(RightGrant grant, CancellationToken cancel)
    {
        if (MonthsOf(grant.Parameter) is not { } months) return NoMonths;
        var (member, ladder) = await EnterAsync(grant, cancel);
        var held = ladder.Held(member.Tier, member.Metrics);
        var period = ladder.PeriodAt(grant.On, member.JoinedOn);
        if (period.IsEndless || !ladder.CanBeLost(held)) return NoEnd;
        var ends = member.Extended is { } already && already.Until > period.Last ? already.Until : period.Last;
        var extension = new TierExtension
        {
            Id = grant.Order,
            BrandId = member.BrandId,
            MemberId = member.Id,
            Tier = held.Code,
            On = grant.On,
            Before = ends,
            Until = ladder.PeriodAt(ends.AddDays(1).AddMonths(months).AddDays(-1), member.JoinedOn).Last,
        };
        await rows.InsertAsync([extension], cancel);
        await ExtendAsync(member, extension.Validity, cancel);
        return null;
    }

    public async Task<string?> TakeBackAsync(RightGrant grant, CancellationToken cancel)
    {
        var (member, _) = await EnterAsync(grant, cancel);
        var extensions = await db.TierExtensions.AsNoTracking()
            .Where(e => (e.MemberId == member.Id || e.Id == grant.Order) && e.TakenBackAt == null)
            .OrderByDescending(e => e.Until).ToListAsync(cancel);
        if (extensions is not [var last, ..] || last.Id != grant.Order) return ExtendedSince;
        if (grant.On > last.Before) return Begun;
        last.TakenBackAt = time.GetUtcNow().UtcDateTime;
        await rows.UpdateAsync([last], [nameof(TierExtension.TakenBackAt)], cancel);
        await ExtendAsync(member, extensions.ElementAtOrDefault(1)?.Validity, cancel);
        return null;
    }

    /// <summary>The member, locked, as the reviews that were due leave him.</summary>
    private async Task<(Member Member, TierLadder Ladder)> EnterAsync(RightGrant grant, CancellationToken cancel)
    {
        var brand = brands.Find(session.Brand!.Value)!;
        var at = time.GetUtcNow().UtcDateTime;
        var programmes = await shelf.OfAsync(db, brand.Id, cancel);
        var member = (await rows.LockAsync<Member, Guid>(m => m.Id, [grant.Member], cancel)).Single(m => m.BrandId == brand.Id);
        var changes = QualificationPeriods.Enter(member, grant.On, new QualificationCalendar(programmes, brand), at);
        await rows.InsertAsync(changes, cancel);
        foreach (var change in changes) events.Add(new TierChanged(brand.Id, member.Id, change.From, change.To));
        return (member, programmes.At(at).Programme.Ladder);
    }

    private Task ExtendAsync(Member member, TierValidity? validity, CancellationToken cancel)
    {
        member.Extended = validity;
        return rows.UpdateAsync([member], [.. Member.Progress, .. Member.Extension], cancel);
    }

    private static int? MonthsOf(string parameter) =>
        int.TryParse(parameter, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is >= 1 and <= MostMonths
            ? months
            : null;
}

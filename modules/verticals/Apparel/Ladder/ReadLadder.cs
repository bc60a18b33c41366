using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Apparel.Rules;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Apparel.Ladder;

/// <summary>
/// A member's ladder: the points of this month, each rung, how far the next one is, and his rungs of a year.
/// </summary>
[Needs(ApparelPermissions.ViewLadder), OwnMember]
internal sealed class ReadLadder(
    ApparelDb db, ApparelRules rules, LadderBook book, RungViews views, IMemberFiles files, IMemberTags tags)
    : Query<ReadLadder.Input, ReadLadder.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await files.OneAsync(input.Member, cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        var month = LadderBook.MonthOf(today);
        var terms = await rules.OfMonthAsync(month, cancel);
        var present = await rules.NowAsync(cancel);
        var points = (await book.MonthAsync(member.Id, month, cancel)).Points;
        var since = month.AddYears(-1);
        var rows = await db.EarnedRungs.AsNoTracking().Where(r => r.MemberId == member.Id && r.Month >= since)
            .OrderByDescending(r => r.Month).ThenBy(r => r.Points).ToListAsync(cancel);
        var shown = await views.OfAsync(rows, today, cancel);
        var next = terms.Ladder.NextAfter(points);
        var his = (await tags.OfAsync([member.Id], cancel)).GetValueOrDefault(member.Id, []);
        return new Result(
            member.MemberNo, month, points, next?.Points - points, terms.Ladder.ClaimUntil(month), terms.Ladder.Policy,
            [.. terms.Ladder.Rungs.Select(r => new Step(r.Name, r.Points, r.Worth, r.Points <= points))],
            [.. rows.Select(r => shown[r.Id])],
            call.Caller.Kind == CallerKind.Member ? null : present.ClassOf(member.Tier, [.. his])?.Name,
            [.. present.Services.Where(s => s.Trigger == ServiceTrigger.ByHand && s.IsFor(member.Tier))
                .Select(s => new Offer(s.Code, s.Name))]);
    }

    internal sealed record Input([property: Personal] string Member) : IInput<Result>, IOfMember<Input>
    {
        Input IOfMember<Input>.For(string memberNo) => new(memberNo);
    }

    /// <param name="Month">First day of this month.</param>
    /// <param name="Points">Of the month so far.</param>
    /// <param name="MissingPoints">To the next rung; null at the top.</param>
    /// <param name="ClaimUntil">Last business day to claim what the month brings.</param>
    /// <param name="ClassName">His class, which staff alone are told; null where none fits.</param>
    /// <param name="Services">What he may ask for.</param>
    internal sealed record Result(
        string MemberNo, DateOnly Month, long Points, long? MissingPoints, DateOnly ClaimUntil, RungPolicy Policy,
        IReadOnlyList<Step> Steps, IReadOnlyList<RungView> Rungs, LocalName? ClassName,
            IReadOnlyList<Offer> Services);

    internal sealed record Step(LocalName Name, long Points, Money Worth, bool Reached);

    /// <param name="Service">Its code.</param>
    internal sealed record Offer(string Service, LocalName Name);
}

using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Points;

/// <summary>Reviews the tiers of some members: one transaction's share of <see cref="ReviewTiers"/>.</summary>
[Needs(MembershipPermissions.RunJobs)]
internal sealed class ReviewMembers(MembershipDb db, IRows rows, ProgrammeShelf shelf, IEvents events)
    : UseCase<ReviewMembers.Input, ReviewMembers.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var ids = await NextAsync(input, cancel);
        if (ids.Length == 0) return new Result(null, 0, 0, 0);
        var brand = call.RequiredBrand;
        var programmes = await shelf.OfAsync(db, brand.Id, cancel);
        var programme = programmes.At(call.At);
        var calendar = new QualificationCalendar(programmes, brand);
        var members = await rows.LockAsync<Member, Guid>(m => m.Id, ids, cancel);
        var changes = members
            .SelectMany(m => QualificationPeriods.Enter(m, input.AsOf, calendar, call.At)).ToList();
        var warned = members.Count(m =>
            TierWarning.Of(m, input.AsOf, programme.Programme, calendar) is { } warning && Warn(m, warning));
        await rows.UpdateAsync(members, [.. Member.Progress, nameof(Member.WarnedForPeriod)], cancel);
        await rows.InsertAsync(changes, cancel);
        foreach (var change in changes)
            events.Add(new TierChanged(change.BrandId, change.MemberId, change.From, change.To));
        return new Result(ids[^1], ids.Length, changes.Count, warned);
    }

    private Task<Guid[]> NextAsync(Input input, CancellationToken cancel)
    {
        var active = db.Members.Where(m => m.Status == MemberStatus.Active);
        if (input.After is { } after) active = active.Where(m => m.Id > after);
        return active.OrderBy(m => m.Id).Take(input.Limit).Select(m => m.Id).ToArrayAsync(cancel);
    }

    private bool Warn(Member member, TierWarning warning)
    {
        member.WarnedForPeriod = warning.Period.First;
        events.Add(new TierAtRisk(
            member.BrandId, member.Id, member.Tier, warning.Projected.Code, warning.Period.Last));
        return true;
    }

    /// <param name="AsOf">Business day of the brand.</param>
    /// <param name="After">The last member of the share before.</param>
    internal sealed record Input(DateOnly AsOf, Guid? After, int Limit) : IInput<Result>;

    /// <param name="Last">The last member looked at; absent when there was none left.</param>
    internal sealed record Result(Guid? Last, int Members, int Changed, int Warned);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Limit).InclusiveBetween(1, 5_000);
    }
}

using FluentValidation;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>
/// Puts a member on a tier by hand: the only way onto a tier that is never reached by buying. No refund takes him below
/// it; a review at the end of the period may.
/// </summary>
[Needs(MembershipPermissions.GrantTiers)]
internal sealed class GrantTier(MembershipDb db, MemberDesk desk, ProgrammeShelf shelf, IRows rows, IEvents events)
    : UseCase<GrantTier.Input, GrantTier.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var programmes = await shelf.OfAsync(db, brand.Id, cancel);
        var programme = programmes.At(call.At);
        if (programme.Programme.Ladder.Find(input.Tier) is null)
            throw new Refusal("membership.tier-not-found", RefusalKind.NotFound, ("tier", input.Tier));
        var member = await desk.LockAsync(call, input.Member, cancel);
        if (member.Status != MemberStatus.Active)
            throw new Refusal("membership.member-not-active", RefusalKind.Conflict, ("memberNo", member.MemberNo));
        var before = member.Tier;
        var today = brand.DateOf(call.At);
        var changes = QualificationPeriods.Enter(
            member, today, new QualificationCalendar(programmes, brand), call.At).ToList();
        if (member.Tier != input.Tier)
            changes.Add(QualificationPeriods.Change(
                member, input.Tier, TierChangeReason.Grant, programme.Number, call.At, today));
        member.CarriedTier = input.Tier;
        await rows.UpdateAsync([member], Member.Progress, cancel);
        await rows.InsertAsync(changes, cancel);
        foreach (var change in changes) events.Add(new TierChanged(brand.Id, member.Id, change.From, change.To));
        return new Result(member.MemberNo, before, member.Tier);
    }

    /// <param name="Reason">For the audit trail.</param>
    internal sealed record Input([property: Personal] string Member, string Tier, string Reason) : IInput<Result>;

    internal sealed record Result(string MemberNo, string Before, string Tier) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(200);
    }
}

using FluentValidation;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>
/// Puts a member on a tier by hand: the way onto a tier that is never reached by buying.
/// </summary>
[Needs(MembershipPermissions.GrantTiers)]
internal sealed class GrantTier(MembershipDb db, MemberDesk desk, ProgrammeShelf shelf, TierGrants grants)
    : UseCase<GrantTier.Input, GrantTier.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var programme = (await shelf.OfAsync(db, brand.Id, cancel)).At(call.At);
        if (programme.Programme.Ladder.Find(input.TierCode) is null)
            throw MemberRefusals.TierNotFound(input.TierCode);
        var member = await desk.LockAsync(call, input.Member, cancel);
        if (member.Status != MemberStatus.Active)
            throw MemberRefusals.NotActive(member.MemberNo);
        var before = member.Tier;
        await grants.GrantAsync(member, input.TierCode, brand, call.At, cancel);
        return new Result(member.MemberNo, before, member.Tier);
    }

    /// <param name="Reason">For the audit trail.</param>
    internal sealed record Input([property: Personal] string Member, string TierCode, string Reason) : IInput<Result>;

    internal sealed record Result(string MemberNo, string TierCodeBefore, string TierCode) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(200);
    }
}

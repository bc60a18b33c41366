using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>The services that a member can still have.</summary>
[Needs(RedemptionPermissions.ViewOrders), OwnMember]
internal sealed class FindEntitlements(RedemptionDb db, MemberGate members)
    : Query<FindEntitlements.Input, FindEntitlements.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await members.FindAsync(input.Member, cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        var found = await db.Entitlements.AsNoTracking()
            .Where(e => e.MemberId == member.Id && !e.Revoked && e.Used < e.Uses && e.ExpiresOn >= today)
            .Join(db.Rewards, e => e.RewardId, r => r.Id, (entitlement, reward) => new { entitlement, reward.Code })
            .OrderBy(r => r.entitlement.ExpiresOn).ToListAsync(cancel);
        return new Result(
        [
            .. found.Select(r => new Row(
                r.entitlement.Id, r.Code, r.entitlement.Uses, r.entitlement.Used, r.entitlement.ValidFrom, r.entitlement.ExpiresOn)),
        ]);
    }

    internal sealed record Input([property: Personal] string Member) : IInput<Result>, IOfMember<Input>
    {
        public Input For(string memberNo) => new(memberNo);
    }

    internal sealed record Result(IReadOnlyList<Row> Entitlements);

    /// <param name="Reward">Code of the reward that gave it.</param>
    /// <param name="ExpiresOn">Last day.</param>
    internal sealed record Row(Guid Entitlement, string Reward, int Uses, int Used, DateOnly ValidFrom, DateOnly ExpiresOn);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}

using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders.Services;

/// <summary>Fetches entitlements with the member and the reward behind them.</summary>
internal sealed class ServiceDesk(RedemptionDb db, IRows rows, DataSession session, IMemberFiles files)
{
    /// <summary>Locked until the transaction ends.</summary>
    public async Task<ServiceAtHand> LockAsync(Guid id, CancellationToken cancel) => await OfAsync(
        (await rows.LockAsync<Entitlement, Guid>(e => e.Id, [id], cancel))
            .SingleOrDefault(e => e.BrandId == session.Brand),
        cancel);

    public async Task<ServiceAtHand> ReadAsync(Guid id, CancellationToken cancel) =>
        await OfAsync(await db.Entitlements.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel), cancel);

    private async Task<ServiceAtHand> OfAsync(Entitlement? entitlement, CancellationToken cancel)
    {
        if (entitlement is null) throw new Refusal("redemption.entitlement-not-found", RefusalKind.NotFound);
        var reward = await db.Rewards.AsNoTracking().SingleAsync(r => r.Id == entitlement.RewardId, cancel);
        var members = await files.ReadAsync([entitlement.MemberId], cancel);
        return new ServiceAtHand(
            entitlement, reward.Code, CatalogueShelf.TermsOf(reward), members.GetValueOrDefault(entitlement.MemberId));
    }
}

/// <summary>An entitlement with what decides whether it is served.</summary>
/// <param name="Reward">Its code.</param>
/// <param name="Member">Null where he is no member any more.</param>
internal sealed record ServiceAtHand(Entitlement Entitlement, string Reward, RewardTerms Terms, MemberSummary? Member)
{
    /// <summary>Places of a store on a day; null where nobody books.</summary>
    public int? PerDay => Terms.Service?.PerDay;

    public int UsesLeft => Entitlement.Uses - Entitlement.Used;

    /// <summary>The counter of the present period; null where the member may come as often as he likes.</summary>
    public QuotaKey? PaceOn(DateOnly day) => Entitlement.PaceMost is { } most
        ? new QuotaKey(
            Entitlement.MemberId, Entitlement.Id, new RewardLimit(Entitlement.PacePeriod, most).KeyOf(day, edition: null))
        : null;

    /// <summary>Refuses a member who is gone, a store that does not have it, other days, and one that is used up.</summary>
    public void RefuseUnlessHad(Store store, DateOnly on)
    {
        if (Member is not { IsActive: true })
            throw new Refusal(MemberRefusals.NotActiveCode, RefusalKind.Conflict, ("memberNo", Member?.MemberNo));
        if (Terms.Stores.Count > 0 && !Terms.Stores.Contains(store.Code, StringComparer.OrdinalIgnoreCase))
            throw new Refusal(RewardRefusals.NotHere, RefusalKind.Conflict);
        if (Entitlement.Revoked || UsesLeft <= 0 || Entitlement.ValidFrom > on || Entitlement.ExpiresOn < on)
            throw new Refusal("redemption.entitlement-used-up", RefusalKind.Conflict);
    }
}

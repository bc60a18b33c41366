using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Data;
using RetailMember.Data;
using RetailMember.Membership;

namespace RetailMember.Campaigns.Awards;

/// <summary>Takes awards back by what was recorded, and puts into the budget again what came back.</summary>
internal sealed class AwardTaker(CampaignsDb db, IRows rows, BudgetBook budgets, PrizeGiver prizes, IMemberAwards members)
{
    /// <summary>Takes back all of it. The caller holds the member.</summary>
    public async Task<TakenBack> TakeAsync(Award award, string why, AwardOccasion occasion, CancellationToken cancel)
    {
        if (award.State == AwardState.Revoked) return new TakenBack(award, 0, 0);
        var undone = (await members.UndoAsync([new AwardUndo(award.OuterKey, null, why, occasion)], cancel))[0];
        var things = await prizes.TakeAsync(award, why, occasion, cancel);
        await budgets.GiveBackAsync(award.CampaignId, undone.Points, 1, cancel);
        award.State = AwardState.Revoked;
        award.VouchersTaken += things;
        return await WriteAsync(award, undone.Points, things, why, occasion, cancel);
    }

    /// <summary>Takes back all of it because a person wants it so: it counts as had. The caller holds the member.</summary>
    public Task<TakenBack> TakeByHandAsync(Award award, string why, AwardOccasion occasion, CancellationToken cancel)
    {
        award.TakenByHand = true;
        return TakeAsync(award, why, occasion, cancel);
    }

    /// <summary>Takes back as many of its points as money has been given back for; vouchers and tier stay.</summary>
    /// <param name="award">Whose money has become less.</param>
    /// <param name="rated">Points of it that go by the money.</param>
    /// <param name="refund">By how much.</param>
    /// <param name="why">Kept with it.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<TakenBack> ReduceAsync(Award award, long rated, RefundedReceipt refund, string why, CancellationToken cancel) =>
        TakePointsAsync(
            award, Kept(rated, award.BaseFen, refund.MoneyFenBefore) - Kept(rated, award.BaseFen, refund.MoneyFenLeft), why,
            refund.Occasion, cancel);

    /// <summary>Whole points that this much money keeps.</summary>
    private static long Kept(long points, long ofFen, long money) =>
        (long)((Int128)points * Math.Clamp(money, 0, ofFen) / ofFen);

    private async Task<TakenBack> TakePointsAsync(
        Award award, long points, string why, AwardOccasion occasion, CancellationToken cancel)
    {
        if (award.State == AwardState.Revoked || points <= 0) return new TakenBack(award, 0, 0);
        var undone = (await members.UndoAsync([new AwardUndo(award.OuterKey, points, why, occasion)], cancel))[0];
        await budgets.GiveBackAsync(award.CampaignId, undone.Points, 0, cancel);
        return await WriteAsync(award, undone.Points, 0, why, occasion, cancel);
    }

    /// <summary>An award to take back, with its member held.</summary>
    public async Task<Award?> HoldAsync(Guid award, CancellationToken cancel)
    {
        var found = await db.Awards.AsNoTracking().SingleOrDefaultAsync(a => a.Id == award, cancel);
        if (found is null) return null;
        await members.HoldAsync([found.MemberId], cancel);
        return await db.Awards.AsNoTracking().SingleAsync(a => a.Id == award, cancel);
    }

    private async Task<TakenBack> WriteAsync(
        Award award, long points, int things, string why, AwardOccasion occasion, CancellationToken cancel)
    {
        award.PointsTaken += points;
        (award.TakenAt, award.TakenBy, award.TakenWhy) = (occasion.At, occasion.Operator, why);
        await rows.UpdateAsync([award], Award.Moving, cancel);
        return new TakenBack(award, points, things);
    }
}

/// <param name="Points">That came back.</param>
/// <param name="Vouchers">Vouchers and rewards that came back.</param>
internal sealed record TakenBack(Award Award, long Points, int Vouchers)
{
    /// <summary>Something came back, if only a tier.</summary>
    public bool IsAnything => Points > 0 || Vouchers > 0 || Award.State == AwardState.Revoked;
}

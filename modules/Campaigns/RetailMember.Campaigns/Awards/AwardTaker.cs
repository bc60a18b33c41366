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

    /// <summary>Takes back some of its points; vouchers and tier stay.</summary>
    public async Task<TakenBack> TakePointsAsync(
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

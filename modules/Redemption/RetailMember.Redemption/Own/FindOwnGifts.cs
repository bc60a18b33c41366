using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Own;

/// <summary>The gifts that wait for the member who asks, those that lapse first at the top.</summary>
[OwnMember]
internal sealed class FindOwnGifts(RedemptionDb db) : Query<FindOwnGifts.Input, FindOwnGifts.Result>
{
    private const int Most = 100;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var gifts = await db.Gifts.AsNoTracking()
            .Where(g => g.MemberId == call.Caller.Id && g.State == GiftState.Earned && g.ClaimUntil >= today)
            .OrderBy(g => g.ClaimUntil).ThenBy(g => g.Id).Take(Most).ToListAsync(cancel);
        var parts = gifts.ToDictionary(g => g.Id, GiftPart.Of);
        var names = await NamesAsync([.. parts.Values.SelectMany(p => p)], cancel);
        Guid[] ids = [.. gifts.Select(g => g.RuleId).OfType<Guid>().Distinct()];
        var rules = await db.GiftRules.AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.Id))
            .ToDictionaryAsync(r => r.Id, r => KnownGiftRule.TermsOf(r).Name, cancel);
        return new Result(
        [
            .. gifts.Select(g => new Row(
                g.Id,
                g.RuleId is { } rule ? rules[rule] : new LocalName(g.Reason, g.Reason),
                [.. parts[g.Id].Select(p => new Thing(p.Code, p.IsReward, names[(p.IsReward, p.Code)]))],
                g.EarnedOn,
                g.ClaimUntil!.Value)),
        ]);
    }

    private async Task<Dictionary<(bool IsReward, string Code), LocalName>> NamesAsync(
        IReadOnlyCollection<GiftPart> parts, CancellationToken cancel)
    {
        string[] rewards = [.. parts.Where(p => p.IsReward).Select(p => p.Code).Distinct()];
        string[] vouchers = [.. parts.Where(p => !p.IsReward).Select(p => p.Code).Distinct()];
        var names = await db.Rewards.AsNoTracking().Where(r => EF.Parameter(rewards).Contains(r.Code))
            .ToDictionaryAsync(r => (true, r.Code), r => CatalogueShelf.TermsOf(r).Name, cancel);
        foreach (var definition in await db.VoucherDefinitions.AsNoTracking()
                     .Where(d => EF.Parameter(vouchers).Contains(d.Code)).ToListAsync(cancel))
            names[(false, definition.Code)] = KnownDefinition.TermsOf(definition).Name;
        return names;
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<Row> WaitingGifts);

    /// <param name="Name">What it is for.</param>
    /// <param name="ClaimUntil">Last day to claim it.</param>
    internal sealed record Row(
        Guid Gift, LocalName Name, IReadOnlyList<Thing> Parts, DateOnly EarnedOn, DateOnly ClaimUntil);

    /// <param name="Code">Of the reward, or of the voucher definition.</param>
    internal sealed record Thing(string Code, bool IsReward, LocalName Name);
}

using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>What gifts may be made of and for whom, and what the things are called of which they were made before.</summary>
[Needs(RedemptionPermissions.ViewGifts)]
internal sealed class ReadGiftChoices(RedemptionDb db, IMemberTiers tiers)
    : Query<ReadGiftChoices.Input, ReadGiftChoices.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var definitions = await db.VoucherDefinitions.AsNoTracking().OrderBy(d => d.Code).ToListAsync(cancel);
        var rewards = (await db.Rewards.AsNoTracking().OrderBy(r => r.Code).ToListAsync(cancel))
            .Select(r => (Row: r, Terms: CatalogueShelf.TermsOf(r))).Where(r => GiftOrders.CanBeGiven(r.Terms));
        var rules = await db.GiftRules.AsNoTracking().OrderBy(r => r.Code).ToListAsync(cancel);
        return new Result(
            await tiers.AtAsync(call.At, cancel),
            [
                .. definitions.Select(d => new Thing(
                    d.Code, KnownDefinition.TermsOf(d).Name, d.State == VoucherDefinitionState.Active)),
            ],
            [.. rewards.Select(r => new Thing(r.Row.Code, r.Terms.Name, !r.Row.Withdrawn))],
            [.. rules.Select(r => new Thing(r.Code, KnownGiftRule.TermsOf(r).Name, r.State == GiftRuleState.Active))]);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Tiers">Lowest first.</param>
    internal sealed record Result(
        IReadOnlyList<MemberTier> Tiers,
        IReadOnlyList<Thing> Vouchers,
        IReadOnlyList<Thing> Rewards,
        IReadOnlyList<Thing> Rules);

    /// <param name="IsActive">It is given now.</param>
    internal sealed record Thing(string Code, LocalName Name, bool IsActive);
}

using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.Texts;

namespace RetailMember.Redemption.Gifts;

/// <inheritdoc cref="IGiftChoices" />
internal sealed class GiftChoices(RedemptionDb db, RewardGates gates, ITexts texts) : IGiftChoices
{
    public async Task<IReadOnlyList<GiftChoice>> AtAsync(DateOnly day, CancellationToken cancel)
    {
        var definitions = await db.VoucherDefinitions.AsNoTracking()
            .Where(d => d.State == VoucherDefinitionState.Active).OrderBy(d => d.Code).ToListAsync(cancel);
        var rewards = (await db.Rewards.AsNoTracking().Where(r => !r.Withdrawn).OrderBy(r => r.Code).ToListAsync(cancel))
            .Select(r => (r.Code, Terms: CatalogueShelf.TermsOf(r))).Where(r => GiftOrders.CanBeGiven(r.Terms)).ToList();
        var forbidden = await gates.RefusedAsync(rewards, cancel);
        var benefits = await db.Benefits.AsNoTracking().Where(b => !b.Withdrawn).OrderBy(b => b.Code).ToListAsync(cancel);
        return
        [
            .. definitions.Select(KnownDefinition.Of).Where(d => d.CanBeIssuedOn(day))
                .Select(d => new GiftChoice(GiftChoiceKind.Voucher, d.Code, d.Terms.Name.In(texts.Language), d.Terms.Amount)),
            .. rewards.Where(r => !forbidden.ContainsKey(r.Code))
                .Select(r => new GiftChoice(GiftChoiceKind.Reward, r.Code, r.Terms.Name.In(texts.Language))),
            .. benefits.Select(b => new GiftChoice(
                GiftChoiceKind.Benefit, b.Code, BenefitShelf.TermsOf(b).Name.In(texts.Language))),
        ];
    }
}

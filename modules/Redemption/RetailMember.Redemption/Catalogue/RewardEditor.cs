using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue;

/// <summary>Writes rewards as head office edits them, one by one or by file.</summary>
internal sealed class RewardEditor(
    RedemptionDb db,
    IBrandDirectory brands,
    IMemberTiers tiers,
    IEnumerable<IRewardCondition> conditions,
    OfferedRights rights,
    RewardGates gates,
    ModuleSwitches modules)
{
    private readonly List<Guid> limitedAnew = [];

    /// <summary>Null, or why it cannot be; then nothing was changed.</summary>
    public async Task<Refusal?> WriteAsync(EditReward.Input input, CallContext call, CancellationToken cancel)
    {
        if (await NameFaultAsync(input.Terms, call, cancel) is { } unknown) return unknown;
        // What may not be had any more is still withdrawn.
        if (!input.Withdrawn && await gates.RefusalAsync(input.Reward, input.Terms, cancel) is { } forbidden) return forbidden;
        var terms = JsonSerializer.Serialize(input.Terms, Json.Options);
        var reward = await db.Rewards.SingleOrDefaultAsync(r => r.Code == input.Reward, cancel);
        if (reward is null)
        {
            reward = new Reward
            {
                Id = Guid.CreateVersion7(),
                BrandId = call.RequiredBrand.Id,
                Code = input.Reward,
                Terms = terms,
                EditedBy = call.Caller.Name,
            };
            db.Rewards.Add(reward);
        }
        else
        {
            var known = CatalogueShelf.TermsOf(reward);
            if ((known.Kind, known.Stock) != (input.Terms.Kind, input.Terms.Stock))
                return new Refusal("redemption.reward-kind-is-fixed", RefusalKind.Conflict, ("reward", input.Reward));
            if (input.Terms.Limits.ExceptBy(known.Limits.Select(l => l.Period), l => l.Period).Any())
                limitedAnew.Add(reward.Id);
        }

        (reward.Terms, reward.EditedBy, reward.EditedAt) = (terms, call.Caller.Name, call.At);
        reward.Withdrawn = input.Withdrawn;
        return null;
    }

    /// <summary>Once all is written: counters of limits that were not there before may be old, and are counted anew.</summary>
    public async Task RecountAsync(CancellationToken cancel)
    {
        if (limitedAnew.Count == 0) return;
        await db.Quotas.Where(q => EF.Parameter(limitedAnew).Contains(q.Subject) && q.Taken != Quota.NotCounted)
            .ExecuteUpdateAsync(q => q.SetProperty(c => c.Taken, Quota.NotCounted), cancel);
        limitedAnew.Clear();
    }

    /// <summary>Whatever the terms name must be there.</summary>
    private async Task<Refusal?> NameFaultAsync(RewardTerms terms, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand.Id;
        if (brands.StoreFault(brand, terms.Stores, "terms.stores") is { } noStore) return noStore;
        foreach (var (at, price) in terms.Prices.Index())
            if (brands.StoreFault(brand, price.Stores, $"terms.prices[{at}].stores") is { } noStoreOfPrice) return noStoreOfPrice;
        var ofTiers = terms.Tiers.Concat(terms.Prices.SelectMany(p => p.Tiers));
        if (await tiers.UnknownAsync(ofTiers, call.At, cancel) is { } noTier) return noTier;
        var known = conditions.Where(c => modules.IsOn(c.Module)).Select(c => c.Name).ToHashSet();
        if (terms.Prices.Select(p => p.Condition).OfType<string>().FirstOrDefault(n => !known.Contains(n)) is { } name)
            return new Refusal("redemption.condition-not-found", RefusalKind.NotFound, ("condition", name));
        if (terms.Right is { } right && RightFault(right) is { } noRight) return noRight;
        return terms.VoucherDefinition is { } code && !await db.VoucherDefinitions.AnyAsync(d => d.Code == code, cancel)
            ? new Refusal("redemption.voucher-definition-not-found", RefusalKind.NotFound, ("definition", code))
            : null;
    }

    private Refusal? RightFault(RightTerms terms) => rights.Find(terms.Name) switch
    {
        null => new Refusal("redemption.right-not-found", RefusalKind.NotFound, ("right", terms.Name)),
        var right when !right.Accepts(terms.Parameter) => new Refusal(
            "redemption.right-parameter", RefusalKind.Invalid, ("right", terms.Name), ("parameter", terms.Parameter)),
        _ => null,
    };
}

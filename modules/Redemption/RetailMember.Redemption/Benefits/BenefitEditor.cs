using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Benefits.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Benefits;

/// <summary>Writes benefits as head office edits them or takes them over.</summary>
internal sealed class BenefitEditor(
    RedemptionDb db, IBrandDirectory brands, IMemberTiers tiers, IMemberTags tags, IEnumerable<IRewardCondition> conditions,
    ModuleSwitches modules)
{
    public async Task<BenefitView> WriteAsync(EditBenefit.Input input, CallContext call, CancellationToken cancel)
    {
        await CheckNamesAsync(input.Terms, call, cancel);
        var terms = JsonSerializer.Serialize(input.Terms, Json.Options);
        var benefit = await db.Benefits.SingleOrDefaultAsync(b => b.Code == input.Benefit, cancel);
        if (benefit is null)
        {
            benefit = new Benefit
            {
                Id = Guid.CreateVersion7(),
                BrandId = call.RequiredBrand.Id,
                Code = input.Benefit,
                Terms = terms,
                EditedBy = call.Caller.Name,
            };
            db.Benefits.Add(benefit);
        }
        else if (BenefitShelf.TermsOf(benefit).Period != input.Terms.Period
            && await db.BenefitUses.AnyAsync(u => u.BenefitId == benefit.Id, cancel))
        {
            // Another period would begin to count anew.
            throw new Refusal("redemption.benefit-period-fixed", RefusalKind.Conflict, ("benefit", input.Benefit));
        }

        (benefit.Terms, benefit.Withdrawn, benefit.EditedBy, benefit.EditedAt) =
            (terms, input.Withdrawn, call.Caller.Name, call.At);
        return BenefitView.Of(benefit);
    }

    /// <summary>Whatever the terms name must be there.</summary>
    private async Task CheckNamesAsync(BenefitTerms terms, CallContext call, CancellationToken cancel)
    {
        if (brands.StoreFault(call.RequiredBrand.Id, terms.Stores, "terms.stores") is { } noStore) throw noStore;
        if (await tiers.UnknownAsync(terms.Shares.SelectMany(s => s.Tiers), call.At, cancel) is { } noTier) throw noTier;
        if (await tags.UnknownAsync(terms.Shares.SelectMany(s => s.Tags), cancel) is { } noTag) throw noTag;
        var known = conditions.Where(c => modules.IsOn(c.Module)).Select(c => c.Name).ToHashSet();
        if (terms.Shares.Select(s => s.Condition).OfType<string>().FirstOrDefault(n => !known.Contains(n)) is { } name)
            throw new Refusal("redemption.condition-not-found", RefusalKind.NotFound, ("condition", name));
        if (terms.Voucher is { } code && !await db.VoucherDefinitions.AnyAsync(d => d.Code == code, cancel))
            throw new Refusal("redemption.voucher-definition-not-found", RefusalKind.NotFound, ("definition", code));
    }
}

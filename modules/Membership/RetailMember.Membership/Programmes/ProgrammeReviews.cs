using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Texts;

namespace RetailMember.Membership.Programmes;

/// <summary>Reviews a document as the brand stands: its stores, and the tiers that its members hold.</summary>
internal sealed class ProgrammeReviews(MembershipDb db, IBrandDirectory brands, ITexts texts)
{
    public async Task<ProgrammeReview> OfAsync(string json, Brand brand, CancellationToken cancel) =>
        ProgrammeReview.Of(json, await ReadAsync(json, brand, cancel), texts);

    private async Task<ProgrammeSurroundings> ReadAsync(string json, Brand brand, CancellationToken cancel)
    {
        if (!ProgrammeJson.TryRead(json, out var document, out _)) return ProgrammeSurroundings.None;
        string[] kept = [.. document!.TierSet.Tiers.Select(tier => tier.Code)];
        var lost = await db.Members
            .Where(m => m.Status != MemberStatus.Closed && !EF.Parameter(kept).Contains(m.Tier))
            .GroupBy(m => m.Tier)
            .Select(held => new { Tier = held.Key, Members = held.LongCount() })
            .OrderBy(held => held.Tier)
            .ToListAsync(cancel);
        return new ProgrammeSurroundings(
            brands.StoresOf(brand.Id).Select(store => store.Code).ToHashSet(StringComparer.OrdinalIgnoreCase),
            [.. lost.Select(held => new ProgrammeSurroundings.LostTier(held.Tier, held.Members))]);
    }
}

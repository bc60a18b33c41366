using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Benefits.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Benefits;

/// <summary>
/// Says which of the brand's benefits members have, by what is true of them now: none while a member's card has ended.
/// </summary>
internal sealed class BenefitShelf(
    RedemptionDb db,
    IMemberFiles files,
    IMemberCards cards,
    IMemberTiers tiers,
    IMemberTags tags,
    IEnumerable<IRewardCondition> conditions,
    IBrandDirectory brands,
    ModuleSwitches modules,
    TimeProvider time)
{
    private static readonly Dictionary<Guid, IReadOnlyList<string>> NoTags = [];

    /// <param name="members">Their keys.</param>
    /// <param name="on">Business date of the brand.</param>
    /// <param name="only">Codes of benefits that matter; null: all.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Entitled> OpenAsync(
        IReadOnlyCollection<Guid> members, DateOnly on, IReadOnlyCollection<string>? only, CancellationToken cancel)
    {
        var benefits = await ReadAsync(only, cancel);
        var now = time.GetUtcNow().UtcDateTime;
        var ended = await cards.EndedAsync(members, now, cancel);
        var valid = (await files.ReadAsync(members, cancel)).Where(m => !ended.Contains(m.Key)).ToDictionary();
        var granted = benefits.Any(b => b.Terms.Shares.Any(s => s.Granted))
            ? (await db.GrantedBenefits.AsNoTracking().Where(g => EF.Parameter(members).Contains(g.MemberId)).ToListAsync(cancel))
                .Where(g => g.HoldsOn(on)).Select(g => (g.MemberId, g.BenefitId)).ToHashSet()
            : [];
        var met = new HashSet<(Guid, string)>();
        foreach (var name in benefits.SelectMany(b => b.Terms.Shares).Select(s => s.Condition).OfType<string>().Distinct())
            if (conditions.SingleOrDefault(c => c.Name == name) is { } known && modules.IsOn(known.Module))
                foreach (var member in await known.WhoMeetsAsync(members, on, cancel)) met.Add((member, name));
        var tagged = benefits.Any(b => b.Terms.Shares.Any(s => s.Tags.Count > 0)) ? await tags.OfAsync(members, cancel) : NoTags;
        string[] ladder = [.. (await tiers.AtAsync(now, cancel)).Select(t => t.Code)];
        return new Entitled(
            benefits.ToDictionary(b => b.Code), valid, ladder, tagged, granted, met, on, store => brands.FindStore(store)?.Code);
    }

    /// <summary>To be changed through the context.</summary>
    public async Task<Benefit> FindAsync(string code, CancellationToken cancel) =>
        await db.Benefits.SingleOrDefaultAsync(b => b.Code == code, cancel)
        ?? throw new Refusal(BenefitRefusals.NotFound, RefusalKind.NotFound, ("benefit", code));

    public static BenefitTerms TermsOf(Benefit row) => JsonSerializer.Deserialize<BenefitTerms>(row.Terms, Json.Stored)!;

    private async Task<IReadOnlyList<KnownBenefit>> ReadAsync(IReadOnlyCollection<string>? only, CancellationToken cancel)
    {
        var benefits = db.Benefits.AsNoTracking().Where(b => !b.Withdrawn);
        if (only is not null) benefits = benefits.Where(b => EF.Parameter(only).Contains(b.Code));
        return [.. (await benefits.OrderBy(b => b.Code).ToListAsync(cancel)).Select(b => new KnownBenefit(b.Id, b.Code, TermsOf(b)))];
    }
}

/// <summary>A benefit with its terms opened.</summary>
internal sealed record KnownBenefit(Guid Id, string Code, BenefitTerms Terms)
{
    /// <summary>The counter of a member's uses in the period that a day lies in.</summary>
    public QuotaKey Counter(Guid member, DateOnly on) =>
        new(member, Id, new Catalogue.Rules.RewardLimit(Terms.Period, 1).KeyOf(on, edition: null));
}

/// <summary>What is true of members on a day.</summary>
internal sealed class Entitled(
    IReadOnlyDictionary<string, KnownBenefit> benefits,
    IReadOnlyDictionary<Guid, MemberSummary> members,
    IReadOnlyList<string> ladder,
    IReadOnlyDictionary<Guid, IReadOnlyList<string>> tags,
    IReadOnlySet<(Guid Member, Guid Benefit)> granted,
    IReadOnlySet<(Guid Member, string Condition)> met,
    DateOnly on,
    Func<int, string?> storeCode)
{
    public IEnumerable<KnownBenefit> Benefits => benefits.Values;

    public KnownBenefit? Find(string code) => benefits.GetValueOrDefault(code);

    /// <summary>The share of a benefit that a member has; null where he has none of it, then or there.</summary>
    public BenefitShare? ShareOf(KnownBenefit benefit, Guid member, int? store) =>
        members.TryGetValue(member, out var summary) && summary.IsActive
        && benefit.Terms.IsHad(on, store is { } id ? storeCode(id) : null)
            ? benefit.Terms.ShareOf(
                UpTo(summary.Tier), tags.GetValueOrDefault(member, []), granted.Contains((member, benefit.Id)),
                c => met.Contains((member, c)))
            : null;

    /// <summary>A tier and all below it; alone where the programme no longer knows it.</summary>
    private IReadOnlyList<string> UpTo(string tier) =>
        ladder.Contains(tier) ? [.. ladder.TakeWhile(t => t != tier), tier] : [tier];
}

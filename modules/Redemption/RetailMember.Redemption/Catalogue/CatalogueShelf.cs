using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue;

/// <summary>Reads rewards and editions of the current brand with their documents opened.</summary>
internal sealed class CatalogueShelf(RedemptionDb db, IRows rows, DefinitionShelf definitions, RewardGates gates)
{
    public static RewardTerms TermsOf(Reward row) => JsonSerializer.Deserialize<RewardTerms>(row.Terms, Json.Stored)!;

    public static IReadOnlyList<EditionItem> ItemsOf(Edition row) =>
        JsonSerializer.Deserialize<IReadOnlyList<EditionItem>>(row.Items, Json.Stored)!;

    /// <summary>What the published edition of a day offers, by code of reward; empty where there is none.</summary>
    /// <param name="day">In the brand's time zone.</param>
    /// <param name="only">Codes of rewards that matter; null: all.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyDictionary<string, Offer>> OffersAsync(
        DateOnly day, IReadOnlyCollection<string>? only, CancellationToken cancel)
    {
        var edition = await db.Editions.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Published && e.From <= day && e.To >= day, cancel);
        if (edition is null) return new Dictionary<string, Offer>();
        var items = ItemsOf(edition).Where(i => only?.Contains(i.Reward) != false).ToDictionary(i => i.Reward);
        string[] codes = [.. items.Keys];
        var rewards = await db.Rewards.AsNoTracking().Where(r => EF.Parameter(codes).Contains(r.Code)).ToListAsync(cancel);
        var offers = rewards.ToDictionary(r => r.Code, r => OfferOf(r, items[r.Code], edition));
        foreach (var coupon in await NotIssuedAsync(offers.Values, day, cancel))
            offers[coupon] = offers[coupon] with { CanBeIssued = false };
        foreach (var (reward, no) in await gates.RefusedAsync(offers.Values.Select(o => (o.Code, o.Terms)), cancel))
            offers[reward] = offers[reward] with { Forbidden = no };
        return offers;
    }

    /// <summary>Codes of coupons of whose definition no voucher is issued on a day.</summary>
    private async Task<List<string>> NotIssuedAsync(IReadOnlyCollection<Offer> offers, DateOnly day, CancellationToken cancel)
    {
        var coupons = offers.Where(o => o.Terms.VoucherDefinition is not null).ToList();
        if (coupons.Count == 0) return [];
        string[] codes = [.. coupons.Select(o => o.Terms.VoucherDefinition!).Distinct()];
        var known = await definitions.OfCodesAsync(codes, cancel);
        var issued = known.Where(d => d.CanBeIssuedOn(day)).Select(d => d.Code).ToHashSet();
        return [.. coupons.Where(o => !issued.Contains(o.Terms.VoucherDefinition!)).Select(o => o.Code)];
    }

    public async Task<Reward> FindRewardAsync(string code, CancellationToken cancel) =>
        await db.Rewards.SingleOrDefaultAsync(r => r.Code == code, cancel)
        ?? throw new Refusal("redemption.reward-not-found", RefusalKind.NotFound, ("reward", code));

    public Task<Dictionary<Guid, string>> CodesAsync(IReadOnlyCollection<Guid> rewards, CancellationToken cancel) =>
        db.Rewards.AsNoTracking().Where(r => EF.Parameter(rewards).Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Code, cancel);

    /// <summary>Why a reward may not be handed out, whenever it was redeemed; null where it may.</summary>
    public async Task<Refusal?> ForbiddenAsync(Guid reward, CancellationToken cancel)
    {
        var row = await db.Rewards.AsNoTracking().SingleAsync(r => r.Id == reward, cancel);
        return await gates.RefusalAsync(row.Code, TermsOf(row), cancel);
    }

    /// <summary>Refuses as the module says that forbids one of these rewards; what is withdrawn does not matter.</summary>
    public async Task RequireAllowedAsync(IReadOnlyCollection<EditionItem> items, CancellationToken cancel)
    {
        string[] codes = [.. items.Select(i => i.Reward)];
        var rewards = await db.Rewards.AsNoTracking()
            .Where(r => EF.Parameter(codes).Contains(r.Code) && !r.Withdrawn).OrderBy(r => r.Code).ToListAsync(cancel);
        var refused = await gates.RefusedAsync(rewards.Select(r => (r.Code, TermsOf(r))), cancel);
        if (rewards.Find(r => refused.ContainsKey(r.Code)) is { } first) throw refused[first.Code];
    }

    /// <summary>Nobody else changes an edition of the brand until the transaction ends.</summary>
    public async Task LockCalendarAsync(int brand, CancellationToken cancel)
    {
        await rows.InsertMissingAsync([new EditionCalendar { BrandId = brand }], cancel);
        await rows.LockAsync<EditionCalendar, int>(c => c.BrandId, [brand], cancel);
    }

    public async Task<Edition> FindEditionAsync(string code, CancellationToken cancel) =>
        await db.Editions.SingleOrDefaultAsync(e => e.Code == code, cancel)
        ?? throw new Refusal("redemption.edition-not-found", RefusalKind.NotFound, ("edition", code));

    private static Offer OfferOf(Reward reward, EditionItem item, Edition edition)
    {
        var terms = TermsOf(reward);
        return new Offer(reward.Id, reward.Code, terms, reward.Withdrawn, edition.Id, item.Points ?? terms.Points);
    }
}

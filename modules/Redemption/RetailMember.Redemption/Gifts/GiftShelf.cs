using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>Fetches gifts and their rules of the current brand, and keeps two from deciding on one member.</summary>
internal sealed class GiftShelf(RedemptionDb db, IRows rows, DataSession session)
{
    /// <summary>Until the transaction ends nobody else gives these members a gift or takes one back.</summary>
    public async Task HoldAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var brand = session.Brand!.Value;
        Guid[] sorted = [.. members.Distinct().Order()];
        await rows.InsertMissingAsync([.. sorted.Select(m => new GiftHolder { MemberId = m, BrandId = brand })], cancel);
        await rows.LockAsync<GiftHolder, Guid>(h => h.MemberId, sorted, cancel);
    }

    /// <summary>Its member held, and the gift read after that.</summary>
    public async Task<Gift> HoldAsync(Guid gift, CancellationToken cancel)
    {
        var member = await db.Gifts.Where(g => g.Id == gift).Select(g => (Guid?)g.MemberId).SingleOrDefaultAsync(cancel)
            ?? throw NotFound();
        await HoldAsync([member], cancel);
        return await db.Gifts.AsNoTracking().SingleAsync(g => g.Id == gift, cancel);
    }

    public Task<Dictionary<string, Gift>> OfKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancel) =>
        db.Gifts.AsNoTracking().Where(g => EF.Parameter(keys).Contains(g.Key)).ToDictionaryAsync(g => g.Key, cancel);

    /// <summary>The gift of a code that was scanned; null where no gift of the brand has it.</summary>
    public Task<Guid?> OfCodeAsync(string codeIndex, CancellationToken cancel) =>
        db.Gifts.Where(g => g.CodeIndex == codeIndex).Select(g => (Guid?)g.Id).SingleOrDefaultAsync(cancel);

    /// <summary>What rules gave these members, whatever became of it.</summary>
    public Task<List<Gift>> OfRulesAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        db.Gifts.AsNoTracking().Where(g => EF.Parameter(members).Contains(g.MemberId) && g.RuleId != null).ToListAsync(cancel);

    /// <summary>Rules that were ever activated.</summary>
    public async Task<IReadOnlyList<KnownGiftRule>> RulesAsync(CancellationToken cancel) =>
    [
        .. (await db.GiftRules.AsNoTracking().Where(r => r.State != GiftRuleState.Draft).OrderBy(r => r.Code).ToListAsync(cancel))
            .Select(KnownGiftRule.Of),
    ];

    /// <summary>To be changed through the context.</summary>
    public async Task<GiftRule> FindRuleAsync(string code, CancellationToken cancel) =>
        await db.GiftRules.SingleOrDefaultAsync(r => r.Code == code, cancel)
        ?? throw new Refusal("redemption.gift-rule-not-found", RefusalKind.NotFound, ("rule", code));

    /// <summary>The gift has gone on: what is asked does not fit the state it is in.</summary>
    public static Refusal NotOpen(Gift gift) =>
        new("redemption.gift-not-open", RefusalKind.Conflict, ("state", gift.State));

    public static Refusal NotFound() => new(GiftRefusals.NotFound, RefusalKind.NotFound);
}

/// <summary>A rule with its terms opened.</summary>
internal sealed record KnownGiftRule(Guid Id, string Code, GiftRuleState State, GiftTerms Terms)
{
    public static KnownGiftRule Of(GiftRule row) => new(row.Id, row.Code, row.State, TermsOf(row));

    public static GiftTerms TermsOf(GiftRule row) => JsonSerializer.Deserialize<GiftTerms>(row.Terms, Json.Stored)!;
}

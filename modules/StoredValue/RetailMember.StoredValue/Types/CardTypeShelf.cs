using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Types;

/// <summary>Fetches card types of the current brand with their terms opened.</summary>
internal sealed class CardTypeShelf(StoredValueDb db)
{
    /// <summary>What is in force changes no more, so it is opened once.</summary>
    private static readonly ConcurrentDictionary<(Guid Type, int Number), CardTypeTerms> Opened = new();

    /// <summary>To be changed through the context.</summary>
    public async Task<CardType> FindAsync(string code, CancellationToken cancel) =>
        await db.CardTypes.SingleOrDefaultAsync(t => t.Code == code, cancel)
        ?? throw new Refusal("storedvalue.card-type-not-found", RefusalKind.NotFound, ("cardType", code));

    /// <summary>By its code; refused where no version is in force at the instant.</summary>
    public async Task<KnownCardType> InForceAsync(string code, DateTime utc, CancellationToken cancel) =>
        await InForceAsync((await FindAsync(code, cancel)).Id, utc, cancel)
        ?? throw new Refusal("storedvalue.card-type-not-in-force", RefusalKind.Conflict, ("cardType", code));

    /// <summary>The version by which a load at an instant is judged; null: none yet.</summary>
    public async Task<KnownCardType?> InForceAsync(Guid type, DateTime utc, CancellationToken cancel) =>
        (await InForceAsync([type], utc, cancel)).GetValueOrDefault(type);

    public async Task<IReadOnlyDictionary<Guid, KnownCardType>> InForceAsync(
        IReadOnlyCollection<Guid> types, DateTime utc, CancellationToken cancel)
    {
        var found = (await RowsAsync(types, cancel)).Where(r => r.EffectiveFrom <= utc)
            .GroupBy(r => r.Type).Select(g => g.OrderBy(r => r.EffectiveFrom).ThenBy(r => r.Number).Last()).ToList();
        var terms = await TermsAsync([.. found.Select(r => (r.Type, r.Number))], cancel);
        return found.ToDictionary(r => r.Type, r => new KnownCardType(r.Type, r.Code, r.Number, terms[(r.Type, r.Number)]));
    }

    /// <summary>What versions say that are or were in force, or will be: those alone, and each is fetched once.</summary>
    public async Task<IReadOnlyDictionary<(Guid Type, int Number), CardTypeTerms>> TermsAsync(
        IReadOnlyCollection<(Guid Type, int Number)> versions, CancellationToken cancel)
    {
        var unknown = versions.Where(v => !Opened.ContainsKey(v)).Distinct().ToList();
        if (unknown.Count > 0)
        {
            Guid[] types = [.. unknown.Select(v => v.Type).Distinct()];
            int[] numbers = [.. unknown.Select(v => v.Number).Distinct()];
            var fetched = await db.CardTypeVersions.AsNoTracking()
                .Where(v => EF.Parameter(types).Contains(v.TypeId) && EF.Parameter(numbers).Contains(v.Number)
                    && v.EffectiveFrom != null)
                .Select(v => new { v.TypeId, v.Number, v.Terms }).ToListAsync(cancel);
            foreach (var version in fetched) Opened.TryAdd((version.TypeId, version.Number), TermsOf(version.Terms));
        }

        return versions.Distinct().ToDictionary(v => v, v => Opened[v]);
    }

    /// <summary>The codes of types.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> CodesAsync(IReadOnlyCollection<Guid> types, CancellationToken cancel) =>
        await db.CardTypes.AsNoTracking().Where(t => EF.Parameter(types).Contains(t.Id))
            .ToDictionaryAsync(t => t.Id, t => t.Code, cancel);

    /// <summary>What people call types, by code.</summary>
    public async Task<IReadOnlyDictionary<string, LocalName>> NamesAsync(
        IReadOnlyCollection<string> codes, CancellationToken cancel)
    {
        var ids = await db.CardTypes.AsNoTracking().Where(t => EF.Parameter(codes).Contains(t.Code))
            .Select(t => t.Id).ToListAsync(cancel);
        var newest = (await RowsAsync(ids, cancel)).GroupBy(r => r.Type).Select(g => g.MaxBy(r => r.Number)!).ToList();
        var terms = await TermsAsync([.. newest.Select(r => (r.Type, r.Number))], cancel);
        return newest.ToDictionary(r => r.Code, r => terms[(r.Type, r.Number)].Name);
    }

    public static CardTypeTerms TermsOf(string terms) => JsonSerializer.Deserialize<CardTypeTerms>(terms, Json.Stored)!;

    private async Task<List<Row>> RowsAsync(IReadOnlyCollection<Guid> types, CancellationToken cancel) =>
        await (
            from type in db.CardTypes.AsNoTracking()
            join version in db.CardTypeVersions.AsNoTracking() on type.Id equals version.TypeId
            where EF.Parameter(types).Contains(type.Id) && version.EffectiveFrom != null
            select new Row(type.Id, type.Code, version.Number, version.EffectiveFrom!.Value)).ToListAsync(cancel);

    /// <summary>A version without what it says.</summary>
    private sealed record Row(Guid Type, string Code, int Number, DateTime EffectiveFrom);
}

/// <summary>A version of a card type.</summary>
internal sealed record KnownCardType(Guid Id, string Code, int Number, CardTypeTerms Terms);

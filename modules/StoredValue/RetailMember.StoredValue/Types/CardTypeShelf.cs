using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;
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
        IReadOnlyCollection<Guid> types, DateTime utc, CancellationToken cancel) =>
        (await RowsAsync(types, cancel))
            .Where(r => r.Version.EffectiveFrom <= utc)
            .GroupBy(r => r.Version.TypeId)
            .ToDictionary(g => g.Key, g => KnownOf(g.OrderBy(r => r.Version.EffectiveFrom).ThenBy(r => r.Version.Number).Last()));

    /// <summary>Every version that is or was in force, or will be, by type and number.</summary>
    public async Task<IReadOnlyDictionary<(Guid Type, int Number), KnownCardType>> VersionsAsync(
        IReadOnlyCollection<Guid> types, CancellationToken cancel) =>
        (await RowsAsync(types, cancel)).Where(r => r.Version.EffectiveFrom is not null)
            .ToDictionary(r => (r.Version.TypeId, r.Version.Number), KnownOf);

    /// <summary>The codes of types.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> CodesAsync(IReadOnlyCollection<Guid> types, CancellationToken cancel) =>
        await db.CardTypes.AsNoTracking().Where(t => EF.Parameter(types).Contains(t.Id))
            .ToDictionaryAsync(t => t.Id, t => t.Code, cancel);

    /// <summary>What people call types, by code.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(
        IReadOnlyCollection<string> codes, string language, CancellationToken cancel)
    {
        var ids = await db.CardTypes.AsNoTracking().Where(t => EF.Parameter(codes).Contains(t.Code))
            .Select(t => t.Id).ToListAsync(cancel);
        return (await VersionsAsync(ids, cancel)).Values.GroupBy(v => v.Code)
            .ToDictionary(g => g.Key, g => g.MaxBy(v => v.Number)!.Terms.Name.In(language));
    }

    public static CardTypeTerms TermsOf(string terms) => JsonSerializer.Deserialize<CardTypeTerms>(terms, Json.Stored)!;

    private static KnownCardType KnownOf(Row row) => new(
        row.Version.TypeId, row.Code, row.Version.Number,
        Opened.GetOrAdd((row.Version.TypeId, row.Version.Number), _ => TermsOf(row.Version.Terms)));

    private async Task<List<Row>> RowsAsync(IReadOnlyCollection<Guid> types, CancellationToken cancel) =>
        await (
            from type in db.CardTypes.AsNoTracking()
            join version in db.CardTypeVersions.AsNoTracking() on type.Id equals version.TypeId
            where EF.Parameter(types).Contains(type.Id)
            select new Row(type.Code, version)).ToListAsync(cancel);

    private sealed record Row(string Code, CardTypeVersion Version);
}

/// <summary>A version of a card type.</summary>
internal sealed record KnownCardType(Guid Id, string Code, int Number, CardTypeTerms Terms);

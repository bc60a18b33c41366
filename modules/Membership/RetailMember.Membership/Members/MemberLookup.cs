using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Members;

/// <summary>
/// Finds members by what a till scans or types: member number, card or mobile. Where an identifier could be several
/// of these, the member number counts first, then the card; letter case makes no other. Members of every status are
/// found: what a closed one may still do is for the use case to say. Who was merged into another one is found as that one.
/// </summary>
internal sealed class MemberLookup(
    MembershipDb db, PersonIndex index, LookupStatements statements, IEnumerable<IMemberIdentifiers> others)
{
    /// <summary>A few queries however many identifiers; those that name nobody are absent from the answer.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> FindAsync(
        int brandId, IReadOnlyCollection<string> identifiers, CancellationToken cancel)
    {
        if (identifiers.Count == 1)
            return await OneAsync(brandId, identifiers.First(), cancel);
        var ways = identifiers.Distinct().SelectMany(WaysOf).ToLookup(w => (w.Way, w.Key), w => w.Identifier);
        var best = new Dictionary<string, (LookupWay Way, Guid Member)>();
        foreach (var identifier in identifiers.Distinct())
            if (Otherwise(brandId, identifier) is { } member) best[identifier] = (LookupWay.MemberNo, member);
        foreach (var hit in await HitsAsync(brandId, [.. ways.Select(w => w.Key)], cancel))
            foreach (var identifier in ways[((LookupWay)hit.Way, hit.Key)])
                if (!best.TryGetValue(identifier, out var known) || (int)known.Way > hit.Way)
                    best[identifier] = ((LookupWay)hit.Way, hit.Member);
        return best.ToDictionary(b => b.Key, b => b.Value.Member);
    }

    /// <summary>The one member of this identifier, or null.</summary>
    public async Task<Guid?> FindAsync(int brandId, string identifier, CancellationToken cancel)
    {
        if (Otherwise(brandId, identifier) is { } named) return named;
        var code = CardNo.Normalise(identifier);
        var hits = Mobile.TryParse(identifier, out var mobile)
            ? statements.OfMobile(db, brandId, code, index.OfMobile(mobile))
            : statements.OfNumber(db, brandId, code);
        LookupHit? best = null;
        await foreach (var hit in hits.WithCancellation(cancel))
            if (best is null || hit.Way < best.Way) best = hit;
        return best?.Member;
    }

    /// <summary>Whom another module's kind of identifier names.</summary>
    private Guid? Otherwise(int brandId, string identifier)
    {
        foreach (var kind in others)
            if (kind.MemberOf(brandId, identifier) is { } member) return member;
        return null;
    }

    private async Task<Dictionary<string, Guid>> OneAsync(int brandId, string identifier, CancellationToken cancel) =>
        await FindAsync(brandId, identifier, cancel) is { } member ? new() { [identifier] = member } : [];

    private IEnumerable<(LookupWay Way, string Key, string Identifier)> WaysOf(string identifier)
    {
        yield return (LookupWay.MemberNo, CardNo.Normalise(identifier), identifier);
        yield return (LookupWay.Card, CardNo.Normalise(identifier), identifier);
        if (Mobile.TryParse(identifier, out var mobile)) yield return (LookupWay.Mobile, index.OfMobile(mobile), identifier);
    }

    private async Task<List<LookupHit>> HitsAsync(
        int brandId, (LookupWay Way, string Key)[] asked, CancellationToken cancel)
    {
        var numbers = Keys(LookupWay.MemberNo);
        var cards = Keys(LookupWay.Card);
        var mobiles = Keys(LookupWay.Mobile);
        var hits = await db.Members
            .Where(m => m.BrandId == brandId && EF.Parameter(numbers).Contains(m.NumberKey))
            .Select(m => new LookupHit { Way = (int)LookupWay.MemberNo, Key = m.NumberKey, Member = m.MergedIntoId ?? m.Id })
            .Concat(db.Credentials
                .Where(c => c.BrandId == brandId && EF.Parameter(cards).Contains(c.Value))
                .Select(c => new LookupHit { Way = (int)LookupWay.Card, Key = c.Value, Member = c.MemberId }))
            .ToListAsync(cancel);
        if (mobiles.Length > 0) hits.AddRange(await OfMobilesAsync(brandId, mobiles, cancel));
        return hits;

        string[] Keys(LookupWay way) => [.. asked.Where(a => a.Way == way).Select(a => a.Key)];
    }

    /// <summary>
    /// Persons first, then their members: joined, PostgreSQL would read all members of the brand until it has statistics.
    /// </summary>
    private async Task<IEnumerable<LookupHit>> OfMobilesAsync(int brandId, string[] mobiles, CancellationToken cancel)
    {
        var people = await db.People.Where(p => EF.Parameter(mobiles).Contains(p.MobileIndex))
            .Select(p => new { p.Id, p.MobileIndex }).ToDictionaryAsync(p => p.Id, p => p.MobileIndex!, cancel);
        Guid?[] ids = [.. people.Keys];
        var members = await db.Members.Where(m => m.BrandId == brandId && EF.Parameter(ids).Contains(m.PersonId))
            .Select(m => new { Id = m.MergedIntoId ?? m.Id, m.PersonId }).ToListAsync(cancel);
        return members.Select(m => new LookupHit
        {
            Way = (int)LookupWay.Mobile, Key = people[m.PersonId!.Value], Member = m.Id,
        });
    }
}

using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Members;

/// <summary>
/// Finds members by what a till scans or types: member number, card or mobile. Where an identifier could be several
/// of these, the member number counts first, then the card. Members of every status are found: what a closed one may
/// still do is for the use case to say.
/// </summary>
internal sealed class MemberLookup(MembershipDb db, PersonIndex index)
{
    private enum Way
    {
        MemberNo,
        Card,
        Mobile,
    }

    /// <summary>One query however many identifiers; those that name nobody are absent from the answer.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> FindAsync(
        int brandId, IReadOnlyCollection<string> identifiers, CancellationToken cancel)
    {
        var ways = identifiers.Distinct().SelectMany(WaysOf).ToLookup(w => (w.Way, w.Key), w => w.Identifier);
        var best = new Dictionary<string, (Way Way, Guid Member)>();
        foreach (var hit in await HitsAsync(brandId, [.. ways.Select(w => w.Key)], cancel))
            foreach (var identifier in ways[((Way)hit.Way, hit.Key)])
                if (!best.TryGetValue(identifier, out var known) || (int)known.Way > hit.Way)
                    best[identifier] = ((Way)hit.Way, hit.Member);
        return best.ToDictionary(b => b.Key, b => b.Value.Member);
    }

    /// <summary>The one member of this identifier, or null.</summary>
    public async Task<Guid?> FindAsync(int brandId, string identifier, CancellationToken cancel) =>
        (await FindAsync(brandId, [identifier], cancel)).TryGetValue(identifier, out var member) ? member : null;

    private IEnumerable<(Way Way, string Key, string Identifier)> WaysOf(string identifier)
    {
        yield return (Way.MemberNo, identifier.Trim(), identifier);
        yield return (Way.Card, CardNo.Normalise(identifier), identifier);
        if (Mobile.TryParse(identifier, out var mobile)) yield return (Way.Mobile, index.OfMobile(mobile), identifier);
    }

    private Task<List<Hit>> HitsAsync(int brandId, (Way Way, string Key)[] asked, CancellationToken cancel)
    {
        var numbers = Keys(Way.MemberNo);
        var cards = Keys(Way.Card);
        var mobiles = Keys(Way.Mobile);
        var hits = db.Members
            .Where(m => m.BrandId == brandId && EF.Parameter(numbers).Contains(m.MemberNo))
            .Select(m => new Hit { Way = (int)Way.MemberNo, Key = m.MemberNo, Member = m.Id })
            .Concat(db.Credentials
                .Where(c => c.BrandId == brandId && EF.Parameter(cards).Contains(c.Value))
                .Select(c => new Hit { Way = (int)Way.Card, Key = c.Value, Member = c.MemberId }));
        if (mobiles.Length > 0)
        {
            hits = hits.Concat(
                from person in db.People
                where EF.Parameter(mobiles).Contains(person.MobileIndex)
                join member in db.Members on person.Id equals member.PersonId
                where member.BrandId == brandId
                select new Hit { Way = (int)Way.Mobile, Key = person.MobileIndex!, Member = member.Id });
        }

        return hits.ToListAsync(cancel);

        string[] Keys(Way way) => [.. asked.Where(a => a.Way == way).Select(a => a.Key)];
    }

    private sealed class Hit
    {
        public required int Way { get; init; }

        public required string Key { get; init; }

        public required Guid Member { get; init; }
    }
}

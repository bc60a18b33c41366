using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes;

/// <summary>
/// The versions of each brand's programme, made ready once per process. Which versions are active is asked of the
/// database each time, so that an activation on another host counts from its commit on.
/// </summary>
internal sealed class ProgrammeShelf
{
    private readonly ConcurrentDictionary<(int Brand, int Number), Programme> made = new();

    // Compiled here and not once for all: it belongs to the model of this host's database.
    private readonly Func<MembershipDb, IAsyncEnumerable<ActiveVersion>> activeVersions = EF.CompileAsyncQuery(
        (MembershipDb db) => db.ProgrammeVersions
            .Where(v => v.Status == ProgrammeStatus.Active)
            .OrderBy(v => v.EffectiveFrom).ThenBy(v => v.Number)
            .Select(v => new ActiveVersion { Number = v.Number, EffectiveFrom = v.EffectiveFrom!.Value }));

    /// <summary>The active versions of the session's brand, oldest first.</summary>
    public async Task<BrandProgrammes> OfAsync(MembershipDb db, int brandId, CancellationToken cancel)
    {
        var active = await activeVersions(db).ToListAsync(cancel);
        var versions = new List<ProgrammeInForce>(active.Count);
        foreach (var version in active)
        {
            if (!made.TryGetValue((brandId, version.Number), out var programme))
            {
                var document = await db.ProgrammeVersions
                    .Where(v => v.Number == version.Number).Select(v => v.Document).SingleAsync(cancel);
                programme = made.GetOrAdd((brandId, version.Number), _ => Programme.From(ProgrammeJson.Read(document)));
            }

            versions.Add(new ProgrammeInForce(version.Number, version.EffectiveFrom, programme));
        }

        return new BrandProgrammes(versions);
    }

    private sealed class ActiveVersion
    {
        public required int Number { get; init; }

        public required DateTime EffectiveFrom { get; init; }
    }
}

/// <param name="EffectiveFrom">UTC.</param>
internal sealed record ProgrammeInForce(int Number, DateTime EffectiveFrom, Programme Programme)
{
    public bool LooksAtBirthdays { get; } = Programme.Document.Multipliers.Select(m => m.When)
        .Concat(Programme.Document.PriceBenefits.Select(b => b.When))
        .Any(when => when.Birthday || when.BirthdayMonth);
}

internal sealed class BrandProgrammes(IReadOnlyList<ProgrammeInForce> oldestFirst)
{
    /// <summary>At least one: a brand without a programme judges nothing.</summary>
    public IReadOnlyList<ProgrammeInForce> OldestFirst => oldestFirst;

    /// <summary>Some version has a rule about birthdays.</summary>
    public bool LookAtBirthdays { get; } = oldestFirst.Any(v => v.LooksAtBirthdays);

    /// <summary>Some version lets the points held decide how fast they grow.</summary>
    public bool LookAtBalances { get; } = oldestFirst.Any(v => v.Programme.Document.BalanceBands.Count > 0);

    /// <summary>Some version begins the metrics anew where a member is promoted.</summary>
    public bool ResetOnPromotion { get; } = oldestFirst.Any(v => v.Programme.Ladder.ResetsOnPromotion);

    /// <summary>The version that judges what happens at this UTC instant; null before the first one.</summary>
    public ProgrammeInForce? FindAt(DateTime utc)
    {
        for (var i = oldestFirst.Count - 1; i >= 0; i--)
            if (oldestFirst[i].EffectiveFrom <= utc) return oldestFirst[i];
        return null;
    }

    public ProgrammeInForce At(DateTime utc) => FindAt(utc)
        ?? throw new Refusal("membership.no-programme", RefusalKind.Conflict, ("at", utc));

    public ProgrammeInForce? Find(int? number) => oldestFirst.FirstOrDefault(v => v.Number == number);

    public ProgrammeInForce Numbered(int number) => oldestFirst.First(v => v.Number == number);
}

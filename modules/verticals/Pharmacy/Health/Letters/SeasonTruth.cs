using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules.Editing;

namespace RetailMember.Pharmacy.Health.Letters;

/// <summary>
/// A season's letter is for who is diamond, and has himself agreed that his health data is kept, when it goes: what one who was
/// merged into him had agreed to does not count.
/// </summary>
internal sealed class SeasonTruth(
    SeasonName season, PharmacyDb db, ClubRules rules, IMemberFiles files, IBrandDirectory brands, DataSession session,
    TimeProvider time)
    : ILetterFacts
{
    private static readonly IReadOnlyDictionary<string, string> AsWritten = new Dictionary<string, string>();

    public string Purpose => SeasonLetters.PurposeOf(season);

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>> NowAsync(
        string key, IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var today = time.Today(brands.Find(session.Brand!.Value)!);
        var diamond = (await rules.OnAsync(today, cancel)).Rules.Diamond.Tier;
        var known = await files.ReadAsync(members, cancel);
        Guid[] diamonds = [.. known.Values.Where(m => m.IsActive && m.Tier == diamond).Select(m => m.Id)];
        var agreed = await db.HealthConsents.AgreedAsync(diamonds, cancel);
        return agreed.ToDictionary(member => member, _ => AsWritten);
    }
}

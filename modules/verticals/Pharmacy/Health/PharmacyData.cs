using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Pharmacy.Data;
using RetailMember.People;

namespace RetailMember.Pharmacy.Health;

/// <summary>The copy of his data that a member may ask for: cards, member days, and his own health data in full.</summary>
internal sealed class PharmacyData(PharmacyDb db) : IMemberData
{
    public string Name => "healthClub";

    public async Task<object> OfAsync(Brand brand, Guid member, CancellationToken cancel) => new
    {
        Cards = (await db.CardsReached.AsNoTracking().Where(c => c.MemberId == member).OrderBy(c => c.On).ToListAsync(cancel))
            .Select(c => new { c.Card, c.Year, c.On, c.Points, c.WithdrawnAt }),
        MemberDays = (await db.TopUps.AsNoTracking().Where(t => t.MemberId == member).OrderBy(t => t.On).ToListAsync(cancel))
            .Select(t => new { t.On, t.Balance, t.Points, t.Taken }),
        HealthConsent = (await db.HealthConsents.AsNoTracking().Where(c => c.MemberId == member).ToListAsync(cancel))
            .Select(c => new { c.GivenAt, c.WithdrawnAt }),
        HealthRecords = (await db.HealthRecords.AsNoTracking().Where(r => r.MemberId == member).OrderBy(r => r.At).ToListAsync(cancel))
            .Select(r => new { RecordKind = r.Kind, r.On, r.Free, r.Finding }),
        HealthAccesses = (await db.HealthAccesses.AsNoTracking().Where(a => a.MemberId == member).OrderBy(a => a.Id).ToListAsync(cancel))
            .Select(a => new { Access = a.Kind, a.At, a.Reason }),
    };
}

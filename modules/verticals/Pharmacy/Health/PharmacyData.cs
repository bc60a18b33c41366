using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.People;

namespace RetailMember.Pharmacy.Health;

/// <summary>The copy of his data that a member may ask for: cards, member days, and his own health data in full.</summary>
internal sealed class PharmacyData(PharmacyDb db, IMergedMembers merged) : IMemberData
{
    public string Name => "healthClub";

    public async Task<object> OfAsync(Brand brand, Guid member, CancellationToken cancel)
    {
        var files = await merged.FilesOfAsync(member, cancel);
        var cards = db.CardsReached.AsNoTracking().Where(c => EF.Parameter(files).Contains(c.MemberId));
        var topUps = db.TopUps.AsNoTracking().Where(t => EF.Parameter(files).Contains(t.MemberId));
        var consents = db.HealthConsents.AsNoTracking().Where(c => EF.Parameter(files).Contains(c.MemberId));
        var records = db.HealthRecords.AsNoTracking().Where(r => EF.Parameter(files).Contains(r.MemberId));
        var accesses = db.HealthAccesses.AsNoTracking()
            .Where(a => a.MemberId != null && EF.Parameter(files).Contains(a.MemberId.Value));
        return new
        {
            Cards = (await cards.OrderBy(c => c.On).ToListAsync(cancel))
                .Select(c => new { c.Card, c.Year, c.On, c.Points, c.WithdrawnAt }),
            MemberDays = (await topUps.OrderBy(t => t.On).ToListAsync(cancel))
                .Select(t => new { t.On, t.Balance, t.Points, t.Taken }),
            HealthConsent = (await consents.OrderBy(c => c.GivenAt).ToListAsync(cancel))
                .Select(c => new { c.GivenAt, c.WithdrawnAt }),
            HealthRecords = (await records.OrderBy(r => r.At).ToListAsync(cancel))
                .Select(r => new { RecordKind = r.Kind, r.On, r.Free, r.Finding }),
            HealthAccesses = (await accesses.OrderBy(a => a.Id).ToListAsync(cancel))
                .Select(a => new { Access = a.Kind, a.At, a.Reason }),
        };
    }
}

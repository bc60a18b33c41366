using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Pharmacy.Data;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Health;

/// <summary>Health data of members: kept by their own consent alone, and each look at it written down.</summary>
internal sealed class HealthBook(PharmacyDb db, Sequences sequences, DataSession session)
{
    private const int MostRecords = 200;

    /// <summary>The consent that holds; null where there is none.</summary>
    public Task<HealthConsent?> ConsentAsync(Guid member, CancellationToken cancel) =>
        db.HealthConsents.SingleOrDefaultAsync(c => c.MemberId == member && c.WithdrawnAt == null, cancel);

    /// <summary>Refuses whoever has not agreed.</summary>
    public async Task RequireConsentAsync(Guid member, CancellationToken cancel)
    {
        if (await ConsentAsync(member, cancel) is null)
            throw new Refusal("pharmacy.health-consent-needed", RefusalKind.Conflict);
    }

    /// <summary>A member's tests and consultations, the newest first.</summary>
    public Task<List<HealthRecord>> RecordsAsync(Guid member, CancellationToken cancel) =>
        db.HealthRecords.AsNoTracking().Where(r => r.MemberId == member)
            .OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(MostRecords).ToListAsync(cancel);

    /// <summary>Writes down who did what, when and why.</summary>
    public async Task NoteAsync(Guid? member, HealthAccessKind kind, string by, string? reason, DateTime at, CancellationToken cancel) =>
        db.HealthAccesses.Add(new HealthAccess
        {
            Id = (await sequences.TakeAsync<HealthAccess>(1, cancel))[0],
            BrandId = session.Brand!.Value,
            MemberId = member,
            Kind = kind,
            At = at,
            By = by,
            Reason = reason,
        });

    public Task NoteAsync(Guid? member, HealthAccessKind kind, string? reason, CallContext call, CancellationToken cancel) =>
        NoteAsync(member, kind, call.Caller.Name, reason, call.At, cancel);

    /// <summary>Erases all records of a member; who had looked at them stays written down.</summary>
    public Task<int> EraseAsync(Guid member, CancellationToken cancel) =>
        db.HealthRecords.Where(r => r.MemberId == member).ExecuteDeleteAsync(cancel);
}

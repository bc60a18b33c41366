using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Health;

/// <summary>
/// Health data of members: kept by their own consent alone, and each look at it written down. What a merge has left with
/// the duplicate, under the consent that he gave, is the member's as well.
/// </summary>
internal sealed class HealthBook(PharmacyDb db, IMergedMembers merged, Sequences sequences, DataSession session)
{
    private const int MostRecords = 200;

    /// <summary>Whether a consent holds: his own, or that of one who was merged into him.</summary>
    public async Task<bool> IsAgreedAsync(Guid member, CancellationToken cancel)
    {
        var files = await merged.FilesOfAsync(member, cancel);
        return await db.HealthConsents.AnyAsync(c => EF.Parameter(files).Contains(c.MemberId) && c.WithdrawnAt == null, cancel);
    }

    /// <summary>Refuses whoever has not agreed himself: what is recorded is his, and stays so when a merge is undone.</summary>
    public async Task RequireConsentAsync(Guid member, CancellationToken cancel)
    {
        if (!await db.HealthConsents.AnyAsync(c => c.MemberId == member && c.WithdrawnAt == null, cancel))
            throw new Refusal("pharmacy.health-consent-needed", RefusalKind.Conflict);
    }

    /// <summary>A member's tests and consultations, the newest first.</summary>
    public async Task<List<HealthRecord>> RecordsAsync(Guid member, CancellationToken cancel)
    {
        var files = await merged.FilesOfAsync(member, cancel);
        return await db.HealthRecords.AsNoTracking().Where(r => EF.Parameter(files).Contains(r.MemberId))
            .OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(MostRecords).ToListAsync(cancel);
    }

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

    /// <summary>Ends what a member has agreed to and erases all records; who had looked at them stays written down.</summary>
    /// <returns>How many consents have ended, and how many records are gone.</returns>
    public async Task<(int Ended, int Erased)> EraseAsync(Guid member, DateTime at, CancellationToken cancel)
    {
        var files = await merged.FilesOfAsync(member, cancel);
        var ended = await db.HealthConsents.Where(c => EF.Parameter(files).Contains(c.MemberId) && c.WithdrawnAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.WithdrawnAt, at), cancel);
        return (ended, await db.HealthRecords.Where(r => EF.Parameter(files).Contains(r.MemberId)).ExecuteDeleteAsync(cancel));
    }
}

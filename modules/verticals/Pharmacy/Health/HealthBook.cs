using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Pharmacy.Health;

/// <summary>
/// Health data of members: kept by their own consent alone, and each look at it written down. What a merge has left with
/// the duplicate, under the consent that he gave, is the member's as well.
/// </summary>
internal sealed class HealthBook(PharmacyDb db, IMergedMembers merged, Sequences sequences, DataSession session)
{
    /// <summary>Whether a consent holds: his own, or that of one who was merged into him.</summary>
    public async Task<bool> IsAgreedAsync(Guid member, CancellationToken cancel) =>
        await AgreedAtAsync(member, cancel) is not null;

    /// <summary>Since when, UTC; null: none holds.</summary>
    public async Task<DateTime?> AgreedAtAsync(Guid member, CancellationToken cancel)
    {
        var files = await merged.FilesOfAsync(member, cancel);
        return await db.HealthConsents.Where(c => EF.Parameter(files).Contains(c.MemberId) && c.WithdrawnAt == null)
            .MinAsync(c => (DateTime?)c.GivenAt, cancel);
    }

    /// <summary>Of whom a consent holds or a record is kept, in the order of their keys.</summary>
    public async Task<IReadOnlyList<Guid>> KeptAsync(Guid? after, int count, CancellationToken cancel)
    {
        var kept = db.HealthConsents.AsNoTracking().Where(c => c.WithdrawnAt == null).Select(c => c.MemberId)
            .Union(db.HealthRecords.AsNoTracking().Select(r => r.MemberId));
        if (after is { } last) kept = kept.Where(m => m > last);
        return await kept.OrderBy(m => m).Take(count).ToListAsync(cancel);
    }

    /// <summary>Refuses whoever has not agreed himself: what is recorded is his, and stays so when a merge is undone.</summary>
    public async Task RequireConsentAsync(Guid member, CancellationToken cancel)
    {
        if (!await db.HealthConsents.AnyAsync(c => c.MemberId == member && c.WithdrawnAt == null, cancel))
            throw new Refusal("pharmacy.health-consent-needed", RefusalKind.Conflict);
    }

    /// <summary>A page of a member's tests and consultations, the newest first.</summary>
    public async Task<PageOf<T>> RecordsAsync<T>(
        Guid member, string? after, int size, Func<HealthRecord, T> show, CancellationToken cancel)
    {
        var files = await merged.FilesOfAsync(member, cancel);
        var records = db.HealthRecords.AsNoTracking().Where(r => EF.Parameter(files).Contains(r.MemberId));
        if (Cursor.Read<Place>(after) is { } place)
            records = records.Where(r => r.At < place.At || (r.At == place.At && r.Id < place.Id));
        var rows = await records.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(size + 1).ToListAsync(cancel);
        return PageOf<T>.Of(rows, size, r => new Place(r.At, r.Id), show);
    }

    /// <summary>One record of a member, or of who was merged into him, to be changed through the context; null: none is his.</summary>
    public async Task<HealthRecord?> RecordAsync(Guid member, Guid record, CancellationToken cancel)
    {
        var files = await merged.FilesOfAsync(member, cancel);
        return await db.HealthRecords.SingleOrDefaultAsync(
            r => r.Id == record && EF.Parameter(files).Contains(r.MemberId), cancel);
    }

    /// <summary>Takes a record off the books; the context writes it.</summary>
    public void Erase(HealthRecord record) => db.HealthRecords.Remove(record);

    /// <summary>
    /// What merges had left with duplicates is the member's own once he has agreed himself, until the merge is undone: found
    /// by whoever asks for him alone, as segments do.
    /// </summary>
    public async Task TakeOverAsync(Guid member, CancellationToken cancel)
    {
        Guid[] duplicates = [.. (await merged.FilesOfAsync(member, cancel)).Where(f => f != member)];
        if (duplicates.Length == 0) return;
        var merges = await db.MergedRows.AsNoTracking().Where(r => EF.Parameter(duplicates).Contains(r.Row)).ToListAsync(cancel);
        foreach (var merge in merges)
        {
            var left = await db.HealthRecords.Where(r => r.MemberId == merge.Row).ToListAsync(cancel);
            foreach (var record in left) record.MemberId = member;
            db.MergedRows.AddRange(left.Select(
                r => new MergedRow { MergeId = merge.MergeId, Row = r.Id, BrandId = merge.BrandId }));
        }
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

    private sealed record Place(DateTime At, Guid Id);
}

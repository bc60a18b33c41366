using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Members.Care;

/// <inheritdoc cref="IMemberCare" />
internal sealed class CareOfMembers(MembershipDb db, IRows rows) : IMemberCare
{
    public async Task<IReadOnlyDictionary<Guid, DateTime>> LastAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        await db.CareRecords.AsNoTracking().Where(c => EF.Parameter(members).Contains(c.MemberId))
            .GroupBy(c => c.MemberId).Select(g => new { g.Key, At = g.Max(c => c.RecordedAt) })
            .ToDictionaryAsync(g => g.Key, g => g.At, cancel);

    public async Task<bool> NoteContactAsync(MemberContacted contact, CancellationToken cancel)
    {
        // Locked, so that no record slips in while the membership is closed and its care is erased.
        var found = await rows.LockAsync<Member, Guid>(m => m.Id, [contact.Member], cancel);
        if (found is not [{ Status: MemberStatus.Active } member]) return false;
        db.CareRecords.Add(new CareRecord
        {
            Id = Guid.CreateVersion7(),
            BrandId = member.BrandId,
            MemberId = member.Id,
            Kind = CareKind.Other,
            Note = contact.Note.Length > CareRecord.NoteLength ? contact.Note[..CareRecord.NoteLength] : contact.Note,
            StoreId = contact.StoreId ?? member.StoreId,
            RecordedAt = contact.At,
            Operator = contact.Operator,
        });
        return true;
    }
}

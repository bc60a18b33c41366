using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Members.Messages;

/// <inheritdoc cref="IMemberContacts" />
internal sealed class ContactsOfMembers(MembershipDb db) : IMemberContacts
{
    private const string MailField = "email";

    public async Task<IReadOnlyDictionary<Guid, MemberContact>> OfAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        await (
            from asked in db.Members.AsNoTracking()
            where EF.Parameter(members).Contains(asked.Id)
            join member in db.Members.AsNoTracking() on asked.MergedIntoId ?? asked.Id equals member.Id
            where member.Status == MemberStatus.Active
            join person in db.People.AsNoTracking() on member.PersonId equals person.Id
            where person.Mobile != null
            select new { asked.Id, Contact = new MemberContact(member.Id, member.MemberNo, person.Name, person.Mobile!) })
            .ToDictionaryAsync(m => m.Id, m => m.Contact, cancel);

    public async Task<IReadOnlyDictionary<Guid, string>> MailsAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var files = await db.Members.AsNoTracking()
            .Where(m => EF.Parameter(members).Contains(m.Id) && m.Status == MemberStatus.Active && m.Fields != null)
            .Select(m => new { m.Id, m.Fields }).ToListAsync(cancel);
        return files.Select(f => (f.Id, Mail: DeclaredFields.Read(f.Fields).GetValueOrDefault(MailField)))
            .Where(f => !string.IsNullOrEmpty(f.Mail)).ToDictionary(f => f.Id, f => f.Mail!);
    }
}

using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Members;

/// <inheritdoc cref="IPersonMarks" />
internal sealed class MarksOfPersons(MembershipDb db, PersonalData personal) : IPersonMarks
{
    public async Task<IReadOnlyDictionary<Guid, PersonMark>> OfAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        await (
            from member in db.Members.AsNoTracking()
            join person in db.People on member.PersonId equals person.Id
            where EF.Parameter(members).Contains(member.Id)
            select new { member.Id, Mark = new PersonMark(person.Id, person.MobileIndex) })
            .ToDictionaryAsync(m => m.Id, m => m.Mark, cancel);

    public string OfDevice(string device) => personal.BlindIndex(device.Trim(), "membership.device");
}

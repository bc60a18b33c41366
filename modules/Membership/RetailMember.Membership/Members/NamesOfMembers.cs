using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Members;

/// <inheritdoc cref="IMemberNames" />
internal sealed class NamesOfMembers(MembershipDb db, PersonIndex index) : IMemberNames
{
    public async Task<bool?> IsOfAsync(Guid member, string name, CancellationToken cancel)
    {
        var known = await (
            from m in db.Members
            join person in db.People on m.PersonId equals person.Id
            where m.Id == member
            select person.NameIndex).SingleOrDefaultAsync(cancel);
        return known is null ? null : known == index.OfName(name);
    }
}

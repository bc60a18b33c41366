using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Members;

/// <inheritdoc cref="IMemberNumbers" />
internal sealed class NumbersOfMembers(MembershipDb db) : IMemberNumbers
{
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        await db.Members.AsNoTracking().Where(m => members.Contains(m.Id))
            .ToDictionaryAsync(m => m.Id, m => m.MemberNo, cancel);
}

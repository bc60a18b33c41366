using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Members.Renewal;

/// <inheritdoc cref="IMemberCards" />
internal sealed class CardsOfMembers(MembershipDb db, ProgrammeShelf shelf, IBrandDirectory brands, DataSession session)
    : IMemberCards
{
    public async Task<IReadOnlySet<Guid>> EndedAsync(
        IReadOnlyCollection<Guid> members, DateTime utc, CancellationToken cancel)
    {
        if (session.Brand is not { } id || brands.Find(id) is not { } brand || members.Count == 0) return FrozenSet<Guid>.Empty;
        var programme = (await shelf.OfAsync(db, id, cancel)).FindAt(utc)?.Programme;
        if (programme?.Document.Enrolment is not { ValidMonths: not null } enrolment) return FrozenSet<Guid>.Empty;
        var today = brand.DateOf(utc);
        var cards = await db.Members.AsNoTracking().Where(m => EF.Parameter(members).Contains(m.Id))
            .Select(m => new { m.Id, m.JoinedOn, m.RenewedThrough }).ToListAsync(cancel);
        return cards.Where(c => today > enrolment.LastDay(c.JoinedOn, c.RenewedThrough)).Select(c => c.Id).ToFrozenSet();
    }
}

using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>Fetches the member that a call is about, by member number, card or mobile; refuses where there is none.</summary>
internal sealed class MemberDesk(MembershipDb db, MemberLookup lookup, IRows rows)
{
    /// <summary>To be read, or to be changed through the context.</summary>
    public async Task<Member> FindAsync(CallContext call, string identifier, CancellationToken cancel)
    {
        var id = await IdAsync(call, identifier, cancel);
        return await db.Members.SingleAsync(m => m.Id == id, cancel);
    }

    /// <summary>
    /// Locked until the transaction ends, for what purchases change as well: tier, metrics, status. Write it back with
    /// <see cref="IRows.UpdateAsync"/>.
    /// </summary>
    public async Task<Member> LockAsync(CallContext call, string identifier, CancellationToken cancel)
    {
        var id = await IdAsync(call, identifier, cancel);
        return (await rows.LockAsync<Member, Guid>(m => m.Id, [id], cancel)).Single();
    }

    public async Task<Guid> IdAsync(CallContext call, string identifier, CancellationToken cancel) =>
        await lookup.FindAsync(call.RequiredBrand.Id, identifier, cancel)
        ?? throw MemberRefusals.NotFound();
}

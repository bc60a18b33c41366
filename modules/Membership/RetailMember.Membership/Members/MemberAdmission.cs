using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Events;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>
/// Lets somebody in, for the first time or again. Who comes back finds number, first day, history and points as they
/// stand, and the tier that the reviews of the periods gone by leave him: time away counts as time without a purchase.
/// </summary>
internal sealed class MemberAdmission(MembershipDb db, ProgrammeShelf shelf, IEvents events)
{
    /// <summary>The member is new to the context or read by it.</summary>
    /// <param name="storeId">Where he is let in.</param>
    /// <param name="member">Has applied, had left, or has just been added.</param>
    /// <param name="call">Says brand and time.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The day on which he came back; null for whoever was never a member before.</returns>
    public async Task<DateOnly?> AdmitAsync(Member member, int? storeId, CallContext call, CancellationToken cancel)
    {
        var isNew = db.Entry(member).State == EntityState.Added;
        var wasMember = !isNew && await WasMemberAsync(member, cancel);
        if (!isNew) Turn(member, MemberStatus.Active, call);
        if (!wasMember)
        {
            events.Add(new MemberEnrolled(member.BrandId, member.Id, member.StoreId, member.JoinedOn));
            return null;
        }

        var today = call.RequiredBrand.DateOf(call.At);
        var calendar = new QualificationCalendar(await shelf.OfAsync(db, member.BrandId, cancel), call.RequiredBrand);
        foreach (var change in QualificationPeriods.Enter(member, today, calendar, call.At))
        {
            db.TierChanges.Add(change);
            events.Add(new TierChanged(change.BrandId, change.MemberId, change.From, change.To));
        }

        events.Add(new MemberReturned(member.BrandId, member.Id, storeId, today));
        return today;
    }

    /// <summary>Gives the member another status today.</summary>
    public void Turn(Member member, MemberStatus to, CallContext call) =>
        db.StatusChanges.Add(MemberRegister.Turn(member, to, call.RequiredBrand.DateOf(call.At), call.At));

    /// <summary>Whether he was ever let in, and not only has applied.</summary>
    public async Task<bool> WasMemberAsync(Member member, CancellationToken cancel) =>
        member.Status == MemberStatus.Closed
        || await db.StatusChanges.AnyAsync(c => c.MemberId == member.Id && c.From == MemberStatus.Closed, cancel);
}

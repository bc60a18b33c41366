using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Members;

/// <summary>
/// Puts members on tiers beside what they buy. No refund takes a member below a tier that was granted; a review at the end
/// of the period may.
/// </summary>
internal sealed class TierGrants(MembershipDb db, ProgrammeShelf shelf, IRows rows, IEvents events)
{
    /// <param name="member">Locked, and moved on by this.</param>
    /// <param name="tier">A code that the programme knows.</param>
    /// <param name="brand">The member's.</param>
    /// <param name="at">UTC.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task GrantAsync(Member member, string tier, Brand brand, DateTime at, CancellationToken cancel)
    {
        var programmes = await shelf.OfAsync(db, brand.Id, cancel);
        var today = brand.DateOf(at);
        var changes = QualificationPeriods.Enter(member, today, new QualificationCalendar(programmes, brand), at).ToList();
        // Of the tier held already as well: it is a decision, which nothing that came before it overrules.
        changes.Add(QualificationPeriods.Change(member, tier, TierChangeReason.Grant, programmes.At(at).Number, at, today));
        member.CarriedTier = tier;
        await rows.UpdateAsync([member], Member.Progress, cancel);
        await rows.InsertAsync(changes, cancel);
        foreach (var change in changes.Where(c => c.From != c.To))
            events.Add(new TierChanged(brand.Id, member.Id, change.From, change.To));
    }
}

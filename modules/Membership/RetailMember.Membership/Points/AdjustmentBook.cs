using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Points;

/// <summary>Posts corrections of points; a balance itself is never edited.</summary>
internal sealed class AdjustmentBook(MembershipDb db, ProgrammeShelf shelf, ILedger ledger)
{
    /// <summary>Only members have points to correct: neither when it is asked for nor when it is approved may he have left.</summary>
    public static void RequireActive(Member member)
    {
        if (member.Status != MemberStatus.Active)
            throw MemberRefusals.NotActive(member.MemberNo);
    }

    /// <summary>
    /// Posts it and answers the balance afterwards. Added points live as long as points earned today; what is taken
    /// must be there. Refuses what the ledger refuses, with its code.
    /// </summary>
    public async Task<long> PostAsync(Adjustment adjustment, Member member, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var outcome = (await ledger.PostAsync([await PostingOf(adjustment, member, today, call, cancel)], cancel))[0];
        return outcome.Status == PostingStatus.Refused
            ? throw new Refusal(outcome.Code!, RefusalKind.Conflict, ("available", outcome.Available))
            : outcome.BalanceAfter;
    }

    /// <summary>What this caller has corrected for the member on this business day, both directions added up.</summary>
    public Task<long> SumOfDayAsync(Guid memberId, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var dayBegan = brand.UtcOf(brand.LocalOf(call.At).Date);
        return db.Adjustments
            .Where(a => a.MemberId == memberId && a.RequestedById == call.Caller.Id && a.RequestedAt >= dayBegan
                && a.Status == AdjustmentStatus.Posted)
            .SumAsync(a => a.Points < 0 ? -a.Points : a.Points, cancel);
    }

    private async Task<Posting> PostingOf(
        Adjustment adjustment, Member member, DateOnly today, CallContext call, CancellationToken cancel)
    {
        var reason = new PostingReason
        {
            Operator = call.Caller.Name,
            Rule = adjustment.Reason,
            Source = adjustment.PostingKey,
        };
        if (adjustment.Points < 0)
            return new Debit
            {
                Key = adjustment.PostingKey,
                Owner = member.Id,
                Unit = MembershipUnits.Points,
                Amount = -adjustment.Points,
                On = today,
                Kind = PostingKind.Adjust,
                Reason = reason,
            };
        var programme = (await shelf.OfAsync(db, member.BrandId, cancel)).At(call.At);
        return new Credit
        {
            Key = adjustment.PostingKey,
            Owner = member.Id,
            Unit = MembershipUnits.Points,
            Amount = adjustment.Points,
            On = today,
            Kind = PostingKind.Adjust,
            ExpiresOn = LotDates.For(programme.Programme.Document.Expiry, 0, today, member.JoinedOn).ExpiresOn,
            Reason = reason with { RuleVersion = programme.Number },
        };
    }
}

using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules;

namespace RetailMember.Pharmacy.Club;

/// <summary>What a member day has for members.</summary>
internal sealed class TopUps(PharmacyDb db, ILedger ledger, IMemberAwards awards, IRows rows)
{
    /// <summary>What a member would be given on a day, and why not.</summary>
    public async Task<TopUpQuote> QuoteAsync(MemberSummary member, ClubTerms terms, DateOnly on, CancellationToken cancel)
    {
        var balances = await ledger.ReadBalancesAsync([member.Id], MembershipUnits.Points, on, cancel);
        var balance = balances.GetValueOrDefault(member.Id)?.Usable ?? 0;
        var state = !terms.HasGold(member.Tier) ? TopUpState.NotGold
            : !terms.TopUp.IsMemberDay(on) ? TopUpState.NoMemberDay
            : await db.TopUps.AnyAsync(t => t.MemberId == member.Id && t.On == on, cancel) ? TopUpState.FilledBefore
            : terms.TopUp.PointsFor(balance) == 0 ? TopUpState.NothingToFill
            : TopUpState.ToFill;
        return new TopUpQuote(state, balance, state == TopUpState.ToFill ? terms.TopUp.PointsFor(balance) : 0);
    }

    /// <summary>
    /// Takes back what a member day gave too much, once a receipt from behind the balance that it filled up is refunded.
    /// </summary>
    /// <returns>The points that were taken.</returns>
    public async Task<long> CorrectAsync(
        Guid member, DateTime boughtAt, long pointsTaken, ClubTerms terms, AwardOccasion occasion, CancellationToken cancel)
    {
        var behind = await db.TopUps.AsNoTracking().Where(t => t.MemberId == member && t.At >= boughtAt)
            .OrderBy(t => t.At).FirstOrDefaultAsync(cancel);
        if (behind is null || pointsTaken <= 0) return 0;
        behind.Refunded += pointsTaken;
        var due = Math.Min(terms.TopUp.PointsFor(behind.Balance - behind.Refunded), behind.Points);
        var excess = behind.Points - behind.Taken - due;
        if (excess > 0)
        {
            excess = (await awards.UndoAsync([new AwardUndo(behind.AwardKey, excess, "refund", occasion)], cancel))[0].Points;
            behind.Taken += excess;
        }

        await rows.UpdateAsync([behind], [nameof(TopUp.Refunded), nameof(TopUp.Taken)], cancel);
        return Math.Max(excess, 0);
    }
}

/// <param name="Balance">Points that can be spent.</param>
/// <param name="Points">To be given now.</param>
internal sealed record TopUpQuote(TopUpState State, long Balance, long Points);

/// <summary>How a member stands before a member day's gift.</summary>
internal enum TopUpState
{
    /// <summary>There is something to give.</summary>
    ToFill,

    /// <summary>It was given now.</summary>
    Filled,

    /// <summary>This member day has given already.</summary>
    FilledBefore,

    /// <summary>The balance is at no step.</summary>
    NothingToFill,

    /// <summary>Today is no member day.</summary>
    NoMemberDay,

    /// <summary>Only gold and diamond cards are filled up.</summary>
    NotGold,
}

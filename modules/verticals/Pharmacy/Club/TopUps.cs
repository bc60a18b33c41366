using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules;
using RetailMember.Pharmacy.Rules.Editing;

namespace RetailMember.Pharmacy.Club;

/// <summary>What a member day has for members.</summary>
internal sealed class TopUps(PharmacyDb db, ClubRules rules, ILedger ledger, IMemberAwards awards, IRows rows)
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
    /// Takes back what member days gave too much, once a receipt from behind the balances that they filled up is refunded.
    /// What one gave stood behind the balance of the next one. Each is judged by the rules that gave it, and none gives more
    /// than it gave.
    /// </summary>
    /// <returns>The points that were taken.</returns>
    public async Task<long> CorrectAsync(
        Guid member, DateTime boughtAt, long pointsTaken, AwardOccasion occasion, CancellationToken cancel)
    {
        if (pointsTaken <= 0) return 0;
        var since = await db.TopUps.AsNoTracking().Where(t => t.MemberId == member && t.At >= boughtAt)
            .OrderBy(t => t.At).ToListAsync(cancel);
        var taken = 0L;
        foreach (var topUp in since)
        {
            topUp.Refunded += pointsTaken + taken;
            var terms = (await rules.OfVersionAsync(topUp.Rules, cancel)).TopUp;
            var due = Math.Min(terms.PointsFor(topUp.Balance - topUp.Refunded), topUp.Points);
            var excess = topUp.Points - topUp.Taken - due;
            if (excess <= 0) continue;
            var gone = (await awards.UndoAsync([new AwardUndo(topUp.AwardKey, excess, "refund", occasion)], cancel))[0].Points;
            topUp.Taken += gone;
            taken += gone;
        }

        await rows.UpdateAsync(since, [nameof(TopUp.Refunded), nameof(TopUp.Taken)], cancel);
        return taken;
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

using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules;
using RetailMember.Pharmacy.Rules.Editing;

namespace RetailMember.Pharmacy.Club;

/// <summary>What a member day has for members.</summary>
internal sealed class TopUps(
    PharmacyDb db, ClubRules rules, ILedger ledger, IMemberAwards awards, IMergedMembers merged, IRows rows)
{
    /// <summary>What a member would be given on a day, and why not.</summary>
    public async Task<TopUpQuote> QuoteAsync(MemberSummary member, ClubTerms terms, DateOnly on, CancellationToken cancel)
    {
        var balances = await ledger.ReadBalancesAsync([member.Id], MembershipUnits.Points, on, cancel);
        var balance = balances.GetValueOrDefault(member.Id)?.Usable ?? 0;
        var filled = await IsFilledAsync(member.Id, on, cancel);
        var state = !terms.HasGold(member.Tier) ? TopUpState.NotGold
            : !terms.TopUp.IsMemberDay(on) ? TopUpState.NoMemberDay
            : filled ? TopUpState.FilledBefore
            : terms.TopUp.PointsFor(balance) == 0 ? TopUpState.NothingToFill
            : TopUpState.ToFill;
        return new TopUpQuote(state, balance, state == TopUpState.ToFill ? terms.TopUp.PointsFor(balance) : 0)
        {
            Next = terms.TopUp.NextMemberDay(filled ? FirstOf(on).AddMonths(1) : on),
        };
    }

    /// <summary>
    /// Takes back what member days gave too much, once a refund has moved points that stood behind the balances that they
    /// filled up: those of the receipt, of campaigns, and what orders and tenders gave back. What one gave stood behind the
    /// balance of the next one. Each is judged by the rules that gave it, and none gives more than it gave.
    /// </summary>
    /// <param name="member">Whose they are, or of one who was merged into him.</param>
    /// <param name="boughtAt">UTC; no earlier one had anything of the receipt behind it.</param>
    /// <param name="lastPosting">The ledger's newest one before the refund.</param>
    /// <param name="occasion">Of the refund.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The points that were taken.</returns>
    public async Task<long> CorrectAsync(
        Guid member, DateTime boughtAt, long lastPosting, AwardOccasion occasion, CancellationToken cancel)
    {
        var files = await merged.FilesOfAsync(member, cancel);
        var since = await db.TopUps.AsNoTracking().Where(t => EF.Parameter(files).Contains(t.MemberId) && t.At >= boughtAt)
            .OrderBy(t => t.At).ToListAsync(cancel);
        var (taken, moved) = (0L, new List<TopUp>());
        foreach (var topUp in since)
        {
            // Asked of each anew: what was just taken of an earlier one is among it.
            var less = await awards.TakenBehindAsync(topUp.AwardKey, lastPosting, cancel);
            if (less == 0) continue;
            moved.Add(topUp);
            topUp.Refunded += less;
            var terms = (await rules.OfVersionAsync(topUp.Rules, cancel)).TopUp;
            var due = Math.Min(terms.PointsFor(topUp.Balance - topUp.Refunded), topUp.Points);
            var excess = topUp.Points - topUp.Taken - due;
            if (excess <= 0) continue;
            var gone = (await awards.UndoAsync([new AwardUndo(topUp.AwardKey, excess, "refund", occasion)], cancel))[0].Points;
            topUp.Taken += gone;
            taken += gone;
        }

        await rows.UpdateAsync(moved, [nameof(TopUp.Refunded), nameof(TopUp.Taken)], cancel);
        return taken;
    }

    /// <summary>A version that moves the day gives no second one in a month, and a duplicate's is the member's as well.</summary>
    private async Task<bool> IsFilledAsync(Guid member, DateOnly on, CancellationToken cancel)
    {
        var files = await merged.FilesOfAsync(member, cancel);
        var (first, next) = (FirstOf(on), FirstOf(on).AddMonths(1));
        return await db.TopUps.AnyAsync(
            t => EF.Parameter(files).Contains(t.MemberId) && t.On >= first && t.On < next, cancel);
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}

/// <param name="Balance">Points that can be spent.</param>
/// <param name="Points">To be given now.</param>
internal sealed record TopUpQuote(TopUpState State, long Balance, long Points)
{
    /// <summary>The next member day that can fill him up: today where it is one and has not, none of a month that has.</summary>
    public required DateOnly Next { get; init; }
}

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

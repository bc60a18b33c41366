using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Apparel.Rules;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Membership;
using RetailMember.Redemption;

namespace RetailMember.Apparel.Ladder;

/// <summary>
/// Makes the rungs of a member's month what its receipts carry: gives what is reached, takes back what is not any more.
/// Asked again it changes nothing. Whoever asks holds the member.
/// </summary>
internal sealed class LadderDesk(ApparelDb db, ApparelRules rules, LadderBook book, IGifts gifts)
{
    private const string Reason = "apparel.ladder";

    public async Task<IReadOnlyList<RungMove>> SettleAsync(
        Guid member, DateOnly month, VoucherOccasion now, CancellationToken cancel)
    {
        var ladder = (await rules.OfMonthAsync(month, cancel)).Ladder;
        var bought = await book.MonthAsync(member, month, cancel);
        var brought = ladder.BroughtBy(bought.Points);
        var rungs = await db.EarnedRungs.Where(r => r.MemberId == member && r.Month == month).ToListAsync(cancel);
        var carried = await CarriedAsync([.. rungs.Where(r => brought.Any(b => b.Points == r.Points))], bought, cancel);
        List<RungMove> moves = [.. await TakeAsync([.. rungs.Except(carried)], now, cancel)];
        if (ladder.Policy == RungPolicy.TopRungOnly && rungs.Any(r => r.State == RungState.Kept)) return moves;
        if (now.On > ladder.ClaimUntil(month)) return moves;
        foreach (var rung in brought.Where(b => rungs.All(r => r.Points != b.Points)))
        {
            var reached = bought.ReachedWith(rung.Points);
            var row = new EarnedRung
            {
                Id = Guid.CreateVersion7(),
                BrandId = book.BrandId,
                MemberId = member,
                ReachedBy = member,
                Month = month,
                Points = rung.Points,
                StoreId = reached.StoreId,
                Voucher = rung.Voucher,
                WorthFen = rung.Worth.Fen,
                ReachedOn = reached.On,
                ClaimUntil = ladder.ClaimUntil(month),
                State = RungState.TakenBack,
            };
            db.EarnedRungs.Add(row);
            carried.Add(row);
        }

        moves.AddRange(await GiveAsync(carried, now, cancel));
        return moves;
    }

    /// <summary>
    /// Those that the month carries. It may carry fewer of one kind than those who were merged had reached: then what was
    /// claimed stays before what waits, so that nobody has both.
    /// </summary>
    private async Task<List<EarnedRung>> CarriedAsync(
        IReadOnlyCollection<EarnedRung> rungs, LadderMonth bought, CancellationToken cancel)
    {
        var carried = new List<EarnedRung>();
        foreach (var alike in rungs.GroupBy(r => r.Points))
        {
            var times = bought.TimesReached(alike.Key);
            if (alike.Count() <= times)
            {
                carried.AddRange(alike);
                continue;
            }

            var states = await gifts.ReadAsync([.. alike.Select(r => r.GiftKey)], cancel);
            carried.AddRange(alike.OrderBy(r => Turn(r, states)).ThenBy(r => r.Id).Take(times));
        }

        return carried;
    }

    private static int Turn(EarnedRung rung, IReadOnlyDictionary<string, GiftState> gifts) =>
        (rung.State, gifts.TryGetValue(rung.GiftKey, out var gift) ? gift : (GiftState?)null) switch
        {
            (RungState.Kept, _) or (_, GiftState.Given) => 0,
            (RungState.Standing, GiftState.Earned) => 1,
            (RungState.Standing, _) => 2,
            _ => 3,
        };

    private async Task<IReadOnlyList<RungMove>> TakeAsync(
        List<EarnedRung> rungs, VoucherOccasion now, CancellationToken cancel)
    {
        rungs.RemoveAll(r => r.State != RungState.Standing);
        if (rungs.Count == 0) return [];
        var revoked = await gifts.RevokeAsync(
            [.. rungs.Select(r => new GiftRevocation(r.GiftKey, "refund", now))], cancel);
        return
        [
            .. rungs.Zip(revoked, (rung, gift) =>
            {
                rung.State = gift.State == GiftState.Given ? RungState.Kept : RungState.TakenBack;
                return new RungMove(rung, Given: false, gift.Taken);
            }),
        ];
    }

    /// <summary>The key of a rung's gift gives it once, and anew after it was taken back.</summary>
    private async Task<IReadOnlyList<RungMove>> GiveAsync(
        List<EarnedRung> rungs, VoucherOccasion now, CancellationToken cancel)
    {
        if (rungs.Count == 0) return [];
        var given = await gifts.GrantAsync(
            [
                .. rungs.Select(r => new GiftGrant(
                    r.GiftKey, r.MemberId, GiftContents.OfVouchers(r.Voucher), Reason, now with { StoreId = r.StoreId },
                    r.ClaimUntil)),
            ],
            cancel);
        var moves = new List<RungMove>();
        foreach (var (rung, gift) in rungs.Zip(given))
        {
            if (gift is { Refusal: null, Replayed: false }) moves.Add(new RungMove(rung, Given: true, 0));
            (rung.State, rung.GiftId) = (RungState.Standing, gift.Gift);
        }

        return moves;
    }
}

/// <summary>What became of a rung.</summary>
/// <param name="Given">Its voucher was given, or waits to be claimed now.</param>
/// <param name="Taken">Vouchers that came back with it.</param>
internal sealed record RungMove(EarnedRung Rung, bool Given, int Taken);

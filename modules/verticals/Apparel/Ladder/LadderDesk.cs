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
        var terms = await rules.OfMonthAsync(month, cancel);
        var counted = await book.ReceiptsAsync(member, month, cancel);
        var brought = terms.Ladder.BroughtBy(counted.Sum(r => r.Points));
        var rungs = await db.EarnedRungs.Where(r => r.MemberId == member && r.Month == month).ToListAsync(cancel);
        List<RungMove> moves = [.. await TakeAsync([.. rungs.Where(r => brought.All(b => b.Points != r.Points))], now,
            cancel)];
        if (terms.Ladder.Policy == RungPolicy.TopRungOnly && rungs.Any(r => r.State == RungState.Kept)) return moves;
        if (now.On > terms.Ladder.ClaimUntil(month)) return moves;
        foreach (var rung in brought.Where(b => rungs.All(r => r.Points != b.Points)))
        {
            var reached = FirstAt(counted, rung.Points);
            var row = new EarnedRung
            {
                Id = Guid.CreateVersion7(),
                BrandId = book.BrandId,
                MemberId = member,
                Month = month,
                Points = rung.Points,
                StoreId = reached.StoreId,
                Voucher = rung.Voucher,
                WorthFen = rung.Worth.Fen,
                ReachedOn = reached.On,
                ClaimUntil = terms.Ladder.ClaimUntil(month),
                State = RungState.TakenBack,
            };
            db.EarnedRungs.Add(row);
            rungs.Add(row);
        }

        moves.AddRange(await GiveAsync([.. rungs.Where(r => brought.Any(b => b.Points == r.Points))], now, cancel));
        return moves;
    }

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
            if (rung.State != RungState.Standing || !gift.Replayed) moves.Add(new RungMove(rung, Given: true, 0));
            (rung.State, rung.GiftId) = (RungState.Standing, gift.Gift);
        }

        return moves;
    }

    private static MemberReceipt FirstAt(IReadOnlyList<MemberReceipt> oldestFirst, long points)
    {
        var sum = 0L;
        return oldestFirst.First(receipt => (sum += receipt.Points) >= points);
    }
}

/// <summary>What became of a rung.</summary>
/// <param name="Taken">Vouchers that came back with it.</param>
internal sealed record RungMove(EarnedRung Rung, bool Given, int Taken);

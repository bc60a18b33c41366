using System.Globalization;
using RetailMember.Brands;
using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using RetailMember.Membership.Purchases;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Demonstration;

/// <summary>One brand's year: who joined, what they bought, what came back, what was put right. Drawn from a fixed seed.</summary>
internal sealed class DemoYear(
    UseCaseEntry entry, CallContext call, DemoBrand plan, IReadOnlyList<Store> stores, DateTime now, int seed,
    IReadOnlyList<IDemonstrationYear> followers)
{
    // A little more than the life of points, so that some have lapsed.
    private const int Days = 420;
    private const int ReceiptsAtOnce = 250;
    private const int SharedPeople = 12;
    private const int TodayOneOf = 9;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly Money FullBasket = Money.FromYuan(280);

    // Where a first purchase opens the door, it was large enough.
    private static readonly Money EntryReceipt = Money.FromYuan(200);

    // A sample, not a secret: the same chain each time.
#pragma warning disable CA5394
    private readonly Random chance = new(seed);

    private readonly DateOnly today = DateOnly.FromDateTime(now);

    public async Task<string> SowAsync(CancellationToken cancel)
    {
        var members = await EnrolAsync(cancel);
        await GrantAsync(members, cancel);
        var receipts = members.SelectMany(ReceiptsOf).Concat(TodaysOf(members)).Concat(LargeOnesOf(members))
            .OrderBy(r => r.OccurredAt).Select(Numbered).ToArray();
        foreach (var quarter in receipts.GroupBy(r => LastOfQuarter(DateOnly.FromDateTime(r.OccurredAt!.Value))))
        {
            foreach (var batch in quarter.Chunk(ReceiptsAtOnce))
                foreach (var outcome in await entry.TryAllAsync(batch, call, cancel))
                    _ = outcome.Value;
            await FollowAsync(quarter.Key, cancel);
        }

        await RefundAsync(receipts, cancel);
        await AdjustAsync(members, cancel);
        return string.Create(
            CultureInfo.InvariantCulture, $"{plan.Code}: {members.Length} members, {receipts.Length} receipts ({plan.Template})");
    }

    /// <summary>Once a quarter is recorded; what ends with it ends before anything of the next one comes.</summary>
    private async Task FollowAsync(DateOnly last, CancellationToken cancel)
    {
        if (followers.Count == 0) return;
        foreach (var follower in followers)
            await follower.RecordedUntilAsync(call.RequiredBrand, last < today ? last : today, cancel);
        if (last < today) await entry.RunAsync(new ReviewTiers.Input(last.AddDays(1)), call, cancel);
    }

    private static DateOnly LastOfQuarter(DateOnly day) =>
        new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1).AddMonths(3).AddDays(-1);

    private async Task<EnrolMember.Input[]> EnrolAsync(CancellationToken cancel)
    {
        var members = new EnrolMember.Input[plan.Members];
        for (var i = 0; i < members.Length; i++)
        {
            // The first ones are members of every brand.
            var person = i < SharedPeople ? i : (seed % 100 * 1_000) + 100 + i;
            members[i] = DemoPeople.Draw(chance, person) with
            {
                MemberNo = string.Create(CultureInfo.InvariantCulture, $"{plan.Prefix}{100_001 + i}"),
                StoreCode = DemoPeople.Pick(chance, stores).Code,
                JoinedOn = today.AddDays(-(IsOld(i) ? chance.Next(680, 760) : chance.Next(Days))),
                Receipt = new EnrolMember.QualifyingReceipt($"first-{plan.Prefix}{100_001 + i}", EntryReceipt),
            };
            await entry.RunAsync(members[i], call, cancel);
        }

        return members;
    }

    private bool IsOld(int n) => plan.OldCards && n >= plan.Members * 2 / 3 && n % 6 == 1;

    // Cards that are never reached by buying have to be given.
    private async Task GrantAsync(EnrolMember.Input[] members, CancellationToken cancel)
    {
        if (plan.Template != "three-cards") return;
        foreach (var (i, member) in members.Index().Where(m => m.Index % 4 == 0))
            await entry.RunAsync(
                new GrantTier.Input(member.MemberNo!, i % 20 == 0 ? "diamond" : "gold", "launch of the card"), call, cancel);
    }

    private IEnumerable<RecordPurchase.Input> ReceiptsOf(EnrolMember.Input member)
    {
        var since = today.DayNumber - member.JoinedOn!.Value.DayNumber;
        // Some come once, a few come every other week.
        var visits = 1 + (int)(chance.NextDouble() * chance.NextDouble() * 26);
        for (var i = 0; i < visits; i++)
        {
            yield return new RecordPurchase.Input
            {
                ReceiptNo = "",
                StoreCode = chance.Next(5) == 0 ? DemoPeople.Pick(chance, stores).Code : member.StoreCode,
                Member = member.MemberNo!,
                OccurredAt = At(today.AddDays(-1 - chance.Next(Math.Max(1, since)))),
                Lines = [.. Enumerable.Range(0, 1 + chance.Next(3)).Select(_ => Line())],
            };
        }
    }

    /// <summary>Some have been here today with a full basket, the first one among them.</summary>
    private IEnumerable<RecordPurchase.Input> TodaysOf(EnrolMember.Input[] members)
    {
        return members.Where((_, i) => i % TodayOneOf == 0).Select(member => new RecordPurchase.Input
        {
            ReceiptNo = "",
            StoreCode = member.StoreCode,
            Member = member.MemberNo!,
            OccurredAt = Earlier,
            Lines = [.. plan.Categories.TakeLast(2).Select(c => new ReceiptLine { Category = c, Quantity = 1, ListAmount = FullBasket })],
        });
    }

    /// <summary>Those whose basket of today alone reaches a card: they are there also when a year has just begun.</summary>
    private IEnumerable<RecordPurchase.Input> LargeOnesOf(EnrolMember.Input[] members) =>
        plan.LargeToday.Zip(members.Where((_, i) => i % TodayOneOf != 0), (amount, member) => new RecordPurchase.Input
        {
            ReceiptNo = "",
            StoreCode = member.StoreCode,
            Member = member.MemberNo!,
            OccurredAt = Earlier,
            Lines = [new ReceiptLine { Category = plan.Categories[^2], Quantity = 1, ListAmount = amount }],
        });

    /// <summary>An hour ago, but today.</summary>
    private DateTime Earlier => now - now.Date > Hour ? now - Hour : now.Date;

    private DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(9 + chance.Next(12), chance.Next(60), chance.Next(60)));

    private ReceiptLine Line() => new()
    {
        Category = DemoPeople.Pick(chance, plan.Categories),
        Quantity = 1 + chance.Next(3),
        ListAmount = new Money(plan.LeastFen + (int)(chance.NextDouble() * chance.NextDouble() * (plan.MostFen - plan.LeastFen))),
    };

    private RecordPurchase.Input Numbered(RecordPurchase.Input receipt, int n) => receipt with
    {
        ReceiptNo = string.Create(CultureInfo.InvariantCulture, $"{plan.Prefix}{receipt.OccurredAt:yyMMdd}-{n:00000}"),
    };

    private async Task RefundAsync(RecordPurchase.Input[] receipts, CancellationToken cancel)
    {
        foreach (var receipt in receipts.TakeLast(200).Where((_, i) => i % 25 == 0))
            await entry.RunAsync(
                new RefundPurchase.Input
                {
                    RefundNo = "T" + receipt.ReceiptNo,
                    StoreCode = receipt.StoreCode,
                    ReceiptNo = receipt.ReceiptNo,
                    Amount = new Money(plan.LeastFen / 2),
                    Reason = "顾客退货",
                },
                call,
                cancel);
    }

    private async Task AdjustAsync(EnrolMember.Input[] members, CancellationToken cancel)
    {
        (long Points, string Reason, string Note)[] wanted =
        [
            (50, "content-award", "晒单"), (100, "complaint", "漏记积分补录"), (200, "activity", "店庆签到"), (3_000, "goodwill", "大客户关怀,待审批"),
        ];
        foreach (var (i, (points, reason, note)) in wanted.Index())
            await entry.RunAsync(
                new AdjustPoints.Input
                {
                    Key = string.Create(CultureInfo.InvariantCulture, $"demonstration-{i}"),
                    Member = members[i * 7].MemberNo!,
                    Points = points,
                    Reason = reason,
                    Note = note,
                },
                call,
                cancel);
    }
#pragma warning restore CA5394
}

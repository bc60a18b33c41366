using Microsoft.Extensions.DependencyInjection;
using RetailMember.Ledger;
using RetailMember.Membership.Members.Merging;
using RetailMember.Membership.Points.Transfers;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Reports;
using RetailMember.Membership.Tests.Points;
using RetailMember.Membership.Tests.Purchases;
using RetailMember.Membership.Tests.Shop;
using RetailMember.UseCases;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

/// <summary>Whatever order merges, unmerges, receipts, late ones, gifts and refunds come in, the books stay sound.</summary>
public sealed class MergeProperties
{
    private readonly List<Guid> merges = [];
    private readonly List<RecordPurchase.Input> receipts = [];

    [Theory, Trait("Req", "CORE-49"), Trait("Req", "OPS-08")]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 7)]
    [InlineData(4, 7)]
    public async Task The_books_are_sound_after_every_step_and_no_point_is_lost(int seed, int pendingDays)
    {
        var shop = new SqliteShop();
        await using var closing = shop;
        await shop.InitializeAsync();
        if (pendingDays > 0) await shop.ChangeAsync(d => d with { PendingDays = pendingDays });
        var dice = new Random(seed);
        var members = new List<string>();
        for (var i = 0; i < 5; i++) members.Add(await shop.MemberAsync());

        for (var step = 0; step < 60; step++)
        {
            await StepAsync(shop, members, dice);
            if (step % 5 == 4) await SoundAsync(shop, step);
        }

        foreach (var merge in Enumerable.Reverse(merges)) await shop.TryDo(new UnmergeMembers.Input(merge, "all apart"));
        await SoundAsync(shop, 60);
    }

    private async Task StepAsync(Shop.Shop shop, List<string> members, Random dice)
    {
        var (one, other) = (members[dice.Next(members.Count)], members[dice.Next(members.Count)]);
        switch (dice.Next(8))
        {
            case 0:
                var made = await shop.TryDo(new MergeMembers.Input { Key = Key(), Survivor = one, Duplicate = other, Reason = "one" });
                if (made.Accepted) merges.Add(made.Value.Merge);
                break;
            case 1 when merges.Count > 0:
                await shop.TryDo(new UnmergeMembers.Input(merges[dice.Next(merges.Count)], "two"));
                break;
            case 2 when receipts.Count > 0:
                await RefundAsync(shop, receipts[dice.Next(receipts.Count)], dice);
                break;
            case 3:
                await shop.TryDo(new TransferPoints.Input { Key = Key(), Member = one, Receiver = other, Points = dice.Next(1, 200) });
                break;
            case 4:
                await BuyAsync(shop, one, dice, late: true);
                break;
            case 5:
                shop.Later(dice.Next(1, 40));
                break;
            default:
                await BuyAsync(shop, one, dice, late: false);
                break;
        }
    }

    private async Task BuyAsync(Shop.Shop shop, string member, Random dice, bool late)
    {
        var day = DateOnly.FromDateTime(shop.Clock.GetUtcNow().UtcDateTime).AddDays(late ? -dice.Next(1, 400) : 0);
        var receipt = Buy(member, dice.Next(1, 1_500), day.ToString("O", null));
        if ((await shop.TryDo(receipt)).Accepted) receipts.Add(receipt);
    }

    private static async Task RefundAsync(Shop.Shop shop, RecordPurchase.Input receipt, Random dice)
    {
        var most = receipt.Amount!.Value.Fen / 100;
        var refund = await shop.TryDo(new RefundPurchase.Input
        {
            RefundNo = Key(), StoreCode = "s1", ReceiptNo = receipt.ReceiptNo,
            Amount = Money.FromYuan(dice.Next(1, (int)most + 1)),
        });
        if (!refund.Accepted) refund.Refusal!.Code.ShouldBe("refund.more-than-paid");
    }

    private static async Task SoundAsync(Shop.Shop shop, int step)
    {
        (await shop.Do(new CheckMembership.Input())).Breaches.ShouldBeEmpty($"after step {step}");
        var today = DateOnly.FromDateTime(shop.Clock.GetUtcNow().UtcDateTime);
        foreach (var line in await shop.InTables(t => t.GetRequiredService<ILedgerAudit>().VerifyAsync(today)))
        {
            line.Breaches.ShouldBeEmpty($"after step {step}");
            line.Transferred.ShouldBe(0);
        }
    }
}

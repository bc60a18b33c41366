using Microsoft.Extensions.DependencyInjection;
using RetailMember.Campaigns.Merging;
using RetailMember.Campaigns.Purchases;
using RetailMember.Campaigns.Referrals;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Membership.Purchases;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Tests.Shop;

/// <summary>Delivers what was told, as the outbox would after the commit.</summary>
internal static class Deliveries
{
    public static async Task DeliverAsync(this Shop shop)
    {
        var events = shop.Outbox.Take();
        await shop.InTables(async tables =>
        {
            await tables.GetRequiredService<ReferralJudge>().EnrolledAsync([.. events.OfType<MemberEnrolled>()], default);
            await tables.GetRequiredService<PurchaseJudge>().JudgeAsync([.. events.OfType<PurchaseRecorded>()], default);
            foreach (var merge in events.OfType<MembersMerged>())
                {
                    await tables.GetRequiredService<SelfReferrals>().MergedAsync(merge, default);
                    await tables.GetRequiredService<OldFriends>().MergedAsync(merge, default);
                }
            foreach (var merge in events.OfType<MembersUnmerged>())
                {
                    await tables.GetRequiredService<SelfReferrals>().UnmergedAsync(merge, default);
                    await tables.GetRequiredService<OldFriends>().UnmergedAsync(merge, default);
                }
            await tables.GetRequiredService<DataSession>().SaveAsync();
            return true;
        });
    }

    /// <summary>Tells of enrolments once more, as a delivery that is repeated would.</summary>
    public static Task<bool> TellAsync(this Shop shop, IReadOnlyList<MemberEnrolled> told) => shop.InTables(async tables =>
    {
        await tables.GetRequiredService<ReferralJudge>().EnrolledAsync(told, default);
        await tables.GetRequiredService<DataSession>().SaveAsync();
        return true;
    });

    /// <summary>Records a receipt and lets the campaigns hear of it; its number.</summary>
    public static async Task<string> BuysAsync(this Shop shop, MemberSummary member, decimal yuan, string? day = null)
    {
        var receipt = Given.Buy(member, yuan, day);
        await shop.Do(receipt);
        await shop.DeliverAsync();
        return receipt.ReceiptNo;
    }

    public static Task<RefundPurchase.Result> RefundsAsync(this Shop shop, string receiptNo, decimal yuan) =>
        shop.Do(Given.Refund(receiptNo, yuan));

    /// <summary>What the refund undid beside the tier: kind, name, whose, points, vouchers.</summary>
    public static IReadOnlyList<(string Kind, string Name, string MemberNo, long Points, int Vouchers)> Lines(
        this RefundPurchase.Result refund) =>
    [
        .. (refund.Undone ?? []).Where(l => l.Kind != RefundLine.Tier)
            .Select(l => (l.Kind, l.Name, l.MemberNo, l.Points, l.VoucherCount)),
    ];
}

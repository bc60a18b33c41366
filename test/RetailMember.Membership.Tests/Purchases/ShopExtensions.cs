using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Tests.Shop;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tests.Purchases;

/// <summary>What tests of purchases ask of a shop.</summary>
internal static class ShopExtensions
{
    public static async Task<string> MemberAsync(this Shop.Shop shop) =>
        (await shop.Do(Given.Enrol(Given.Mobile(Numbers.Next())))).MemberNo;

    public static Task<Outcome<TResult>> TryDo<TResult>(this Shop.Shop shop, IInput<TResult> input) =>
        shop.Entry.TryAsync(input, new CallContext(Caller.House("house"), Channel.Api) { Brand = Shop.Shop.Pharmacy });

    public static async Task<long> PointsOfAsync(this Shop.Shop shop, string member) =>
        (await shop.Do(new ReadMember.Input(member))).Balances.Single(b => b.Unit == MembershipUnits.Points).Usable;

    /// <summary>The member's row, as the tables have it.</summary>
    public static Task<Member> MemberRowAsync(this Shop.Shop shop, string memberNo) => shop.InTables(tables =>
        tables.GetRequiredService<MembershipDb>().Members.AsNoTracking().SingleAsync(m => m.MemberNo == memberNo));

    /// <summary>What the till asks before it records this receipt.</summary>
    public static Quote.Input QuoteOf(RecordPurchase.Input receipt) => new()
    {
        StoreCode = receipt.StoreCode,
        Member = receipt.Member,
        OccurredAt = receipt.OccurredAt,
        Amount = receipt.Amount,
        Lines = receipt.Lines,
        VoucherAmount = receipt.VoucherAmount,
        Tenders = receipt.Tenders,
    };

    /// <summary>Several receipts as one batch, in this order.</summary>
    public static Task<IReadOnlyList<Outcome<RecordPurchase.Result>>> TryAll(
        this Shop.Shop shop, params RecordPurchase.Input[] receipts) => shop.Entry.TryAllAsync(
            receipts, new CallContext(Caller.House("house"), Channel.Api) { Brand = Shop.Shop.Pharmacy });

    /// <summary>A new member with points of an earlier system.</summary>
    public static async Task<string> HolderAsync(this Shop.Shop shop, long points)
    {
        var member = await shop.MemberAsync();
        (await shop.InTables(async tables => await tables.GetRequiredService<ILedger>().PostAsync(
        [
            new Credit
            {
                Key = Given.Key(),
                Owner = (await tables.GetRequiredService<MemberLookup>().FindAsync(Shop.Shop.Pharmacy.Id, member, default))!.Value,
                Unit = MembershipUnits.Points,
                Amount = points,
                On = new DateOnly(2026, 3, 1),
                ExpiresOn = new DateOnly(2027, 2, 28),
                Kind = PostingKind.Open,
            },
        ]))).Single().Status.ShouldBe(PostingStatus.Posted);
        return member;
    }

    /// <summary>Spends points straight through the ledger.</summary>
    public static async Task SpendAsync(this Shop.Shop shop, string member, long points) =>
        (await shop.InTables(async tables => await tables.GetRequiredService<ILedger>().PostAsync(
        [
            new Debit
            {
                Key = Given.Key(),
                Owner = (await tables.GetRequiredService<MemberLookup>().FindAsync(Shop.Shop.Pharmacy.Id, member, default))!.Value,
                Unit = MembershipUnits.Points,
                Amount = points,
                On = new DateOnly(2026, 3, 2),
                Kind = PostingKind.Spend,
            },
        ]))).Single().Status.ShouldBe(PostingStatus.Posted);
}

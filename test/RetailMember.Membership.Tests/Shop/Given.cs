using System.Globalization;
using RetailMember.Membership.Members;
using RetailMember.Membership.Purchases;
using RetailMember.Values;

namespace RetailMember.Membership.Tests.Shop;

/// <summary>Short ways to say what is asked.</summary>
internal static class Given
{
    public static string Mobile(int n) => (13_900_000_000 + n).ToString(CultureInfo.InvariantCulture);

    public static string Key() => Guid.CreateVersion7().ToString("N");

    public static EnrolMember.Input Enrol(string mobile, string name = "测试员") => new()
    {
        Key = Key(),
        Name = name,
        Mobile = mobile,
        StoreCode = "s1",
    };

    /// <summary>A receipt of store s1, on a day at noon, or now.</summary>
    public static RecordPurchase.Input Buy(string member, decimal yuan, string? day = null, string? receiptNo = null) => new()
    {
        ReceiptNo = receiptNo ?? Key(),
        StoreCode = "s1",
        Member = member,
        Amount = Money.FromYuan(yuan),
        OccurredAt = day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", null).ToDateTime(new TimeOnly(12, 0)),
    };
}

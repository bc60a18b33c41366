using RetailMember.Membership;
using RetailMember.Redemption.Vouchers;
using RetailMember.Redemption.Vouchers.Definitions;
using RetailMember.Redemption.Vouchers.Rules;
using RetailMember.Values;

namespace RetailMember.Redemption.Tests.Shop;

/// <summary>Short ways to say what is asked.</summary>
internal static class Given
{
    public static string Key() => Guid.CreateVersion7().ToString("N");

    public static Money Yuan(decimal yuan) => Money.FromYuan(yuan);

    /// <summary>A voucher of an amount, good for 30 days from the issue on.</summary>
    public static VoucherTerms Worth(decimal yuan) => new()
    {
        Name = new LocalName("券", "Voucher"), Amount = Yuan(yuan), Validity = new Validity { Days = 30 },
    };

    /// <summary>A percentage voucher, good for 30 days: 0.8 pays 80 %.</summary>
    public static VoucherTerms Rate(decimal rate) => new()
    {
        Name = new LocalName("折扣券", "Percentage"), PayRate = rate, Validity = new Validity { Days = 30 },
    };

    /// <summary>An active definition; its code.</summary>
    public static async Task<string> DefinitionAsync(this Shop shop, VoucherTerms terms)
    {
        var code = "d" + Key();
        await shop.Do(new EditVoucherDefinition.Input(code, terms));
        await shop.Do(new ActivateVoucherDefinition.Input(code));
        return code;
    }

    public static IssueVoucher.Input Issue(string definition, MemberSummary member, string? key = null) => new()
    {
        Key = key ?? Key(), Member = member.MemberNo, Definition = definition, Reason = "test",
    };

    /// <summary>A voucher in a new member's hands, with its code.</summary>
    public static async Task<(Guid Id, string Code, MemberSummary Member)> VoucherAsync(
        this Shop shop, VoucherTerms terms, MemberSummary? member = null)
    {
        member ??= shop.Members.Add();
        var issued = await shop.Do(Issue(await shop.DefinitionAsync(terms), member));
        var code = (await shop.Do(new RevealVoucher.Input(issued.Voucher))).Code;
        return (issued.Voucher, code, member);
    }

    public static UseVoucher.Input Use(string code, decimal yuan, string store = "s1", string? receiptNo = null) =>
        UseAll([code], [new BasketFormLine(Yuan(yuan))], store, receiptNo);

    public static UseVoucher.Input UseAll(
        string[] codes, BasketFormLine[] lines, string store = "s1", string? receiptNo = null) => new()
        {
            ReceiptNo = receiptNo ?? Key(), StoreCode = store, Codes = codes, Lines = lines,
        };

    public static ReturnVoucher.Input Return(Guid voucher, string receiptNo, decimal yuan) => new()
    {
        Key = Key(), StoreCode = "s1", ReceiptNo = receiptNo, Voucher = voucher, Amount = Yuan(yuan),
    };

    public static async Task<VoucherView> ViewAsync(this Shop shop, Guid voucher) =>
        (await shop.Do(new ReadVoucher.Input(voucher))).Voucher;
}

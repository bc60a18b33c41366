using RetailMember.Bench.Load;

namespace RetailMember.Bench.Product;

/// <summary>Redemptions of any member's points, each with a key of its own.</summary>
internal sealed class RedeemRequests : IRequests
{
    private readonly HttpMessage message;
    private readonly Slot key;
    private readonly Slot member;
    private readonly ReceiptNumbers numbers;
    private readonly Func<long> nextMember;

    public RedeemRequests(Shop shop, ReceiptNumbers numbers, Func<long> nextMember)
    {
        message = new HttpMessage(
            "POST", $"{RewardShop.Path}/orders", shop.TillAuthorization,
            $$"""{"key":"O############","member":"M@@@@@@@@","reward":"{{RewardShop.Reward}}"}""");
        (key, member) = (message.SlotOf('#'), message.SlotOf('@'));
        (this.numbers, this.nextMember) = (numbers, nextMember);
    }

    public ReadOnlySpan<byte> Next()
    {
        key.Write(numbers.Next());
        member.Write(nextMember());
        return message.Bytes;
    }
}

/// <summary>Parts of vouchers taken at random, each for a receipt of its own.</summary>
internal sealed class VoucherRequests : IRequests
{
    private readonly HttpMessage message;
    private readonly Slot receipt;
    private readonly Slot code;
    private readonly ReceiptNumbers numbers;
    private readonly IReadOnlyList<byte[]> codes;
    private readonly Random random;

    public VoucherRequests(Shop shop, ReceiptNumbers numbers, IReadOnlyList<byte[]> codes, int seed)
    {
        message = new HttpMessage(
            "POST", $"{RewardShop.Path}/voucher-uses", shop.TillAuthorization,
            $$"""{"receiptNo":"V############","codes":["{{new string('%', codes[0].Length)}}"],"lines":[{"amount":1.50}]}""");
        (receipt, code) = (message.SlotOf('#'), message.SlotOf('%'));
        (this.numbers, this.codes, random) = (numbers, codes, new Random(seed));
    }

    public ReadOnlySpan<byte> Next()
    {
        receipt.Write(numbers.Next());
        code.Write(codes[random.Next(codes.Count)]);
        return message.Bytes;
    }
}

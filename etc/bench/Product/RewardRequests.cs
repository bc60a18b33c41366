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
            $$"""{"key":"O############","member":"M@@@@@@@@","reward":"{{RewardShop.Reward}}","points":{{RewardShop.Points}}}""");
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

/// <summary>Parts of vouchers, or of what is on cards, taken at random, each for a receipt of its own.</summary>
internal sealed class CodeRequests : IRequests
{
    private readonly HttpMessage message;
    private readonly Slot receipt;
    private readonly Slot code;
    private readonly ReceiptNumbers numbers;
    private readonly IReadOnlyList<byte[]> codes;
    private readonly Random random;

    private CodeRequests(
        Shop shop, string path, string list, string paid, ReceiptNumbers numbers, IReadOnlyList<byte[]> codes, int seed)
    {
        message = new HttpMessage(
            "POST", path, shop.TillAuthorization,
            $$"""{"receiptNo":"V############","{{list}}":["{{new string('%', codes[0].Length)}}"],{{paid}}}""");
        (receipt, code) = (message.SlotOf('#'), message.SlotOf('%'));
        (this.numbers, this.codes, random) = (numbers, codes, new Random(seed));
    }

    public static CodeRequests OfVouchers(Shop shop, ReceiptNumbers numbers, IReadOnlyList<byte[]> codes, int seed) => new(
        shop, $"{RewardShop.Path}/voucher-uses", "codes", "\"lines\":[{\"amount\":1.50}]", numbers, codes, seed);

    public static CodeRequests OfCards(Shop shop, ReceiptNumbers numbers, IReadOnlyList<byte[]> codes, int seed) => new(
        shop, $"{CardShop.Path}/charges", "cards", "\"amount\":1.50", numbers, codes, seed);

    public ReadOnlySpan<byte> Next()
    {
        receipt.Write(numbers.Next());
        code.Write(codes[random.Next(codes.Count)]);
        return message.Bytes;
    }
}

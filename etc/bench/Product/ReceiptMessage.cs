using RetailMember.Bench.Load;

namespace RetailMember.Bench.Product;

/// <summary>Writes one receipt after the other into the same request.</summary>
internal sealed class ReceiptMessage
{
    private readonly HttpMessage message;
    private readonly Slot number;
    private readonly Slot member;
    private readonly Slot amount;

    public ReceiptMessage(Shop shop)
    {
        message = new HttpMessage(
            "POST", $"{shop.Path}/purchases", shop.TillAuthorization,
            """{"receiptNo":"B############","member":"M@@@@@@@@","amount":1$$.50}""");
        number = message.SlotOf('#');
        member = message.SlotOf('@');
        amount = message.SlotOf('$');
    }

    public ReadOnlySpan<byte> Of(Receipt receipt) => Of(receipt.Number, receipt.Member, receipt.Amount);

    public ReadOnlySpan<byte> Of(long receiptNumber, long memberNumber, int amountTail)
    {
        number.Write(receiptNumber);
        member.Write(memberNumber);
        amount.Write(amountTail);
        return message.Bytes;
    }
}

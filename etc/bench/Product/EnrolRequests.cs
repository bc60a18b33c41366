using RetailMember.Bench.Load;

namespace RetailMember.Bench.Product;

/// <summary>The members of a shop, one after the other, shared by the connections.</summary>
internal sealed class EnrolRequests(Shop shop, MemberNumbers numbers) : IRequests
{
    private readonly Fields fields = new(new HttpMessage(
        "POST", $"{shop.Path}/members", shop.OwnerAuthorization,
        """{"key":"K########","memberNo":"M@@@@@@@@","name":"会员","mobile":"130$$$$$$$$"}"""));

    public ReadOnlySpan<byte> Next() => numbers.Last < shop.Members ? fields.Of(++numbers.Last) : [];

    private sealed class Fields(HttpMessage message)
    {
        private readonly Slot[] slots = [message.SlotOf('#'), message.SlotOf('@'), message.SlotOf('$')];

        public ReadOnlySpan<byte> Of(long number)
        {
            foreach (var slot in slots) slot.Write(number);
            return message.Bytes;
        }
    }
}

internal sealed class MemberNumbers
{
    public long Last { get; set; }
}

using RetailMember.Bench.Load;

namespace RetailMember.Bench.Product;

/// <summary>One question about members taken at random.</summary>
internal sealed class MemberRequests : IRequests
{
    private readonly HttpMessage message;
    private readonly Slot member;
    private readonly Random random;
    private readonly int members;

    private MemberRequests(HttpMessage message, int members, int seed)
    {
        this.message = message;
        this.members = members;
        member = message.SlotOf('@');
        random = new Random(seed);
    }

    /// <summary>By mobile, as it is dictated at the till.</summary>
    public static MemberRequests LookUp(Shop shop, int seed) => new(
        new HttpMessage(
            "POST", $"{shop.Path}/members/search", shop.TillAuthorization, """{"search":"130@@@@@@@@"}"""),
        shop.Members, seed);

    public static MemberRequests Quote(Shop shop, int seed) => new(
        new HttpMessage(
            "POST", $"{shop.Path}/quotes", shop.TillAuthorization, """{"member":"M@@@@@@@@","amount":123.50}"""),
        shop.Members, seed);

    public ReadOnlySpan<byte> Next()
    {
        member.Write(random.Next(1, members + 1));
        return message.Bytes;
    }
}

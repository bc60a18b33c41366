using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Receipts;

/// <summary>The key that the provider's calls carry (<c>Messages:Aliyun:ReceiptsKey</c>); without one nobody is heard.</summary>
internal sealed class ReceiptsKey(IConfiguration configuration)
{
    private const string Name = "Messages:Aliyun:ReceiptsKey";

    /// <summary>Refuses <c>marketing.receipts-key</c>.</summary>
    public void Check(string given)
    {
        if (!Is(given)) throw new Refusal("marketing.receipts-key", RefusalKind.NotFound);
    }

    public bool Is(string given) => configuration[Name] is { Length: > 0 } known
        && CryptographicOperations.FixedTimeEquals(HashOf(given), HashOf(known));

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

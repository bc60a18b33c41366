namespace RetailMember.Bench.Load;

/// <summary>One request again and again.</summary>
internal sealed class FixedRequest(HttpMessage message) : IRequests
{
    public ReadOnlySpan<byte> Next() => message.Bytes;
}

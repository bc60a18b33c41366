using RetailMember.Bench.Load;

namespace RetailMember.Bench.Product;

/// <summary>One brand with one store, its till and its members, served by a host of its own.</summary>
internal sealed class Shop(ProductServer server, string tillKey, int members) : IAsyncDisposable
{
    public const string Brand = "bench";
    public const string Store = "S1";

    private readonly ReceiptNumbers numbers = new();

    public ProductServer Server { get; } = server;

    public string Path { get; } = $"/api/brands/{Brand}/membership";

    public string TillAuthorization { get; } = $"Till {tillKey}";

    public int Members { get; } = members;

    /// <summary>Receipts for any of the members, or for the first few of them.</summary>
    public Func<int, IRequests> Purchases(int? first = null) => PurchaseRequests.Of(this, numbers, first ?? Members);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

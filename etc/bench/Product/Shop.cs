using RetailMember.Bench.Load;

namespace RetailMember.Bench.Product;

/// <summary>One brand with one store, its till and its members, served by a host of its own.</summary>
internal sealed class Shop(ProductServer server, string till, string owner, int members) : IAsyncDisposable
{
    /// <summary>Of tills at full load.</summary>
    public const int Connections = 64;

    public const string Brand = "bench";
    public const string Store = "S1";

    private readonly ReceiptNumbers numbers = new();

    public ProductServer Server { get; } = server;

    public string Path { get; } = $"/api/brands/{Brand}/membership";

    /// <summary>The header of the till's requests.</summary>
    public string TillAuthorization { get; } = till;

    /// <summary>The header of the first administrator's requests.</summary>
    public string OwnerAuthorization { get; } = owner;

    public int Members { get; } = members;

    /// <summary>Full load for some seconds, on any of the members or on the first few of them.</summary>
    public Task<LoadResult> BuyAsync(int seconds, int? first = null) =>
        RecordAsync(Connections, long.MaxValue, AnyMember(first), TimeSpan.FromSeconds(seconds));

    /// <summary>A number of purchases over so many connections, or as many of them as the time allows.</summary>
    public async Task<LoadResult> RecordAsync(int connections, long purchases, Func<long> member, TimeSpan longest)
    {
        var last = purchases == long.MaxValue ? purchases : numbers.Last + purchases;
        var load = await LoadGenerator.RunAsync(
            Server.Port, connections, seed => new PurchaseRequests(this, numbers, last, member, seed), longest);
        return load.Whole();
    }

    public async Task<LoadResult> AskAsync(int seconds, int connections, Func<Shop, int, IRequests> requests)
    {
        var load = await LoadGenerator.RunAsync(
            Server.Port, connections, seed => requests(this, seed), TimeSpan.FromSeconds(seconds));
        return load.Whole();
    }

    /// <summary>Any of the members, or of the first few: one sequence, because the load has one thread.</summary>
    public Func<long> AnyMember(int? first = null)
    {
        var random = new Random(1);
        return () => random.Next(1, (first ?? Members) + 1);
    }

    /// <summary>The API in the name of the first administrator.</summary>
    public Api OpenAsOwner() => OpenAsOwner(Server);

    /// <summary>The same at another host of the shop.</summary>
    public Api OpenAsOwner(ProductServer server)
    {
        var api = new Api(server.Address);
        var (scheme, token) = (OwnerAuthorization.Split(' ')[0], OwnerAuthorization.Split(' ')[1]);
        api.Authorize(scheme, token);
        return api;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

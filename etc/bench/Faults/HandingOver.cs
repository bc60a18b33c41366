using RetailMember.Bench.Product;

namespace RetailMember.Bench.Faults;

/// <summary>Keeps a host handing messages over, and asking about those of the dead, until it is told to stop.</summary>
internal sealed class HandingOver(Shop shop, ProductServer server) : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private Task running = Task.CompletedTask;

    public HandingOver Start()
    {
        running = RunAsync();
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }

    private async Task RunAsync()
    {
        using var api = shop.OpenAsOwner(server);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await api.PostAsync($"{MessageShop.Path}/messages/dispatch", new { });
                await api.PostAsync($"{MessageShop.Path}/messages/enquiry", new { });
                await Task.Delay(TimeSpan.FromSeconds(1), stop.Token);
            }
            catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
            {
                // It was killed in the middle: there is nobody to ask any more.
                if (!stop.IsCancellationRequested) await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }
}

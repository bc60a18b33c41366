using RetailMember.UseCases;

namespace RetailMember.Membership.Reports;

/// <summary>
/// An audit reads all that was ever posted, so a host does one at a time: somebody who asks while one runs is turned
/// away at once, a job or a verb waits its turn.
/// </summary>
internal sealed class AuditTurn : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task<IDisposable> TakeAsync(Channel channel, CancellationToken cancel)
    {
        var patience = channel is Channel.Api or Channel.Page ? TimeSpan.Zero : Timeout.InfiniteTimeSpan;
        return await turn.WaitAsync(patience, cancel)
            ? new Taken(turn)
            : throw new Refusal("membership.audit-running", RefusalKind.TooMany);
    }

    public void Dispose() => turn.Dispose();

    private sealed class Taken(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}

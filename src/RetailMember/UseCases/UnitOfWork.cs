using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Events;

namespace RetailMember.UseCases;

/// <summary>One transaction across the contexts of all modules, closed by audit rows and outbox rows.</summary>
internal sealed class UnitOfWork : IAsyncDisposable
{
    private readonly UseCaseInfo info;
    private readonly int brandId;
    private readonly DataSession session;
    private readonly ICommandLog log;
    private readonly EventBuffer events;
    private readonly IOutbox outbox;

    private UnitOfWork(IServiceProvider services, UseCaseInfo info, int? brandId)
    {
        this.info = info;
        this.brandId = brandId ?? 0;
        session = services.GetRequiredService<DataSession>();
        log = services.GetRequiredService<ICommandLog>();
        events = services.GetRequiredService<EventBuffer>();
        outbox = services.GetRequiredService<IOutbox>();
    }

    /// <summary>Sets what the scope may see: one brand, or for chain-level work all of them.</summary>
    public static void Enter(IServiceProvider services, int? brandId)
    {
        var scope = services.GetRequiredService<DataSession>();
        scope.Brand = brandId;
        scope.AllBrands = brandId is null;
    }

    public static async Task<UnitOfWork> BeginAsync(
        IServiceProvider services, UseCaseInfo info, int? brandId, CancellationToken cancel)
    {
        Enter(services, brandId);
        var work = new UnitOfWork(services, info, brandId);
        await work.session.BeginAsync(cancel);
        return work;
    }

    public async Task<Outcome<TResult>?> FirstAnswerAsync<TResult>(
        LoggedCommand<TResult> command, CancellationToken cancel)
    {
        if (!command.Keyed) return null;
        var found = await FindAsync([command.Key], cancel);
        return found.TryGetValue(command.Key, out var first) ? command.Replay(first) : null;
    }

    public Task<IReadOnlyDictionary<string, CommandRecord>> FindAsync(
        IReadOnlyCollection<string> keys, CancellationToken cancel) =>
        log.FindAsync(brandId, info.Name, keys, cancel);

    public async Task CommitAsync(IReadOnlyCollection<CommandRecord> done, CancellationToken cancel)
    {
        await session.SaveAsync(cancel);
        await log.AppendAsync(done, cancel);
        await outbox.AppendAsync(events.Take(), cancel);
        try
        {
            await session.CommitAsync(cancel);
        }
        catch (Exception fault) when (DatabaseFaults.IsLostConnection(fault))
        {
            throw new CommitInDoubt(fault);
        }
    }

    /// <summary>Rolls back what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (session.InTransaction) await session.RollbackAsync();
    }
}

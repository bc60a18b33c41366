using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Events;

namespace RetailMember.UseCases;

/// <summary>One transaction across the contexts of all modules, closed by audit rows and outbox rows.</summary>
internal sealed class UnitOfWork : IAsyncDisposable
{
    private readonly UseCaseInfo _info;
    private readonly int _brandId;
    private readonly DataSession _session;
    private readonly ICommandLog _log;
    private readonly EventBuffer _events;
    private readonly IOutbox _outbox;

    private UnitOfWork(IServiceProvider services, UseCaseInfo info, int? brandId)
    {
        _info = info;
        _brandId = brandId ?? 0;
        _session = services.GetRequiredService<DataSession>();
        _log = services.GetRequiredService<ICommandLog>();
        _events = services.GetRequiredService<EventBuffer>();
        _outbox = services.GetRequiredService<IOutbox>();
    }

    /// <summary>Sets what the scope may see: one brand, or for chain-level work all of them.</summary>
    public static void Enter(IServiceProvider services, int? brandId)
    {
        var session = services.GetRequiredService<DataSession>();
        session.Brand = brandId;
        session.AllBrands = brandId is null;
    }

    public static async Task<UnitOfWork> BeginAsync(
        IServiceProvider services, UseCaseInfo info, int? brandId, CancellationToken cancel)
    {
        Enter(services, brandId);
        var work = new UnitOfWork(services, info, brandId);
        await work._session.BeginAsync(cancel);
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
        _log.FindAsync(_brandId, _info.Name, keys, cancel);

    public async Task CommitAsync(IReadOnlyCollection<CommandRecord> done, CancellationToken cancel)
    {
        await _session.SaveAsync(cancel);
        await _log.AppendAsync(done, cancel);
        await _outbox.AppendAsync(_events.Take(), cancel);
        await _session.CommitAsync(cancel);
        _outbox.Signal();
    }

    /// <summary>Rolls back what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_session.InTransaction) await _session.RollbackAsync();
    }
}

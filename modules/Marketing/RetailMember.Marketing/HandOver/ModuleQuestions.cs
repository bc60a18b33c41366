using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetailMember.Data;

namespace RetailMember.Marketing.HandOver;

/// <summary>
/// Asks what modules know at the moment of handing over, in a scope and on a connection of its own and for a bounded time:
/// where one fails or hangs, the messages in question wait and all others go on.
/// </summary>
internal sealed partial class ModuleQuestions(
    IServiceScopeFactory scopes, DataSession session, ILogger<ModuleQuestions> log)
{
    /// <summary>How long messages wait for which there was no answer.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>The messages in question are locked meanwhile, and on SQLite the file's turn to write is held.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>To be asked before recipients are locked: nobody else may wait for a module.</summary>
    /// <param name="about">What it is about, for the log.</param>
    /// <param name="unanswered">What counts where there is no answer.</param>
    /// <param name="ask">How it is asked in that scope.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<T> AskAsync<T>(
        string about, T unanswered, Func<IServiceProvider, CancellationToken, Task<T>> ask, CancellationToken cancel)
    {
        var brand = session.Brand;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        var within = limit.Token;
        try
        {
            // On another thread: one that blocks instead of awaiting is left behind as well.
            return await Task.Run(() => InScopeAsync(brand, ask, within), within).WaitAsync(within);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            Unanswered(log, fault, about);
            return unanswered;
        }
    }

    private async Task<T> InScopeAsync<T>(
        int? brand, Func<IServiceProvider, CancellationToken, Task<T>> ask, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = brand;
        return await ask(scope.ServiceProvider, cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Nobody could say whether messages of {About} may go; they wait")]
    private static partial void Unanswered(ILogger log, Exception fault, string about);
}

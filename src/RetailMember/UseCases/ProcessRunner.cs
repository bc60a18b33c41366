using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;

namespace RetailMember.UseCases;

/// <summary>Runs a process in a scope of its own, without a transaction; its audit row follows when it has ended.</summary>
internal sealed class ProcessRunner<TInput, TResult>(
    UseCaseInfo info, Guard guard, IServiceScopeFactory scopes, PersonalData personal) : Runner<TInput, TResult>(info, guard)
    where TInput : IInput<TResult>
{
    protected override async Task<Outcome<TResult>> RunGuardedAsync(
        TInput input, CallContext call, CancellationToken cancel)
    {
        var entry = new LoggedCommand<TResult>(Info, input!, call, personal);
        try
        {
            var result = await RunAsync(input, call, cancel);
            await LogAsync(entry.RecordOf(result), call);
            return Outcome<TResult>.Answer(result);
        }
        catch (Refusal refusal)
        {
            return Outcome<TResult>.Refuse(refusal);
        }
    }

    private async Task<TResult> RunAsync(TInput input, CallContext call, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        UnitOfWork.Enter(scope.ServiceProvider, call.Brand?.Id);
        return await Make<Process<TInput, TResult>>(scope.ServiceProvider).EnterAsync(input, call, cancel);
    }

    private async Task LogAsync(CommandRecord record, CallContext call)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var work = await UnitOfWork.BeginAsync(scope.ServiceProvider, Info, call.Brand?.Id, CancellationToken.None);
        await work.CommitAsync([record], CancellationToken.None);
    }
}

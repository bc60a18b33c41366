using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;

namespace RetailMember.UseCases;

/// <summary>Runs a command in a scope and transaction of its own.</summary>
internal sealed class CommandRunner<TInput, TResult>(
    UseCaseInfo info, Guard guard, IServiceScopeFactory scopes, PersonalData personal) : Runner<TInput, TResult>(info, guard)
    where TInput : IInput<TResult>
{
    private const int Attempts = 4;

    protected override async Task<Outcome<TResult>> RunGuardedAsync(
        TInput input, CallContext call, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(input, call, cancel);
            }
            catch (Refusal refusal)
            {
                return Outcome<TResult>.Refuse(refusal);
            }
            catch (Exception fault) when (attempt < Attempts && TransientFaults.MayBeRetried(fault, input is IKeyed))
            {
                // Another transaction was in the way; what it did is visible to the next attempt.
            }
        }
    }

    private async Task<Outcome<TResult>> OnceAsync(TInput input, CallContext call, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        UnitOfWork.Enter(scope.ServiceProvider, call.Brand?.Id);
        var useCase = Make<UseCase<TInput, TResult>>(scope.ServiceProvider);
        await useCase.PrepareAsync(input, call, cancel);
        await using var work = await UnitOfWork.BeginAsync(scope.ServiceProvider, Info, call.Brand?.Id, cancel);
        var entry = new LoggedCommand<TResult>(Info, input!, call, personal);
        if (await work.FirstAnswerAsync(entry, cancel) is { } first) return first;
        TResult result;
        try
        {
            result = await useCase.EnterAsync(input, call, cancel);
        }
        catch (Refusal)
        {
            // A twin that was a moment faster may have used up what this one asks for: then its answer is this one's too.
            if (await work.FirstAnswerAsync(entry, cancel) is { } twin) return twin;
            throw;
        }

        await work.CommitAsync([entry.RecordOf(result)], cancel);
        return Outcome<TResult>.Answer(result);
    }
}

/// <summary>Runs a question in a scope of its own, without a transaction.</summary>
internal sealed class QueryRunner<TInput, TResult>(
    UseCaseInfo info, Guard guard, IServiceScopeFactory scopes) : Runner<TInput, TResult>(info, guard)
    where TInput : IInput<TResult>
{
    protected override async Task<Outcome<TResult>> RunGuardedAsync(
        TInput input, CallContext call, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        UnitOfWork.Enter(scope.ServiceProvider, call.Brand?.Id);
        try
        {
            var query = Make<Query<TInput, TResult>>(scope.ServiceProvider);
            return Outcome<TResult>.Answer(await query.EnterAsync(input, call, cancel));
        }
        catch (Refusal refusal)
        {
            return Outcome<TResult>.Refuse(refusal);
        }
    }
}

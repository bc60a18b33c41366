using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Jobs;
using RetailMember.People;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.Jobs;

/// <summary>Puts runs into the queue: those of a job when its hour comes or somebody asks, and background work.</summary>
internal sealed class RunQueue(
    PlatformDb db,
    DataSession session,
    IBrandDirectory brands,
    UseCaseEntry entry,
    UseCaseCatalogue useCases,
    JobList jobs,
    RunBell bell,
    TimeProvider time)
    : IBackgroundWork
{
    public async Task<Guid> EnqueueAsync<TResult>(
        IInput<TResult> input, CallContext call, CancellationToken cancel = default)
    {
        if (entry.Check(input, call) is { } refusal) throw refusal;
        var useCase = useCases.OfInput(input.GetType());
        var run = RunOf(useCase.Name, call.Brand?.Id ?? 0, call.Caller, RunInput.Write(input));
        await AddAsync([run], cancel);
        return run.Id;
    }

    /// <summary>
    /// One run for each brand that has the job's module on, or one for the chain. A brand whose last run has not ended
    /// is left out: runs never pile up.
    /// </summary>
    public async Task<IReadOnlyList<JobRun>> EnqueueAsync(
        DescribedJob job, Brand? only, Caller caller, CancellationToken cancel)
    {
        var waiting = await db.JobRuns
            .Where(r => r.Job == job.Name && (r.State == RunState.Queued || r.State == RunState.Running))
            .Select(r => r.BrandId).ToListAsync(cancel);
        IEnumerable<int> wanted = job.Job.PerBrand
            ? brands.Brands.Select(b => b.Id).Where(b => only is null || b == only.Id)
                .Where(b => brands.IsOn(job.Module, b, null))
            : [0];
        List<JobRun> runs = [.. wanted.Except(waiting).Select(b => RunOf(job.Name, b, caller, null))];
        await AddAsync(runs, cancel);
        return runs;
    }

    /// <summary>
    /// One run of each job that waits for its module to be switched on for a brand. They begin once it is: with the commit.
    /// </summary>
    public Task EnqueueStartAsync(string module, Brand brand, CancellationToken cancel) => AddAsync(
        [
            .. jobs.Running.Where(j => j.Module == module && j.Job is { PerBrand: true, WhenSwitchedOn: true })
                .Select(j => RunOf(j.Name, brand.Id, Caller.House(j.Name), null)),
        ],
        cancel);

    private JobRun RunOf(string job, int brandId, Caller caller, string? input) => new()
    {
        Job = job,
        BrandId = brandId,
        QueuedAt = time.GetUtcNow().UtcDateTime,
        Input = input,
        CallerKind = caller.Kind,
        CallerId = caller.Id,
        CallerName = caller.Name,
    };

    private async Task AddAsync(List<JobRun> runs, CancellationToken cancel)
    {
        db.JobRuns.AddRange(runs);
        session.AfterCommit(() =>
        {
            bell.Ring();
            return Task.CompletedTask;
        });
        if (!session.InTransaction) await db.SaveChangesAsync(cancel);
    }
}

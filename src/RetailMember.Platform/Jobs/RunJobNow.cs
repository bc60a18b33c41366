using RetailMember.Brands;
using RetailMember.UseCases;

namespace RetailMember.Platform.Jobs;

/// <summary>Puts a job into the queue at once: in the call's brand, or wherever it runs by itself.</summary>
[Needs("Platform.Jobs.Run")]
internal sealed class RunJobNow(JobList jobs, RunQueue queue, IBrandDirectory brands)
    : UseCase<RunJobNow.Input, RunJobNow.Result>
{
    public sealed record Input(string Name) : IInput<Result>;

    /// <param name="Runs">Ids, by which their progress is asked for.</param>
    public sealed record Result(IReadOnlyList<Guid> Runs);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var job = jobs.Find(input.Name);
        if (job is null || (call.Brand is { } brand && !(job.Job.PerBrand && brands.IsOn(job.Module, brand.Id, null))))
            throw new Refusal("platform.job-not-found", RefusalKind.NotFound, ("job", input.Name));
        var runs = await queue.EnqueueAsync(job, call.Brand, call.Caller, cancel);
        if (runs.Count == 0) throw new Refusal("platform.job-running", RefusalKind.Conflict, ("job", input.Name));
        return new Result([.. runs.Select(r => r.Id)]);
    }
}

using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.Jobs;

/// <summary>All jobs with their hours, the next run, and the last one in the call's brand or the chain.</summary>
[Needs("Platform.Jobs.View")]
internal sealed class FindJobs(JobList jobs, PlatformDb db, TimeProvider time) : Query<FindJobs.Input, FindJobs.Result>
{
    public sealed record Input : IInput<Result>;

    public sealed record Result(IReadOnlyList<Item> Items);

    /// <param name="Cron">Quartz cron in Asia/Shanghai.</param>
    /// <param name="NextRunAt">UTC.</param>
    public sealed record Item(
        string Name, string Module, string Cron, bool PerBrand, DateTime? NextRunAt, FindRuns.Item? LastRun);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var items = new List<Item>();
        foreach (var job in jobs.Running.Where(j => call.Brand is null || j.Job.PerBrand))
        {
            var runs = db.JobRuns.AsNoTracking().Where(r => r.Job == job.Name);
            if (call.Brand is { } brand) runs = runs.Where(r => r.BrandId == brand.Id);
            var last = await runs.OrderByDescending(r => r.QueuedAt).FirstOrDefaultAsync(cancel);
            items.Add(new Item(
                job.Name,
                job.Module,
                job.Job.Cron,
                job.Job.PerBrand,
                job.NextAfter(time.GetUtcNow()),
                last is null ? null : FindRuns.Show(last)));
        }

        return new Result(items);
    }
}

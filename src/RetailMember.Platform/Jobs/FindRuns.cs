using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Platform.Jobs;

/// <summary>Runs of jobs and background work, newest first: those of the call's brand, or all.</summary>
[Needs("Platform.Jobs.View")]
internal sealed class FindRuns(PlatformDb db) : Query<FindRuns.Input, PageOf<FindRuns.Item>>
{
    /// <param name="Job">Name of a job, or of a use case that was put into the background.</param>
    public sealed record Input(string? Job = null, string? After = null, int Size = Cursor.DefaultSize)
        : IInput<PageOf<Item>>;

    /// <param name="Total">0 while unknown.</param>
    /// <param name="Message">The answer in short, or the reason of the failure.</param>
    public sealed record Item(
        Guid Id,
        string Job,
        int? BrandId,
        RunState State,
        DateTime QueuedAt,
        DateTime? StartedAt,
        DateTime? EndedAt,
        long Done,
        long Total,
        string? Message,
        string Caller);

    private sealed record Place(DateTime QueuedAt, string Job, int BrandId);

    public static Item Show(JobRun run) => new(
        run.Id,
        run.Job,
        run.BrandId == 0 ? null : run.BrandId,
        run.State,
        run.QueuedAt,
        run.StartedAt,
        run.EndedAt,
        run.Done,
        run.Total,
        run.Message,
        run.CallerName);

    protected override async Task<PageOf<Item>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var runs = db.JobRuns.AsNoTracking();
        if (call.Brand is { } brand) runs = runs.Where(r => r.BrandId == brand.Id);
        if (input.Job is { } job) runs = runs.Where(r => r.Job == job);
        if (Cursor.Read<Place>(input.After) is { } after)
        {
            runs = runs.Where(r => r.QueuedAt < after.QueuedAt || (r.QueuedAt == after.QueuedAt
                && (string.Compare(r.Job, after.Job) < 0 || (r.Job == after.Job && r.BrandId < after.BrandId))));
        }

        var rows = await runs
            .OrderByDescending(r => r.QueuedAt).ThenByDescending(r => r.Job).ThenByDescending(r => r.BrandId)
            .Take(input.Size + 1).ToListAsync(cancel);
        return PageOf<Item>.Of(rows, input.Size, r => new Place(r.QueuedAt, r.Job, r.BrandId), Show);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}

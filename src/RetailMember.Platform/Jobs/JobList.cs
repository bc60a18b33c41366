using System.Collections.Frozen;
using Quartz;
using RetailMember.Jobs;
using RetailMember.Modules;

namespace RetailMember.Platform.Jobs;

/// <summary>The jobs of all modules, by module and name.</summary>
internal sealed class JobList
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private readonly FrozenDictionary<string, DescribedJob> byName;
    private readonly ModuleCatalogue modules;

    public JobList(ModuleCatalogue modules)
    {
        this.modules = modules;
        byName = modules.Modules
            .SelectMany(m => m.Description.Jobs.Select(j => new DescribedJob(m.Name, j)))
            .ToFrozenDictionary(j => j.Name);
    }

    public IEnumerable<DescribedJob> Running =>
        byName.Values.Where(j => modules.IsRunning(j.Module)).OrderBy(j => j.Name, StringComparer.Ordinal);

    /// <summary>Null for one that no running module has.</summary>
    public DescribedJob? Find(string name) =>
        byName.GetValueOrDefault(name) is { } job && modules.IsRunning(job.Module) ? job : null;
}

internal sealed record DescribedJob(string Module, Job Job)
{
    public string Name { get; } = $"{Module}.{Job.Name}";

    public DateTime? NextAfter(DateTimeOffset now) =>
        new CronExpression(Job.Cron, JobList.Zone).GetNextValidTimeAfter(now)?.UtcDateTime;
}

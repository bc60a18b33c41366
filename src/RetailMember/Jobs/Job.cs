namespace RetailMember.Jobs;

/// <summary>A use case on a schedule.</summary>
/// <param name="Name">Stable, unique in its module: <c>expire-points</c>.</param>
/// <param name="Cron">Quartz cron, in the business time zone Asia/Shanghai.</param>
/// <param name="PerBrand">Run once for every brand that has the module on; else once for the chain.</param>
/// <param name="Input">Makes the input of each run.</param>
public sealed record Job(string Name, string Cron, bool PerBrand, Func<object> Input)
{
    /// <summary>Run as well as soon as the module is switched on for a brand: for what has happened meanwhile.</summary>
    public bool WhenSwitchedOn { get; init; }
}

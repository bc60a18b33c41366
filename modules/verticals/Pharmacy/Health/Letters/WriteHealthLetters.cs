using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Health.Letters;

/// <summary>
/// Writes the season's health letter to diamond members who have agreed to it, each once a season. It may be stopped and run
/// again; a job runs it each morning from the day that is set in the season's first month to the season's end, so that who
/// agrees, or becomes diamond, within the season has his letter then.
/// </summary>
[Needs(PharmacyPermissions.RunJobs)]
internal sealed class WriteHealthLetters(UseCaseEntry entry, ISettings settings, IRunProgress progress)
    : Process<WriteHealthLetters.Input, WriteHealthLetters.Result>
{
    private const int AtOnce = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var season = Season.Of(today);
        if (input.WhenDue && !IsDue(season, today, call.RequiredBrand.Id)) return new Result(season.ToString(), 0);
        var (written, after) = (0, (Guid?)null);
        do
        {
            var step = await entry.RunAsync(new WriteSomeHealthLetters.Input(after, AtOnce), call, cancel);
            (written, after) = (written + step.Written, step.Last);
            progress.Report(written, total: 0);
        }
        while (after is not null);
        return new Result(season.ToString(), written);
    }

    private bool IsDue(Season season, DateOnly today, int brand) =>
        today >= season.First.AddDays((int)settings.WholeNumber(SeasonLetters.Day, brand) - 1);

    /// <param name="WhenDue">Only on the days that are set for it; left out: now.</param>
    internal sealed record Input(bool WhenDue = false) : IInput<Result>;

    /// <param name="Season">Such as <c>2026-autumn</c>.</param>
    /// <param name="Written">Letters that were handed to marketing just now.</param>
    internal sealed record Result(string Season, int Written);
}

using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys;

/// <summary>Finds journeys of the session's brand and the terms that decide on a day.</summary>
internal sealed class JourneyShelf(MarketingDb db, IRows rows)
{
    /// <summary>To be changed by one at a time; null where there is none.</summary>
    public async Task<Journey?> LockAsync(string code, CancellationToken cancel)
    {
        Guid[] found = await db.Journeys.Where(j => j.Code == code).Select(j => j.Id).ToArrayAsync(cancel);
        await rows.LockAsync<Journey, Guid>(j => j.Id, found, cancel);
        return await db.Journeys.SingleOrDefaultAsync(j => j.Code == code, cancel);
    }

    public async Task<Journey> LockKnownAsync(string code, CancellationToken cancel) =>
        await LockAsync(code, cancel) ?? throw NotFound(code);

    public async Task<Journey> FindAsync(string code, CancellationToken cancel) =>
        await db.Journeys.AsNoTracking().SingleOrDefaultAsync(j => j.Code == code, cancel) ?? throw NotFound(code);

    /// <summary>All of a journey's versions, to be changed through the context, the newest first.</summary>
    public Task<List<JourneyVersion>> VersionsAsync(Guid journey, CancellationToken cancel) =>
        db.JourneyVersions.Where(v => v.JourneyId == journey).OrderByDescending(v => v.Number).ToListAsync(cancel);

    /// <summary>The running journeys with all versions that have a day.</summary>
    public async Task<IReadOnlyList<RunningJourney>> RunningAsync(CancellationToken cancel)
    {
        var versions = await (
            from journey in db.Journeys.AsNoTracking()
            where journey.State == JourneyState.Running
            join version in db.JourneyVersions.AsNoTracking() on journey.Id equals version.JourneyId
            where version.From != null
            orderby journey.Code, version.From descending, version.Number descending
            select new { Journey = journey, Version = version }).ToListAsync(cancel);
        return
        [
            .. from version in versions
               group new JourneyInForce(
                   version.Journey.Id, version.Journey.Code, version.Version.Number, version.Version.From!.Value,
                   JourneyTerms.Of(version.Version)) by version.Journey.Id into own
               select new RunningJourney(versions.First(v => v.Journey.Id == own.Key).Journey, [.. own]),
        ];
    }

    private static Refusal NotFound(string code) => new("marketing.journey-not-found", RefusalKind.NotFound, ("journey", code));
}

/// <param name="Versions">The one that counts last comes first.</param>
internal sealed record RunningJourney(Journey Journey, IReadOnlyList<JourneyInForce> Versions)
{
    /// <summary>A journey keeps its trigger through all versions.</summary>
    public JourneyTrigger Trigger => Versions[0].Terms.Trigger;

    /// <summary>
    /// What decides on a business day; null before its first day, and for one that waits for happenings before the day on which it
    /// last began: a journey that had ended does not go on in its former words.
    /// </summary>
    public JourneyInForce? On(DateOnly day) =>
        !Trigger.IsDated() && day <= Journey.DoneUntil ? null : Versions.FirstOrDefault(v => v.From <= day);

    /// <summary>What decides on a day or will later.</summary>
    public IEnumerable<JourneyInForce> Since(DateOnly day) => Versions.Where(v => v.From > day || v == On(day));
}

/// <summary>A version of a journey that decides.</summary>
internal sealed record JourneyInForce(Guid Id, string Code, int Number, DateOnly From, JourneyTerms Terms);

using RetailMember.Marketing.Journeys.Deciding;

namespace RetailMember.Marketing.Journeys.Reading;

/// <summary>
/// Running journeys that wait because a condition of their segment cannot be asked now, as while its module is off or what was
/// chosen in it is gone.
/// </summary>
internal sealed class WaitingJourneys(JourneyShelf shelf, JourneySegments segments)
{
    /// <summary>Their keys, by what decides on a day or will later.</summary>
    public async Task<IReadOnlySet<Guid>> KeysAsync(DateOnly today, CancellationToken cancel)
    {
        var meant = (await shelf.RunningAsync(cancel)).SelectMany(j => j.Since(today)).Where(v => v.Terms.Segment is not null)
            .ToLookup(v => v.Terms.Segment!, v => v.Id);
        var waiting = new HashSet<Guid>();
        foreach (var segment in meant)
            if (!await segments.CanAskAsync(segment.Key, cancel)) waiting.UnionWith(segment);
        return waiting;
    }
}

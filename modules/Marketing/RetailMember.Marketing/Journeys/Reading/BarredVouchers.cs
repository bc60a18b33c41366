using RetailMember.Marketing.Segments;

namespace RetailMember.Marketing.Journeys.Reading;

/// <summary>
/// Running journeys that write to nobody because of their voucher: their segment has sensitive conditions, as it may have since
/// they were put in force, and the voucher would name its members.
/// </summary>
internal sealed class BarredVouchers(JourneyShelf shelf, VoucherSegments rewarded)
{
    /// <summary>Their keys, by what decides on a day or will later.</summary>
    public async Task<IReadOnlySet<Guid>> KeysAsync(DateOnly today, CancellationToken cancel)
    {
        var promised = (await shelf.RunningAsync(cancel))
            .SelectMany(j => j.Since(today))
            .Where(v => v.Terms is { Voucher: not null, Segment: not null }).ToLookup(v => v.Terms.Segment!, v => v.Id);
        var barred = new HashSet<Guid>();
        foreach (var segment in promised)
            if (await rewarded.IsSensitiveAsync(segment.Key, cancel)) barred.UnionWith(segment);
        return barred;
    }
}

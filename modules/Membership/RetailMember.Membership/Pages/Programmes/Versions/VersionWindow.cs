using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Pages.Display;

namespace RetailMember.Membership.Pages.Programmes.Versions;

internal enum VersionState { Draft, Scheduled, InForce, Past, Discarded }

/// <summary>A version and the time in which it judges purchases.</summary>
/// <param name="From">UTC; null on what was never activated.</param>
/// <param name="Until">UTC, exclusive; null where no other version follows.</param>
internal sealed record VersionWindow(
    FindProgrammeVersions.Row Row, VersionState State, DateTime? From, DateTime? Until)
{
    public Tone Tone => State switch
    {
        VersionState.InForce => Tone.Success,
        VersionState.Scheduled => Tone.Info,
        VersionState.Draft => Tone.Warning,
        _ => Tone.Neutral,
    };

    /// <summary>Each version lasts until the next active one begins.</summary>
    public static IReadOnlyList<VersionWindow> Of(IReadOnlyList<FindProgrammeVersions.Row> versions, DateTime now)
    {
        var active = versions.Where(v => v.Status == ProgrammeStatus.Active)
            .OrderBy(v => v.EffectiveFrom).ThenBy(v => v.Version).ToList();
        return [.. versions.Select(Window)];

        VersionWindow Window(FindProgrammeVersions.Row row)
        {
            if (row.Status != ProgrammeStatus.Active)
                return new(row, row.Status == ProgrammeStatus.Draft ? VersionState.Draft : VersionState.Discarded, null, null);
            var next = active.ElementAtOrDefault(active.IndexOf(row) + 1);
            var state = row.InForce ? VersionState.InForce : row.EffectiveFrom > now ? VersionState.Scheduled : VersionState.Past;
            return new(row, state, row.EffectiveFrom, next?.EffectiveFrom);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>The replays of a version, newest first.</summary>
[Needs(MembershipPermissions.ViewProgrammes)]
internal sealed class FindReplays(MembershipDb db, ReplayDesk desk) : Query<FindReplays.Input, PageOf<ReplayView>>
{
    protected override async Task<PageOf<ReplayView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var hash = await desk.HashOfAsync(input.Version, cancel);
        var size = Math.Clamp(input.Size, 1, Cursor.LargestSize);
        var asked = db.ProgrammeReplays.AsNoTracking().Where(r => r.Number == input.Version);
        if (Cursor.Read<Place>(input.After) is { } place)
            asked = asked.Where(r => r.RequestedAt < place.At || r.RequestedAt == place.At && r.Id < place.Replay);
        var found = await asked.OrderByDescending(r => r.RequestedAt).ThenByDescending(r => r.Id)
            .Take(size + 1).ToListAsync(cancel);
        return PageOf<ReplayView>.Of(
            found, size, r => new Place(r.RequestedAt, r.Id), r => ReplayView.Of(r, hash, call.At));
    }

    internal sealed record Input(int Version, string? After = null, int Size = Cursor.DefaultSize)
        : IInput<PageOf<ReplayView>>;

    private sealed record Place(DateTime At, Guid Replay);
}

using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>Finds replays and the versions that they are of.</summary>
internal sealed class ReplayDesk(MembershipDb db)
{
    public async Task<ProgrammeReplay> FindAsync(int version, Guid replay, CancellationToken cancel) =>
        await db.ProgrammeReplays.AsNoTracking().SingleOrDefaultAsync(r => r.Id == replay && r.Number == version, cancel)
        ?? throw NotFound(replay);

    public async Task<string> HashOfAsync(int version, CancellationToken cancel) =>
        await db.ProgrammeVersions.Where(v => v.Number == version).Select(v => v.Document)
            .SingleOrDefaultAsync(cancel) is { } document
            ? ProgrammeReplay.HashOf(document)
            : throw new Refusal("membership.programme-not-found", RefusalKind.NotFound, ("version", version));

    public static Refusal NotFound(Guid replay) =>
        new("membership.replay-not-found", RefusalKind.NotFound, ("replay", replay));
}

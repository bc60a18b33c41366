using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Groups.Data;
using RetailMember.UseCases;

namespace RetailMember.Groups.Kinds;

/// <summary>The current brand's kinds of groups, with their terms opened.</summary>
internal sealed class KindShelf(GroupsDb db)
{
    public async Task<IReadOnlyList<KnownKind>> AllAsync(CancellationToken cancel) =>
        [.. (await db.Kinds.AsNoTracking().OrderBy(k => k.Code).ToListAsync(cancel)).Select(KnownKind.Of)];

    /// <summary>One of which groups may be formed.</summary>
    public async Task<KnownKind> FindAsync(string code, CancellationToken cancel) =>
        await db.Kinds.AsNoTracking().SingleOrDefaultAsync(k => k.Code == code && !k.Withdrawn, cancel) is { } kind
            ? KnownKind.Of(kind)
            : throw new Refusal(GroupRefusals.KindNotFound, RefusalKind.NotFound, ("kind", code));

    public async Task<KnownKind> OfAsync(Group group, CancellationToken cancel) =>
        KnownKind.Of(await db.Kinds.AsNoTracking().SingleAsync(k => k.Id == group.KindId, cancel));
}

/// <summary>A kind with its terms opened.</summary>
internal sealed record KnownKind(Guid Id, string Code, bool Withdrawn, KindTerms Terms)
{
    public static KnownKind Of(GroupKind row) =>
        new(row.Id, row.Code, row.Withdrawn, JsonSerializer.Deserialize<KindTerms>(row.Terms, Json.Stored)!);
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Groups.Data;
using RetailMember.UseCases;

namespace RetailMember.Groups.Kinds;

/// <summary>The current brand's kinds of groups, with their terms opened.</summary>
internal sealed class KindShelf(GroupsDb db, IRows rows)
{
    public async Task<IReadOnlyList<KnownKind>> AllAsync(CancellationToken cancel) =>
        [.. (await db.Kinds.AsNoTracking().OrderBy(k => k.Code).ToListAsync(cancel)).Select(KnownKind.Of)];

    /// <summary>Of which groups may be formed; nobody changes what their members agree to until the transaction ends.</summary>
    public async Task<KnownKind> HoldAsync(string code, CancellationToken cancel) =>
        await LockAsync(code, cancel) is { Withdrawn: false } kind
            ? KnownKind.Of(kind)
            : throw new Refusal(GroupRefusals.KindNotFound, RefusalKind.NotFound, ("kind", code));

    /// <summary>One to be changed through the context; null where there is none yet.</summary>
    public async Task<GroupKind?> LockAsync(string code, CancellationToken cancel)
    {
        var ids = await db.Kinds.Where(k => k.Code == code).Select(k => k.Id).ToListAsync(cancel);
        if (ids.Count == 0) return null;
        await rows.LockAsync<GroupKind, Guid>(k => k.Id, ids, cancel);
        return await db.Kinds.SingleAsync(k => k.Id == ids[0], cancel);
    }

    public async Task<KnownKind> OfAsync(Group group, CancellationToken cancel) =>
        KnownKind.Of(await db.Kinds.AsNoTracking().SingleAsync(k => k.Id == group.KindId, cancel));
}

/// <summary>A kind with its terms opened.</summary>
internal sealed record KnownKind(Guid Id, string Code, bool Withdrawn, KindTerms Terms)
{
    public static KnownKind Of(GroupKind row) =>
        new(row.Id, row.Code, row.Withdrawn, JsonSerializer.Deserialize<KindTerms>(row.Terms, Json.Stored)!);
}

using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.Brands;

/// <summary>
/// Closes a shop: its tills are revoked, nothing new is sold there, its history stays, and receipts from before the
/// closing may still come in. <c>reopen</c> undoes the closing, not the revoking.
/// </summary>
[Needs("Platform.Stores.Change")]
internal sealed class CloseStore(PlatformDb db, Changes changes) : UseCase<CloseStore.Input, CloseStore.Result>
{
    public sealed record Input(string Code, bool Reopen = false) : IInput<Result>;

    public sealed record Result(string Code, bool Closed, int TillsRevoked);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var store = await db.Stores.SingleOrDefaultAsync(s => s.CodeKey == StoreRow.KeyOf(input.Code), cancel)
            ?? throw new Refusal("store.not-found", RefusalKind.NotFound, ("store", input.Code));
        if (store.Closed == input.Reopen) (store.Closed, store.ClosedAt) = (!input.Reopen, input.Reopen ? null : call.At);
        await changes.OfBrandsAsync(cancel);
        if (input.Reopen) return new Result(store.Code, false, 0);

        var tills = await db.Tills.Where(t => t.StoreId == store.Id && t.RevokedAt == null).ToListAsync(cancel);
        foreach (var till in tills) till.RevokedAt = call.At;
        await changes.OfAccessAsync(cancel);
        return new Result(store.Code, true, tills.Count);
    }
}

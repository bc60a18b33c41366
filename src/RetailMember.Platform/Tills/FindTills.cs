using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.Tills;

/// <summary>The brand's tills, newest first; those that are revoked only when asked for.</summary>
[Needs("Platform.Tills.View")]
internal sealed class FindTills(PlatformDb db, IBrandDirectory brands) : Query<FindTills.Input, FindTills.Result>
{
    public sealed record Input(bool Revoked = false) : IInput<Result>;

    public sealed record Result(IReadOnlyList<Item> Items);

    /// <param name="LastSeenAt">To the minute; null for a till that never called.</param>
    public sealed record Item(
        Guid Id,
        string Name,
        string StoreCode,
        string StoreName,
        DateTime CreatedAt,
        DateTime? LastSeenAt,
        DateTime? RevokedAt);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var tills = await db.Tills.AsNoTracking()
            .Where(t => input.Revoked || t.RevokedAt == null)
            .OrderByDescending(t => t.CreatedAt)
            .ToListAsync(cancel);
        var own = call.Caller.StoresOf("Platform.Tills.View", call.RequiredBrand.Id);
        return new Result([.. tills.Where(t => own is null || own.Contains(t.StoreId)).Select(Show)]);
    }

    private Item Show(Till till)
    {
        var store = brands.FindStore(till.StoreId);
        return new Item(till.Id, till.Name, store?.Code ?? "", store?.Name ?? "", till.CreatedAt, till.LastSeenAt, till.RevokedAt);
    }
}

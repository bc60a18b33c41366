using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Types;

/// <summary>All card types of the brand, by code.</summary>
[Needs(StoredValuePermissions.ViewTypes)]
internal sealed class FindCardTypes(StoredValueDb db) : Query<FindCardTypes.Input, FindCardTypes.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var types = await db.CardTypes.AsNoTracking().OrderBy(t => t.Code).ToListAsync(cancel);
        var versions = (await db.CardTypeVersions.AsNoTracking().ToListAsync(cancel)).ToLookup(v => v.TypeId);
        return new Result([.. types.Select(t => CardTypeView.Of(t, [.. versions[t.Id]], call.At))]);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<CardTypeView> CardTypes);
}

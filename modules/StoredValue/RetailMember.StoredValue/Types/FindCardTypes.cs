using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Types;

/// <summary>All card types of the brand, by code, and those that modules propose beside them.</summary>
[Needs(StoredValuePermissions.ViewTypes)]
internal sealed class FindCardTypes(StoredValueDb db, ProposedCardTypes proposed) : Query<FindCardTypes.Input, FindCardTypes.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var types = await db.CardTypes.AsNoTracking().OrderBy(t => t.Code).ToListAsync(cancel);
        var versions = (await db.CardTypeVersions.AsNoTracking().ToListAsync(cancel)).ToLookup(v => v.TypeId);
        return new Result(
            [.. types.Select(t => CardTypeView.Of(t, [.. versions[t.Id]], call.At))],
            [.. proposed.CodesFor(call.RequiredBrand).Except(types.Select(t => t.Code))]);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="ProposedTypes">Codes of proposed types that the brand has not taken over.</param>
    internal sealed record Result(IReadOnlyList<CardTypeView> CardTypes, IReadOnlyList<string> ProposedTypes);
}

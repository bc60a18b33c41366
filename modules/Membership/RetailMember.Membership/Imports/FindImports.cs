using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Imports;

/// <summary>The brand's imports, newest first.</summary>
[Needs(MembershipPermissions.Import)]
internal sealed class FindImports(MembershipDb db) : Query<FindImports.Input, PageOf<ImportView>>
{
    protected override async Task<PageOf<ImportView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var before = Cursor.Read<Place>(input.After)?.Before ?? long.MaxValue;
        var size = Math.Clamp(input.Size, 1, Cursor.LargestSize);
        var found = await db.Imports.AsNoTracking().Where(i => i.Id < before)
            .OrderByDescending(i => i.Id).Take(size + 1).ToListAsync(cancel);
        return PageOf<ImportView>.Of(found, size, i => new Place(i.Id), ImportView.Of);
    }

    internal sealed record Input(string? After = null, int Size = Cursor.DefaultSize) : IInput<PageOf<ImportView>>;

    private sealed record Place(long Before);
}

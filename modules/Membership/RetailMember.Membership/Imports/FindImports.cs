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
        var asked = db.Imports.AsNoTracking().Where(i => i.Id < before);
        if (input.Kind is { } kind) asked = asked.Where(i => i.Kind == kind);
        if (input.State is { } state) asked = Of(asked, state, call.At - Import.Silence);
        var found = await asked.OrderByDescending(i => i.Id).Take(size + 1).ToListAsync(cancel);
        return PageOf<ImportView>.Of(found, size, i => new Place(i.Id), i => ImportView.Of(i, call.At));
    }

    /// <param name="silence">UTC; whoever has said nothing since is gone.</param>
    private static IQueryable<Import> Of(IQueryable<Import> imports, ImportState state, DateTime silence)
    {
        var silent = imports.Where(i => (i.AliveAt ?? i.StartedAt ?? i.StagedAt) < silence);
        var lively = imports.Where(i => (i.AliveAt ?? i.StartedAt ?? i.StagedAt) >= silence);
        return state switch
        {
            ImportState.Interrupted =>
                silent.Where(i => i.State == ImportState.Running || i.State == ImportState.Cancelling),
            ImportState.Running or ImportState.Cancelling or ImportState.Checking or ImportState.Staging =>
                lively.Where(i => i.State == state),
            ImportState.Staged =>
                imports.Where(i => i.State == state).Union(silent.Where(i => i.State == ImportState.Checking)),
            ImportState.Cancelled =>
                imports.Where(i => i.State == state).Union(silent.Where(i => i.State == ImportState.Staging)),
            _ => imports.Where(i => i.State == state),
        };
    }

    internal sealed record Input(string? After = null, int Size = Cursor.DefaultSize) : IInput<PageOf<ImportView>>
    {
        public ImportKind? Kind { get; init; }

        public ImportState? State { get; init; }
    }

    private sealed record Place(long Before);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using RetailMember.Data;
using RetailMember.Modules;
using RetailMember.Platform.Data;

namespace RetailMember.Platform.Brands;

/// <summary>
/// Remembers beyond a restart which plug-ins fill seams at which they are missed while they are out of order: one that cannot be
/// loaded any more does not say so itself. Two hosts may do it at once.
/// </summary>
internal sealed partial class FillerBook(
    ModuleCatalogue modules, PlatformDb db, DataSession session, IRows rows, ILogger<FillerBook> log)
{
    /// <summary>
    /// Notes what is loaded, and tells the catalogue who is missed. Nothing is forgotten of a plug-in that is not loaded.
    /// </summary>
    public async Task KeepAsync(CancellationToken cancel)
    {
        await session.BeginAsync(cancel);
        var known = await db.KnownFillers.AsNoTracking().ToListAsync(cancel);
        var now = modules.Modules
            .SelectMany(m => m.StandingSeams, (m, s) => new KnownFiller { Module = m.Name, Folder = m.FolderName!, Seam = s })
            .ToList();
        await rows.InsertMissingAsync([.. now.Where(n => !known.Exists(n.Is))], cancel);
        foreach (var past in known.Where(k => modules.Find(k.Module) is not null && BrokenOf(k) is null && !now.Exists(k.Is)))
            await db.KnownFillers.Where(k => k.Module == past.Module && k.Folder == past.Folder && k.Seam == past.Seam)
                .ExecuteDeleteAsync(cancel);
        var unplugged = known.Where(k => modules.Find(k.Module) is null && BrokenOf(k) is null).Select(k => k.Module).ToHashSet();
        var on = await db.AcrossBrands<ModuleSwitch>().Where(s => s.On).Select(s => s.Module).Distinct().ToListAsync(cancel);
        await session.CommitAsync(cancel);

        modules.Miss([
            .. from filler in known
               let broken = BrokenOf(filler)
               where broken is not null
               select new MissingFiller(filler.Module, filler.Seam, broken.Name),
        ]);
        foreach (var module in on.Where(unplugged.Contains)) Unplugged(log, module);
    }

    // What does not even load is known by its folder alone; another module may have taken its name meanwhile.
    private QuarantinedModule? BrokenOf(KnownFiller filler) => modules.NotLoaded.FirstOrDefault(
        q => q.FolderName == filler.Folder || (q.Name == filler.Module && modules.Find(q.Name) is null));

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The plug-in {Module} is on, but its folder is not there: it is taken for unplugged, and what it forbade is allowed")]
    private static partial void Unplugged(ILogger log, string module);
}

/// <summary>A seam at which a plug-in is missed while it is out of order, and which it filled when it was last loaded.</summary>
internal sealed class KnownFiller
{
    public required string Module { get; init; }

    /// <summary>Name of its folder below that of the plug-ins.</summary>
    public required string Folder { get; init; }

    /// <summary>Full name of the seam's type.</summary>
    public required string Seam { get; init; }

    public bool Is(KnownFiller other) => (Module, Folder, Seam) == (other.Module, other.Folder, other.Seam);

    public static void Describe(ModelBuilder model) => model.Entity<KnownFiller>(filler =>
    {
        filler.HasKey(f => new { f.Module, f.Folder, f.Seam });
        filler.Property(f => f.Module).HasMaxLength(PlatformDb.CodeLength);
        filler.Property(f => f.Folder).HasMaxLength(QuarantinedModule.LongestFolderName);
        filler.Property(f => f.Seam).HasMaxLength(PlatformDb.NameLength);
    });
}

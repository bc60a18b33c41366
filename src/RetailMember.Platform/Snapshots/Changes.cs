using RetailMember.Data;
using RetailMember.Platform.Access;
using RetailMember.Platform.Brands;
using RetailMember.Platform.Settings;

namespace RetailMember.Platform.Snapshots;

/// <summary>Says within a transaction that what hosts keep in memory has changed.</summary>
internal sealed class Changes(
    IRows rows, DataSession session, BrandDirectory brands, AccessDirectory access, SettingDirectory settings)
{
    public Task OfBrandsAsync(CancellationToken cancel) => NoteAsync(brands, cancel);

    /// <summary>
    /// Also takes a lock that changes of rights wait for in turn, so that a check made after it cannot be overtaken.
    /// </summary>
    public Task OfAccessAsync(CancellationToken cancel) => NoteAsync(access, cancel);

    public Task OfSettingsAsync(CancellationToken cancel) => NoteAsync(settings, cancel);

    private async Task NoteAsync(ISnapshot snapshot, CancellationToken cancel)
    {
        await rows.AddToAsync([new Stamp { Name = snapshot.Name, Value = 1 }], [nameof(Stamp.Value)], cancel);
        session.AfterCommit(snapshot.RefreshAsync);
    }
}

using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Imports.Work;

namespace RetailMember.Membership.Imports;

/// <summary>Tries a staged import without writing to the books: its counts say what would happen, its doubted rows why not.</summary>
internal sealed class Rehearsal(ImportWorks works, PersonalData personal)
{
    /// <summary>Begins at the first row, also where an earlier trial came to an end or was cut short.</summary>
    public async Task RunAsync(ImportBook book, Brand brand, CancellationToken cancel, Action<ImportView>? told = null)
    {
        await ForgetCountsAsync(book, cancel);
        var work = works.Of(book.Import.Kind);
        var run = new ImportRun(book.Import, brand, personal);
        var steps = new ImportSteps(book, run);
        while (await steps.NextAsync(cancel) is { } entries)
        {
            await steps.SaveAsync(await work.RehearseAsync(entries, run, cancel), rehearsed: true, cancel);
            told?.Invoke(ImportView.Of(book.Import));
        }

        await steps.EndCheckAsync(cancel);
    }

    private static async Task ForgetCountsAsync(ImportBook book, CancellationToken cancel)
    {
        var import = book.Import;
        (import.Imported, import.AlreadyThere, import.NewStores, import.NewMembers) = (0, 0, 0, 0);
        (import.AmountFen, import.Points) = (0, 0);
        import.Refused = await book.RefusedAsync(cancel);
        await book.SaveAsync([], cancel);
    }
}

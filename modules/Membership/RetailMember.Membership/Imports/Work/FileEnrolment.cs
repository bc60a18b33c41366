using RetailMember.Brands;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Members;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports.Work;

/// <summary>
/// Creates what a file speaks of and the brand does not know: stores, and members of whom only a number is known.
/// </summary>
internal sealed class FileEnrolment(UseCaseEntry entry, IBrandSetup setup, IBrandDirectory brands, MemberLookup lookup)
{
    public async Task OpenStoresAsync(ImportRun run, IEnumerable<string?> codes, CancellationToken cancel)
    {
        foreach (var code in codes.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (brands.FindStore(run.Brand.Id, code) is not null) continue;
            try
            {
                await setup.EnsureStoreAsync(run.Brand, code, code, area: "", run.Call, cancel);
                run.NewStores++;
            }
            catch (Refusal refusal) when (refusal.Kind == RefusalKind.Invalid)
            {
                // No code that a store can have: its rows are refused, because there is no such store.
            }
        }
    }

    /// <summary>Enrols those of the newcomers whom nobody knows; of each the first counts.</summary>
    public async Task EnrolAsync(ImportRun run, IReadOnlyList<MemberRow> newcomers, CancellationToken cancel)
    {
        var unknown = await UnknownAsync(run, [.. newcomers.Select(n => n.MemberNo)], cancel);
        if (unknown.Count == 0) return;
        MemberRow[] rows = [.. newcomers.Where(n => unknown.Contains(n.MemberNo)).DistinctBy(n => CardNo.Normalise(n.MemberNo))];
        var outcomes = await entry.RunAsync(new EnrolMembers.Input(rows) { NumbersOnly = true }, run.Call, cancel);
        run.NewMembers += outcomes.Rows.Count(o => o.Fault is null && !o.AlreadyThere);
    }

    /// <summary>
    /// Those numbers that name nobody in the brand, each told once in a run. Where the import enrols, those that it
    /// cannot give to anybody are left out: the run keeps why.
    /// </summary>
    public async Task<HashSet<string>> UnknownAsync(
        ImportRun run, IReadOnlyCollection<string> memberNos, CancellationToken cancel)
    {
        var asked = run.NotYetKnown(memberNos);
        if (asked.Length == 0) return [];
        var found = await lookup.FindAsync(run.Brand.Id, asked, cancel);
        run.Know(run.Enrols ? asked : found.Keys);
        var unknown = asked.Where(no => !found.ContainsKey(no)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (run.Enrols) unknown.RemoveWhere(no => IsImpossible(run, no));
        return unknown;
    }

    private static bool IsImpossible(ImportRun run, string memberNo)
    {
        if (MemberNumbers.FaultOf(memberNo) is not { } code) return false;
        run.Refuse(memberNo, new RowFault(code, Columns.MemberNo));
        return true;
    }
}

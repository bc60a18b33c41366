using RetailMember.Brands;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Members;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports.Work;

/// <summary>
/// Creates what a file speaks of and the brand does not know: stores, and members of whom only a number is known.
/// </summary>
internal sealed class FileEnrolment(
    UseCaseEntry entry, MemberIntake intake, IBrandSetup setup, IBrandDirectory brands, MemberLookup lookup)
{
    /// <summary>
    /// In a rehearsal: those of the codes that the run would open stores for; each is counted once.
    /// </summary>
    public HashSet<string> CountStores(ImportRun run, IEnumerable<string?> codes)
    {
        var coming = codes.OfType<string>()
            .Where(code => brands.FindStore(run.Brand.Id, code) is null && setup.CanBeStore(code))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        run.NewStores += coming.Count(run.IsNewStore);
        return coming;
    }

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
        var rows = FirstOfEach(newcomers, unknown);
        var outcomes = await entry.RunAsync(new EnrolMembers.Input(rows) { NumbersOnly = true }, run.Call, cancel);
        run.NewMembers += Admitted(run, rows, outcomes.Rows).Count();
    }

    /// <summary>
    /// As <see cref="EnrolAsync"/>, within a transaction that is rolled back: who came with an earlier step is not there
    /// any more, and is not counted again.
    /// </summary>
    public async Task RehearseAsync(ImportRun run, IReadOnlyList<MemberRow> newcomers, CancellationToken cancel)
    {
        string[] numbers = [.. newcomers.Select(n => n.MemberNo).Distinct(StringComparer.OrdinalIgnoreCase)];
        var found = await lookup.FindAsync(run.Brand.Id, numbers, cancel);
        var unknown = numbers.Where(no => !found.ContainsKey(no) && !IsImpossible(run, no))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (unknown.Count == 0) return;
        var rows = FirstOfEach(newcomers, unknown);
        var outcomes = await intake.AdmitAsync(rows, numbersOnly: true, run.Call, cancel);
        string[] admitted = [.. Admitted(run, rows, outcomes)];
        run.NewMembers += run.NotYetKnown(admitted).Length;
        run.Know(admitted);
    }

    private static MemberRow[] FirstOfEach(IReadOnlyList<MemberRow> newcomers, HashSet<string> unknown) =>
    [
        .. newcomers.Where(n => unknown.Contains(n.MemberNo)).DistinctBy(n => CardNo.Normalise(n.MemberNo)),
    ];

    /// <summary>The numbers of those who came in; why others did not is kept with the run.</summary>
    private static IEnumerable<string> Admitted(
        ImportRun run, MemberRow[] rows, IReadOnlyList<RowOutcome> outcomes)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (outcomes[i].Fault is { } fault) run.Refuse(rows[i].MemberNo, fault);
            else if (!outcomes[i].AlreadyThere) yield return rows[i].MemberNo;
        }
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

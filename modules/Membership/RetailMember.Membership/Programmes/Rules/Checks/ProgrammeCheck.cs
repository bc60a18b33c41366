namespace RetailMember.Membership.Programmes;

/// <summary>
/// Finds what is wrong with a document before anyone is judged by it. A document without faults compiles, and no
/// receipt within the limits can make it overflow.
/// </summary>
internal static class ProgrammeCheck
{
    public static IReadOnlyList<ProgrammeFault> Faults(ProgrammeDocument document, ProgrammeSurroundings? around = null)
    {
        var faults = new FaultList();
        TierSetCheck.Look(document.TierSet, faults);
        EarningCheck.Look(document, faults);
        BenefitCheck.Look(document, faults);
        PolicyCheck.Look(document, faults);
        ExampleCheck.Look(document, faults);
        if (around is not null) SurroundingsCheck.Look(document, around, faults);
        return faults.All;
    }
}

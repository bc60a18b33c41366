using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Membership.Programmes;

/// <summary>What stands between a draft and its activation.</summary>
internal sealed record ProgrammeReview(
    IReadOnlyList<ProgrammeReview.Fault> Faults, IReadOnlyList<ProgrammeReview.Example> Examples)
{
    public bool IsSound => Faults.Count == 0 && Examples.Count > 0 && Examples.All(e => e.Passed);

    /// <summary>A document with faults judges nothing, so its examples are not run.</summary>
    public static ProgrammeReview Of(string json, ProgrammeSurroundings around, ITexts texts)
    {
        if (!ProgrammeJson.TryRead(json, out var document, out var unreadable))
            return new ProgrammeReview([Fault.Of(unreadable!, texts)], []);
        var faults = ProgrammeCheck.Faults(document!, around);
        return faults.Count > 0
            ? new ProgrammeReview([.. faults.Select(f => Fault.Of(f, texts))], [])
            : new ProgrammeReview([], [
                .. ExampleRunner.Run(Programme.From(document!)).Select(r => Example.Of(r, document!, texts)),
            ]);
    }

    /// <param name="Path">Where in the document, as a JSON path.</param>
    /// <param name="Message">In the caller's language.</param>
    internal sealed record Fault(string Code, string Path, string Message)
    {
        public static Fault Of(ProgrammeFault fault, ITexts texts) =>
            new(fault.Code, fault.Path, texts.Format(fault.Code, [("path", fault.Path), ("value", fault.Value)]));
    }

    /// <param name="Outcome">What came out, whatever was expected.</param>
    /// <param name="Why">How the document came to its numbers, line by line.</param>
    internal sealed record Example(
        string Name,
        bool Passed,
        IReadOnlyList<ExampleDifference> Differences,
        Outcome Outcome,
        IReadOnlyList<string> Why)
    {
        public static Example Of(ExampleResult result, ProgrammeDocument document, ITexts texts) => new(
            result.Name,
            result.Passed,
            result.Differences,
            Outcome.Of(result.Evaluation),
            new ExplanationWords(document, texts).Of(result.Evaluation.Why.Lines));
    }

    /// <param name="Pay">Yuan to be paid.</param>
    /// <param name="TierAfter">The code of the tier from the next receipt on.</param>
    /// <param name="ExpiresOn">The last day of the points; absent where they never expire.</param>
    internal sealed record Outcome(
        Money Pay, long Points, long Growth, string TierAfter, DateOnly UsableFrom, DateOnly? ExpiresOn)
    {
        public static Outcome Of(Evaluation evaluation) => new(
            new Money(evaluation.PayFen),
            evaluation.Points,
            evaluation.Growth,
            evaluation.After.Tier.Code,
            evaluation.Lot.UsableFrom,
            evaluation.Lot.ExpiresOn);
    }
}

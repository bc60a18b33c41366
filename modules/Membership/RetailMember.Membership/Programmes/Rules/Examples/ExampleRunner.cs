using System.Globalization;

namespace RetailMember.Membership.Programmes;

/// <summary>Runs a document's worked examples against itself; they must all pass before it is activated.</summary>
internal static class ExampleRunner
{
    public static IReadOnlyList<ExampleResult> Run(Programme programme) =>
        [.. programme.Document.Examples.Select(example => Run(programme, example))];

    public static ExampleResult Run(Programme programme, WorkedExample example)
    {
        var evaluation = programme.Evaluate(example.Given.ToMember(), example.Given.ToReceipt());
        var expect = example.Expect;
        var differences = new List<ExampleDifference>();
        Compare("payFen", expect.PayFen, evaluation.PayFen);
        Compare("points", expect.Points, evaluation.Points);
        Compare("growth", expect.Growth, evaluation.Growth);
        Compare("usableFrom", expect.UsableFrom, evaluation.Lot.UsableFrom);
        var last = evaluation.Lot.ExpiresOn;
        if (expect.ExpiresOn is { } expiresOn && last != expiresOn)
            differences.Add(new("expiresOn", Say(expiresOn), last is null ? "never" : Say(last.Value)));
        if (expect.TierAfter is { } tier && evaluation.After.Tier.Code != tier)
            differences.Add(new("tierAfter", tier, evaluation.After.Tier.Code));
        return new(example.Name, differences, evaluation);

        void Compare<T>(string what, T? expected, T actual) where T : struct, IFormattable
        {
            if (expected is { } value && !value.Equals(actual))
                differences.Add(new(what, Say(value), Say(actual)));
        }

        static string Say<T>(T value) where T : IFormattable =>
            value.ToString(value is DateOnly ? "O" : null, CultureInfo.InvariantCulture);
    }
}

/// <summary>How an example came out, and the evaluation that explains it.</summary>
internal sealed record ExampleResult(string Name, IReadOnlyList<ExampleDifference> Differences, Evaluation Evaluation)
{
    public bool Passed => Differences.Count == 0;
}

/// <param name="What">The expectation's name in the document.</param>
internal sealed record ExampleDifference(string What, string Expected, string Actual);

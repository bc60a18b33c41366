using RetailMember.Bench.Machine;

namespace RetailMember.Bench.Report;

/// <summary>One row of the table: the median of the rounds' values, and every round's value beside it.</summary>
/// <param name="Row">The row's id in <see cref="Target.All"/>.</param>
/// <param name="Values">The ratio (or count, or measure) of each round.</param>
/// <param name="Yardstick">The yardstick in absolute terms, for the reader's feeling only.</param>
/// <param name="Product">The product in absolute terms.</param>
internal sealed record ReportLine(string Row, IReadOnlyList<double> Values, string Yardstick, string Product)
{
    /// <summary>A row that compares rates.</summary>
    public static ReportLine OfRates(string row, Paired<Rate> paired) => new(
        row, paired.Ratios(r => r.PerSecond),
        $"{paired.Yardstick(r => r.PerSecond):F0}/s", $"{paired.Product(r => r.PerSecond):F0}/s");

    public double Value => Median.Of(Values);

    public Target Target => Target.All[Row];

    public string Verdict => Target.Verdict(Value);
}

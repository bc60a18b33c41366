using System.Globalization;
using System.Text.Json;

namespace RetailMember.Bench.Report;

/// <summary>The lines as a table for people, or as one JSON document.</summary>
internal static class ReportTable
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write(TextWriter writer, IEnumerable<ReportLine> lines)
    {
        writer.WriteLine("| row | work | median | rounds | yardstick | product | floor | goal | moonshot | reached |");
        writer.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var line in lines)
        {
            var target = line.Target;
            string[] cells =
            [
                line.Row, target.Work, Short(line.Value), string.Join(' ', line.Values.Select(Short)),
                line.Yardstick, line.Product, Short(target.Floor), Short(target.Goal), Short(target.Moonshot),
                line.Verdict,
            ];
            writer.WriteLine($"| {string.Join(" | ", cells)} |");
        }
    }

    public static void WriteJson(TextWriter writer, IEnumerable<ReportLine> lines) =>
        writer.WriteLine(JsonSerializer.Serialize(
            lines.Select(l => new { l.Row, l.Target.Work, l.Value, l.Values, l.Yardstick, l.Product, l.Verdict }),
            Options));

    private static string Short(double value) => value switch
    {
        double.PositiveInfinity => "measured",
        _ when value == Math.Floor(value) => value.ToString("0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };
}

using System.CommandLine;
using RetailMember.Bench.Measurements;
using RetailMember.Bench.Report;
using RetailMember.Bench.Yardsticks;

namespace RetailMember.Bench;

/// <summary>The bench's command line.</summary>
internal static class BenchCommand
{
    private static readonly BenchOptions Defaults = new();

    private static readonly Argument<string[]> Rows = new("rows")
    {
        Description = "Rows to measure, such as P1 P4 R1; all of them when none is named.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<int?> Rounds = Number("--rounds", "Rounds of a row", Defaults.Rounds);
    private static readonly Option<int?> Seconds = Number("--seconds", "Of one measurement", Defaults.Seconds);
    private static readonly Option<int?> Members = Number("--members", "Members of the shop", Defaults.Members);
    private static readonly Option<int?> Scale = Number("--scale", "pgbench's scale", Defaults.Scale);
    private static readonly Option<int?> Large = Number("--large", "Purchases of P11", Defaults.LargePurchases);
    private static readonly Option<int?> Long = Number("--long", "Entries of P10", Defaults.LongAccount);
    private static readonly Option<int?> Import = Number("--import", "Rows of import files", Defaults.ImportRows);
    private static readonly Option<int?> Kills = Number("--kills", "Kills of each loop", Defaults.Kills);
    private static readonly Option<int?> Races = Number("--races", "Races a database", Defaults.Races);

    private static readonly Option<int?> Messages = Number("--messages", "Members of R11's campaign", Defaults.Messages);
    private static readonly Option<int?> Segment = Number("--segment", "Members of P9", Defaults.Segment);

    private static readonly Option<string?> Protocol = Flag<string?>(
        "--protocol", "pgbench's query protocol: simple, extended or prepared (simple, its default)");

    private static readonly Option<string?> Host = Flag<string?>(
        "--host", "Folder of a published host; published from the source when it is left out");

    private static readonly Option<bool> Quick = Flag<bool>("--quick", "Small and short: not to be quoted");
    private static readonly Option<bool> Json = Flag<bool>("--json", "JSON instead of the table");
    private static readonly Option<bool> Keep = Flag<bool>("--keep", "Keep the temporary folder");

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Measures RetailMember against yardsticks of the same run on the same machine.");
        root.Arguments.Add(Rows);
        root.SetAction(parsed => MeasureAsync(Read(parsed)));
        var yardsticks = new Command("yardsticks", "Only what the machine can do, without the product.");
        yardsticks.SetAction(parsed => YardsticksAsync(Read(parsed)));
        var port = new Argument<int>("port");
        var empty = new Command(EmptyEndpoint.Verb, "Serves the empty endpoint.") { port };
        empty.Hidden = true;
        empty.SetAction(parsed => EmptyEndpoint.ServeAsync(parsed.GetValue(port)));
        root.Subcommands.Add(yardsticks);
        root.Subcommands.Add(empty);
        Option[] options =
        [
            Rounds, Seconds, Members, Scale, Large, Long, Import, Kills, Races, Messages, Segment, Protocol, Host, Quick, Json,
            Keep,
        ];
        foreach (var option in options) root.Options.Add(option);
        return root.Parse(args).InvokeAsync();
    }

    private static async Task MeasureAsync(BenchOptions options)
    {
        var lines = new List<ReportLine>();
        await using (var bench = new Bench(options))
            foreach (var measurement in AllMeasurements.Filling(options.Rows))
            {
                bench.Say($"measuring {string.Join(' ', measurement.Rows)}");
                lines.AddRange(await measurement.RunAsync(bench));
            }

        if (options.Json) ReportTable.WriteJson(Console.Out, lines);
        else ReportTable.Write(Console.Out, lines);
    }

    private static async Task YardsticksAsync(BenchOptions options)
    {
        await using var bench = new Bench(options);
        await MachineTable.WriteAsync(bench, Console.Out);
    }

    private static BenchOptions Read(ParseResult parsed)
    {
        var basis = parsed.GetValue(Quick) ? Defaults.Quick() : Defaults;
        return new BenchOptions
        {
            Rows = parsed.GetValue(Rows) ?? [],
            Rounds = parsed.GetValue(Rounds) ?? basis.Rounds,
            Seconds = parsed.GetValue(Seconds) ?? basis.Seconds,
            Members = parsed.GetValue(Members) ?? basis.Members,
            Scale = parsed.GetValue(Scale) ?? basis.Scale,
            LargePurchases = parsed.GetValue(Large) ?? basis.LargePurchases,
            LongAccount = parsed.GetValue(Long) ?? basis.LongAccount,
            ImportRows = parsed.GetValue(Import) ?? basis.ImportRows,
            Kills = parsed.GetValue(Kills) ?? basis.Kills,
            Races = parsed.GetValue(Races) ?? basis.Races,
            Messages = parsed.GetValue(Messages) ?? basis.Messages,
            Segment = parsed.GetValue(Segment) ?? basis.Segment,
            Protocol = parsed.GetValue(Protocol) ?? basis.Protocol,
            Host = parsed.GetValue(Host),
            Json = parsed.GetValue(Json),
            Keep = parsed.GetValue(Keep),
        };
    }

    private static Option<int?> Number(string name, string description, int value) =>
        Flag<int?>(name, $"{description} ({value}).");

    private static Option<T> Flag<T>(string name, string description) =>
        new(name) { Description = description, Recursive = true };
}

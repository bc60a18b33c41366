using System.CommandLine;
using RetailMember.Demonstrations;
using RetailMember.Host.Running;
using RetailMember.Host.Setup;
using RetailMember.UseCases;
using RetailMember.Verbs;

namespace RetailMember.Host.CommandLine;

/// <summary><c>seed</c> sows the demonstration chain into an empty database of a development machine.</summary>
internal static class SeedVerb
{
    private const string Name = "seed";

    public static void AddTo(RootCommand root, HostSetup setup, VerbWords words)
    {
        var json = VerbRun.JsonOption(words);
        var command = new Command(Name, words.Of(Name)) { json };
        command.SetAction((given, cancel) => new VerbRun(setup, words.Texts, given.GetValue(json)).OnDataAsync(
            app => SeedAsync(app, cancel), cancel));
        root.Subcommands.Add(command);
    }

    private static async Task<VerbAnswer> SeedAsync(WebApplication app, CancellationToken cancel)
    {
        if (!app.Environment.IsDevelopment()) throw new Refusal("host.seed-in-production", RefusalKind.Forbidden);
        var runner = app.Services.GetRequiredService<DemonstrationRunner>();
        if (!runner.IsEmpty) throw new Refusal("host.not-empty", RefusalKind.Conflict);
        var notes = await runner.SeedAsync(cancel);
        return new VerbAnswer(new { notes.LogIns, notes.Lines }, LinesOf(notes));
    }

    public static IReadOnlyList<string> LinesOf(DemonstrationNotes notes) =>
        [.. notes.Lines, .. LogInsOf(notes)];

    public static IEnumerable<string> LogInsOf(DemonstrationNotes notes) =>
        notes.LogIns.Select(l => $"  {l.UserName,-24} {l.Password,-24} {l.Role}");
}

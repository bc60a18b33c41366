using System.CommandLine;
using RetailMember.Demonstrations;
using RetailMember.Host.Running;
using RetailMember.Host.Setup;

namespace RetailMember.Host.CommandLine;

/// <summary>What the host does without a verb: it serves.</summary>
internal static class ServeVerb
{
    public static void AddTo(RootCommand root, HostSetup setup, VerbWords words)
    {
        var migrate = new Option<bool>("--migrate") { Description = words.Of("host", "migrate") };
        root.Options.Add(migrate);
        root.SetAction(async (given, cancel) =>
        {
            await using var app = setup.Build();
            await HostStart.PrepareAsync(app, given.GetValue(migrate), cancel);
            var notes = await SeedIfNewAsync(app, cancel);
            await app.StartAsync(cancel);
            Welcome(app, notes, words);
            await app.WaitForShutdownAsync(cancel);
            return 0;
        });
    }

    private static async Task<DemonstrationNotes?> SeedIfNewAsync(WebApplication app, CancellationToken cancel)
    {
        var runner = app.Services.GetRequiredService<DemonstrationRunner>();
        return app.Environment.IsDevelopment() && runner.IsEmpty ? await runner.SeedAsync(cancel) : null;
    }

    private static void Welcome(WebApplication app, DemonstrationNotes? notes, VerbWords words)
    {
        Console.Out.WriteLine(words.Texts.Format("host.serves", string.Join(" ", app.Urls)));
        if (notes is null) return;
        Console.Out.WriteLine(words.Texts["host.log-ins"]);
        foreach (var line in SeedVerb.LinesOf(notes)) Console.Out.WriteLine(line);
    }
}

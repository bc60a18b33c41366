using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using RetailMember.Demonstrations;
using RetailMember.Host.Running;
using RetailMember.Host.Setup;

namespace RetailMember.Host.CommandLine;

/// <summary>What the host does without a verb: it serves.</summary>
internal static class ServeVerb
{
    private static readonly string Rule = new('=', 80);

    public static void AddTo(RootCommand root, HostSetup setup, VerbWords words)
    {
        var migrate = new Option<bool>("--migrate") { Description = words.Of("host", "migrate") };
        root.Options.Add(migrate);
        var serving = false;

        // A port that is taken is told in one line; the framework would add its own, with where in the code it noticed.
        setup.Builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", _ => serving);
        root.SetAction(async (given, cancel) =>
        {
            await using var app = setup.Build();
            await HostStart.PrepareAsync(app, given.GetValue(migrate), cancel);
            var notes = await SeedIfNewAsync(app, cancel);
            await StartAsync(app, words, cancel);
            serving = true;
            Welcome(app, notes, words);
            await app.WaitForShutdownAsync(cancel);
            return 0;
        });
    }

    private static async Task StartAsync(WebApplication app, VerbWords words, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            // What started before the port was asked for must not run on while its services are disposed of.
            await app.StopAsync(CancellationToken.None);
            throw new HostFault(words.Texts.Format("host.address-in-use", fault.Message));
        }
    }

    private static async Task<DemonstrationNotes?> SeedIfNewAsync(WebApplication app, CancellationToken cancel)
    {
        var runner = app.Services.GetRequiredService<DemonstrationRunner>();
        return app.Environment.IsDevelopment() && runner.IsEmpty ? await runner.SeedAsync(cancel) : null;
    }

    /// <summary>The last that is printed before serving; who can log in stands apart from whatever was logged above.</summary>
    private static void Welcome(WebApplication app, DemonstrationNotes? notes, VerbWords words)
    {
        if (notes is not null)
        {
            foreach (var line in notes.Lines) Console.Out.WriteLine(line);
            Console.Out.WriteLine();
            Console.Out.WriteLine(Rule);
            Console.Out.WriteLine(words.Texts["host.log-ins"]);
            foreach (var line in SeedVerb.LogInsOf(notes)) Console.Out.WriteLine(line);
            Console.Out.WriteLine(Rule);
        }

        Console.Out.WriteLine(words.Texts.Format("host.serves", string.Join(" ", app.Urls)));
        Console.Out.Flush();
    }
}

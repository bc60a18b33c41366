using System.CommandLine;
using RetailMember.Data;
using RetailMember.Host.Running;
using RetailMember.Host.Setup;
using RetailMember.Verbs;

namespace RetailMember.Host.CommandLine;

/// <summary><c>migrate</c> brings the tables up to date; <c>migrate --script</c> prints the SQL instead.</summary>
internal static class MigrateVerb
{
    private const string Name = "migrate";

    public static void AddTo(RootCommand root, HostSetup setup, VerbWords words)
    {
        var script = new Option<bool>("--script") { Description = words.Of(Name, "script") };
        var provider = new Option<string?>("--provider") { Description = words.Of(Name, "provider") };
        var json = VerbRun.JsonOption(words);
        var command = new Command(Name, words.Of(Name)) { script, provider, json };
        command.SetAction((given, cancel) => new VerbRun(setup, words.Texts, given.GetValue(json)).OnHostAsync(
            app => given.GetValue(script) ? Task.FromResult(Script(app, given.GetValue(provider))) : MigrateAsync(app, cancel)));
        root.Subcommands.Add(command);
    }

    private static VerbAnswer Script(WebApplication app, string? provider)
    {
        var kind = provider is null
            ? app.Services.GetRequiredService<DatabaseOptions>().Kind
            : DatabaseChoice.KindOf(provider);
        var sql = app.Services.GetRequiredService<Migrator>().Script(kind);
        return new VerbAnswer(new { Provider = kind, Script = sql }, [sql]);
    }

    private static async Task<VerbAnswer> MigrateAsync(WebApplication app, CancellationToken cancel)
    {
        var (applied, failed) = await app.Services.GetRequiredService<TableKeeper>().MigrateAsync(cancel);
        return new VerbAnswer(
            new { Applied = applied, Failed = failed.Select(f => new { f.Name, f.Reason }) },
            [
                .. applied,
                .. failed.Select(f => $"{f.Name}: failed: {f.Reason}"),
                $"{applied.Count} migrations applied, {failed.Count} plug-ins failed",
            ],
            failed.Count == 0);
    }
}

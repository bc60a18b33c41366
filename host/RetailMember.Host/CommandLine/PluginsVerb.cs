using System.CommandLine;
using RetailMember.Host.Setup;
using RetailMember.Modules;
using RetailMember.Verbs;

namespace RetailMember.Host.CommandLine;

/// <summary><c>plugins check</c> loads a folder of plug-ins as the host would, and says which would be quarantined.</summary>
internal static class PluginsVerb
{
    public static void AddTo(RootCommand root, HostSetup setup, VerbWords words)
    {
        var folder = new Argument<string?>("folder")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = words.Of("plugins check", "folder"),
        };
        var json = VerbRun.JsonOption(words);
        var check = new Command("check", words.Of("plugins check")) { folder, json };
        check.SetAction((given, _) =>
        {
            // Another folder means other modules: a host of its own, built to its endpoints, not started.
            if (given.GetValue(folder) is { } asked && !Directory.Exists(asked))
                throw new HostFault($"There is no folder '{asked}'.");
            var other = given.GetValue(folder) is { } path
                ? HostSetup.Create(new HostArguments { Plugins = path, LogToErrorStream = true })
                : setup;
            return new VerbRun(other, words.Texts, given.GetValue(json)).OnHostAsync(
                app => Task.FromResult(Check(app.Services.GetRequiredService<ModuleCatalogue>())));
        });
        root.Subcommands.Add(new Command("plugins", words.Of("plugins")) { check });
    }

    private static VerbAnswer Check(ModuleCatalogue modules)
    {
        var sound = modules.Running.Where(m => m.IsPlugin).Select(m => new { m.Name, m.Version, m.Folder }).ToList();
        var quarantined = modules.Quarantined;
        return new VerbAnswer(
            new { Sound = sound, Quarantined = quarantined },
            [
                .. sound.Select(m => $"{m.Name} {m.Version}: sound"),
                .. quarantined.Select(q => $"{q.Name}: quarantined ({q.Step}): {q.Reason}"),
                $"{sound.Count} sound, {quarantined.Count} quarantined",
            ],
            quarantined.Count == 0);
    }
}

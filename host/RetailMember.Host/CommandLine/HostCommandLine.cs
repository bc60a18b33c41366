using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;
using RetailMember.Host.Setup;

namespace RetailMember.Host.CommandLine;

/// <summary>Reads the command line: the host's own verbs, and those that the modules describe.</summary>
public static class HostCommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await RunParsedAsync(args);
        }
        catch (Exception fault) when (fault is HostFault or DbException or IOException or UnauthorizedAccessException)
        {
            // What the surroundings lack, not a fault of ours: the message is enough.
            return VerbRun.Fail(fault.Message, json: args.Contains(VerbRun.Json));
        }
    }

    private static Task<int> RunParsedAsync(string[] args)
    {
        // Which modules there are, and so which verbs, hangs on the options: those are read first, the rest later.
        var options = new HostOptions();
        var early = new RootCommand { TreatUnmatchedTokensAsErrors = false };
        options.AddTo(early);
        var first = early.Parse(args);
        if (first.Errors.Count > 0)
            return Task.FromResult(VerbRun.Fail(string.Join(' ', first.Errors), json: args.Contains(VerbRun.Json)));
        var isVerb = first.UnmatchedTokens.Any(token => !token.StartsWith('-'));
        var setup = HostSetup.Create(options.Read(first) with { LogToErrorStream = isVerb });
        var words = new VerbWords(setup.Texts.For(VerbWords.Language()));

        var root = new RootCommand(words.Of("host"));
        options.AddTo(root, words);
        ServeVerb.AddTo(root, setup, words);
        MigrateVerb.AddTo(root, setup, words);
        SeedVerb.AddTo(root, setup, words);
        AdminVerb.AddTo(root, setup, words);
        PluginsVerb.AddTo(root, setup, words);
        foreach (var module in setup.Modules.Running)
            foreach (var verb in module.Description.Verbs) ModuleVerb.AddTo(root, setup, words, verb);

        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction)
            return Task.FromResult(VerbRun.Fail(string.Join(' ', parsed.Errors), json: args.Contains(VerbRun.Json)));
        return parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}

using System.CommandLine;
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
        catch (HostFault fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    private static Task<int> RunParsedAsync(string[] args)
    {
        // Which modules there are, and so which verbs, hangs on the options: those are read first, the rest later.
        var options = new HostOptions();
        var early = new RootCommand { TreatUnmatchedTokensAsErrors = false };
        options.AddTo(early);
        var first = early.Parse(args);
        var isVerb = first.UnmatchedTokens.Count > 0;
        var setup = HostSetup.Create(options.Read(first) with { LogToErrorStream = isVerb });
        var words = new VerbWords(setup.Texts.For(VerbWords.Language()));

        var root = new RootCommand(words.Of("host"));
        options.AddTo(root, words);
        ServeVerb.AddTo(root, setup, words);
        MigrateVerb.AddTo(root, setup, words);
        SeedVerb.AddTo(root, setup, words);
        PluginsVerb.AddTo(root, setup, words);
        foreach (var module in setup.Modules.Modules)
            foreach (var verb in module.Description.Verbs) ModuleVerb.AddTo(root, setup, words, verb);
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}

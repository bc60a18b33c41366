using System.CommandLine;
using System.Text.Json;
using RetailMember.Host.Running;
using RetailMember.Host.Setup;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Verbs;

namespace RetailMember.Host.CommandLine;

/// <summary>
/// Runs a verb on a built host that does not serve, and prints its answer: lines for a person, or with <c>--json</c>
/// one document. The exit code is 0 only when it succeeded.
/// </summary>
internal sealed class VerbRun(HostSetup setup, ITexts texts, bool json)
{
    public const string Json = "--json";

    public static Option<bool> JsonOption(VerbWords words) => new(Json) { Description = words.Of("host", "json") };

    /// <summary>For verbs that work on rows: the tables are there first, and what hosts hold in memory is read.</summary>
    public Task<int> OnDataAsync(Func<WebApplication, Task<VerbAnswer>> verb, CancellationToken cancel) =>
        OnHostAsync(
            async app =>
            {
                await HostStart.PrepareAsync(app, migrate: false, cancel);
                return await verb(app);
            });

    public async Task<int> OnHostAsync(Func<WebApplication, Task<VerbAnswer>> verb)
    {
        await using var app = setup.Build();
        try
        {
            return Print(await verb(app));
        }
        catch (Refusal refusal)
        {
            return Print(refusal);
        }
    }

    public int Print(VerbAnswer answer)
    {
        if (json) WriteDocument(answer.Document);
        else
            foreach (var line in answer.Lines) Console.Out.WriteLine(line);
        return answer.ExitCode;
    }

    /// <summary>For what goes wrong before a verb can run.</summary>
    public static int Fail(string message, bool json)
    {
        if (json) WriteDocument(new { Code = "host.failed", Title = message });
        Console.Error.WriteLine(message);
        return 1;
    }

    private int Print(Refusal refusal)
    {
        var text = texts.Format("refusal." + refusal.Code, refusal.Facts);
        if (json)
            WriteDocument(new { refusal.Code, Title = text, Facts = refusal.Facts.ToDictionary(f => f.Name, f => f.Value) });
        Console.Error.WriteLine(text);
        foreach (var field in refusal.Fields)
            Console.Error.WriteLine($"  {field.Field}: {texts.Format("refusal." + field.Code, field.Facts)}");
        return 1;
    }

    private static void WriteDocument(object document) =>
        Console.Out.WriteLine(JsonSerializer.Serialize(document, document.GetType(), UseCases.Json.Options));
}

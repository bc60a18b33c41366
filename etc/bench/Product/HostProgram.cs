using System.Text.Json.Nodes;
using RetailMember.Bench.Machine;

namespace RetailMember.Bench.Product;

/// <summary>The published host: one program for the server and its verbs.</summary>
internal sealed class HostProgram
{
    private const string Assembly = "RetailMember.Host.dll";
    private const string Project = "host/RetailMember.Host";

    private readonly string assembly;

    private HostProgram(string folder) => assembly = Path.Combine(folder, Assembly);

    public static async Task<HostProgram> PrepareAsync(string? published, TempFolder temp)
    {
        if (published is not null) return new HostProgram(Path.GetFullPath(published));
        var folder = temp.Sub("host");
        var project = Path.Combine(SourceRoot(), Project);
        await Tool.RunAsync("dotnet", "publish", project, "-c", "Release", "-o", folder, "-v", "q", "-nologo");
        return new HostProgram(folder);
    }

    /// <summary>Runs a verb to its end and returns its output.</summary>
    public Task<string> RunAsync(ProductDatabase database, params IEnumerable<string> arguments) =>
        Tool.RunAsync("dotnet", [assembly, .. arguments, "--database", database.Form], database.Environment);

    /// <summary>Runs a verb and reads the one document that it prints.</summary>
    public async Task<JsonNode> JsonAsync(ProductDatabase database, params IEnumerable<string> arguments) =>
        JsonNode.Parse(await RunAsync(database, [.. arguments, "--json"]))!;

    public ChildProcess Start(ProductDatabase database, int port) => ChildProcess.Start(
        "dotnet", [assembly, "--urls", $"http://127.0.0.1:{port}", "--migrate", "--database", database.Form],
        database.Environment);

    public static string SourceRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "RetailMember.sln")))
                return folder.FullName;
        throw new InvalidOperationException("No source above the bench: name a published host by --host.");
    }
}

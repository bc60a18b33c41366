using System.Diagnostics;
using System.Text.Json;
using RetailMember.Testing;

namespace RetailMember.Membership.Tests.Imports;

/// <summary>The command line in a process of its own, which is killed.</summary>
[Trait("Req", "CORE-50")]
public sealed class KilledVerbTests : IDisposable
{
    private static readonly string Program =
        Path.Combine(AppContext.BaseDirectory, "RetailMember.Host.dll");

    private readonly string folder = Directory.CreateTempSubdirectory("retailmember-import-").FullName;

    [Fact]
    public async Task An_import_that_was_killed_is_resumed_and_verifies()
    {
        var file = Path.Combine(folder, "orders.csv");
        await File.WriteAllBytesAsync(file, Superstore.AsItIs(), TestContext.Current.CancellationToken);
        using (var killed = Start("import", "purchases", file, "--brand", "super-store", "--enrol", "--json"))
        {
            // The first step is done and the second is under way.
            while (await killed.StandardError.ReadLineAsync() is { } line)
                if (line.Contains('%', StringComparison.Ordinal)) break;
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        var (code, resumed) = await RunAsync("import", "resume", "1", "--brand", "super-store", "--json");

        code.ShouldBe(0);
        resumed.GetProperty("imported").GetInt32().ShouldBe(5009);
        resumed.GetProperty("points").GetInt64().ShouldBe(2_294_455);
        var (_, verified) = await RunAsync("verify", "--as-of", "2017-12-31", "--json");
        verified.GetProperty("sound").GetBoolean().ShouldBeTrue();
        verified.ToString().ShouldContain("\"outstanding\":732282");
    }

    [Fact]
    public async Task A_dry_run_of_an_unknown_brand_leaves_no_brand_and_refused_rows_make_the_exit_code_2()
    {
        var file = Path.Combine(folder, "few.csv");
        await File.WriteAllTextAsync(file, ImportTrial.Heads + "R1,2024-01-01,s1,m1,5.00\nR2,2024-01-01,s1,m1,5.005\n");

        var (code, tried) = await RunAsync("import", "purchases", file, "--brand", "new", "--enrol", "--dry-run", "--json");

        code.ShouldBe(2);
        (tried.GetProperty("imported").GetInt32(), tried.GetProperty("refused").GetInt32()).ShouldBe((1, 1));
        tried.GetProperty("created").ToString().ShouldBe("{\"newStores\":1,\"newMembers\":1}");
        File.ReadAllText(tried.GetProperty("errorsFile").GetString()!).ShouldContain("3,amount,import.amount-too-precise");
        var (_, refused) = await RunAsync("import", "purchases", file, "--brand", "new", "--json");
        refused.GetProperty("code").GetString().ShouldBe("brand.not-found");
    }

    [Fact]
    public async Task A_code_that_no_brand_can_have_is_refused_and_not_rewritten_also_in_a_dry_run()
    {
        var file = Path.Combine(folder, "few.csv");
        await File.WriteAllTextAsync(file, ImportTrial.Heads + "R1,2024-01-01,s1,m1,5.00\n");

        string[] import = ["import", "purchases", file, "--brand", "Super Store", "--enrol", "--json"];
        foreach (var arguments in (string[][])[import, [.. import, "--dry-run"]])
        {
            var (code, refused) = await RunAsync(arguments);
            (code, refused.GetProperty("code").GetString()).ShouldBe((1, "import.brand-code-unfit"));
        }

        var (_, verified) = await RunAsync("verify", "--json");
        verified.GetProperty("brands").GetArrayLength().ShouldBe(0);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<(int Code, JsonElement Answer)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        output.ShouldNotBeEmpty(await errors);
        return (process.ExitCode, JsonSerializer.Deserialize<JsonElement>(output));
    }

    private Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(
        "dotnet", [Program, .. arguments, "--database", Path.Combine(folder, "killed.db"), "--environment", "Testing"])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = folder,
    })!;
}

using RetailMember.Host.CommandLine;

namespace RetailMember.Host.Tests;

public sealed class MistypedCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("retailmember-typo-").FullName;

    [Fact]
    public async Task Verify_of_a_database_that_is_not_there_fails_and_makes_none()
    {
        var file = Path.Combine(folder, "deeper", "typo.db");
        (await RunAsync("verify", "--database", file)).ShouldBe(1);
        Directory.Exists(Path.GetDirectoryName(file)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_of_plug_ins_that_is_not_there_is_not_sound() =>
        (await RunAsync("plugins", "check", Path.Combine(folder, "nowhere"))).ShouldBe(1);

    [Fact]
    public async Task An_option_given_twice_is_refused() =>
        (await RunAsync("verify", "--database", "a.db", "--database", "b.db")).ShouldBe(1);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Task<int> RunAsync(params string[] arguments) =>
        HostCommandLine.RunAsync([.. arguments, "--environment", "Testing"]);
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace RetailMember.Host.Tests;

public sealed class TakenPortTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "RetailMember.Host.dll");

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_one_line_and_by_the_exit_code()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var folder = Directory.CreateTempSubdirectory("retailmember-port-");

        using var host = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                Program, "--urls", $"http://{other.LocalEndpoint}", "--environment", "Testing",
                "--database", Path.Combine(folder.FullName, "port.db"),
            ])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var answers = host.StandardOutput.ReadToEndAsync();
        var faults = await host.StandardError.ReadToEndAsync();
        var told = await answers;
        await host.WaitForExitAsync();
        folder.Delete(recursive: true);

        host.ExitCode.ShouldBe(1);
        faults.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(other.LocalEndpoint.ToString()!);
        told.ShouldNotContain("fail:");
    }
}

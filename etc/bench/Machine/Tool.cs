using System.Diagnostics;

namespace RetailMember.Bench.Machine;

/// <summary>Runs a program to its end and returns what it wrote to standard output.</summary>
internal static class Tool
{
    public static Task<string> RunAsync(string program, params IEnumerable<string> arguments) =>
        RunAsync(program, arguments, []);

    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            var command = $"{program} {string.Join(' ', start.ArgumentList)}";
            throw new ToolFailedException($"{command} ended with {process.ExitCode}:\n{await output}\n{await errors}");
        }

        return await output;
    }
}

internal sealed class ToolFailedException(string message) : Exception(message);

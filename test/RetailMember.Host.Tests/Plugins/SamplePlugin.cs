using System.Diagnostics;
using RetailMember.Testing;

namespace RetailMember.Host.Tests.Plugins;

/// <summary>The plug-in of etc/plugin-sample, built apart against the assemblies of this host, once per run.</summary>
internal static class SamplePlugin
{
    private static readonly Lazy<Task<string>> Published = new(PublishAsync);

    /// <summary>Copies the published plug-in below a host's folder of plug-ins.</summary>
    public static async Task DropIntoAsync(string plugins)
    {
        var target = Directory.CreateDirectory(Path.Combine(plugins, "Stamps")).FullName;
        foreach (var file in Directory.EnumerateFiles(await Published.Value))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
    }

    private static async Task<string> PublishAsync()
    {
        var output = Directory.CreateTempSubdirectory("retailmember-sample-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(output, recursive: true);
        var start = new ProcessStartInfo("dotnet",
        [
            "publish", Path.Combine(ProductTree.Root, "etc", "plugin-sample", "Stamps"), "-c", "Release", "-o", output,
            "-v", "q", "-nologo", "-p:RunAnalyzers=false", $"-p:RetailMemberHost={AppContext.BaseDirectory}",
        ])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var publish = Process.Start(start)!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? output : throw new InvalidOperationException("The sample does not build: " + said);
    }
}

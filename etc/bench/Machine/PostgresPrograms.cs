namespace RetailMember.Bench.Machine;

/// <summary>
/// PostgreSQL's own programs. The server refuses to run as root, so root starts them as the user postgres.
/// </summary>
internal static class PostgresPrograms
{
    private const string ServerUser = "postgres";

    private static readonly string Folder = Find();

    public static bool RunsAsRoot => Environment.UserName == "root";

    public static Task<string> RunAsync(string program, params IEnumerable<string> arguments)
    {
        var path = Path.Combine(Folder, program);
        return RunsAsRoot
            ? Tool.RunAsync("runuser", ["-u", ServerUser, "--", path, .. arguments])
            : Tool.RunAsync(path, arguments);
    }

    /// <summary>
    /// The server as a child of the bench, not as pg_ctl's orphan: a dead orphan that nobody waits for still counts
    /// as running when the next server looks at its lock file.
    /// </summary>
    public static ChildProcess StartServer(string folder)
    {
        var path = Path.Combine(Folder, "postgres");
        return RunsAsRoot
            ? ChildProcess.Start("runuser", ["-u", ServerUser, "--", path, "-D", folder], [])
            : ChildProcess.Start(path, ["-D", folder], []);
    }

    public static async Task GiveToServerUserAsync(string folder)
    {
        if (RunsAsRoot) await Tool.RunAsync("chown", "-R", ServerUser, folder);
    }

    private static string Find()
    {
        const string debian = "/usr/lib/postgresql";
        var candidates = Directory.Exists(debian)
            ? Directory.GetDirectories(debian).OrderDescending().Select(d => Path.Combine(d, "bin"))
            : [];
        return candidates.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "pgbench")))
            ?? throw new InvalidOperationException("PostgreSQL's programs (initdb, pgbench) are not on this machine.");
    }
}

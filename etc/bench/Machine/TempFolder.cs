namespace RetailMember.Bench.Machine;

/// <summary>A folder that lives as long as the run.</summary>
internal sealed class TempFolder(bool keep) : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("retailmember-bench-").FullName;

    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (!keep) Directory.Delete(Path, recursive: true);
    }
}

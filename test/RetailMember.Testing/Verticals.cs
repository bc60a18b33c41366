namespace RetailMember.Testing;

/// <summary>The verticals that were built with the host, as every test project that leans on the host gets them.</summary>
public static class Verticals
{
    /// <summary>The folder of plug-ins that holds all of them and nothing else.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>Copies one of them below another folder of plug-ins.</summary>
    /// <param name="name">Its module's name, such as <c>Restaurant</c>.</param>
    /// <param name="plugins">The other folder.</param>
    public static void Drop(string name, string plugins)
    {
        var assembly = "RetailMember." + name;
        var target = Directory.CreateDirectory(Path.Combine(plugins, assembly)).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, assembly)))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
    }
}

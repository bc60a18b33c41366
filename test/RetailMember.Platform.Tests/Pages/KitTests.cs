using System.Text.RegularExpressions;
using RetailMember.Pages;
using RetailMember.Texts;

namespace RetailMember.Platform.Tests.Pages;

/// <summary>What the compiler does not see: names of icons and texts.</summary>
public sealed partial class KitTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void Every_icon_that_a_page_names_is_in_the_sprite()
    {
        var sprite = File.ReadAllLines(Path.Combine(Root, "host/RetailMember.Host/icons.txt")).ToHashSet();
        var named = Components().SelectMany(file => IconName().Matches(File.ReadAllText(file)).Select(m => m.Groups["name"].Value));

        named.Distinct().Where(icon => !sprite.Contains(icon)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_that_the_kit_names_is_there_in_both_languages()
    {
        var catalogue = new TextCatalogue([typeof(Page).Assembly]);
        var named = Components()
            .Where(file => file.Contains("/src/RetailMember/Pages/", StringComparison.Ordinal))
            .SelectMany(file => TextName().Matches(File.ReadAllText(file)).Select(m => m.Groups["name"].Value))
            .ToHashSet();

        named.ShouldNotBeEmpty();
        foreach (var language in TextCatalogue.Languages)
            named.Where(name => !catalogue.In(language).Keys.Any(key => Means(name, key))).ShouldBeEmpty(language);
    }

    // One that ends in a dot is completed by a code.
    private static bool Means(string name, string key) =>
        name.EndsWith('.') ? key.StartsWith(name, StringComparison.Ordinal) : key == name;

    [Fact]
    public void No_component_has_inline_style_or_script() =>
        Components().Where(file => Inline().IsMatch(File.ReadAllText(file))).Select(f => Path.GetRelativePath(Root, f)).ShouldBeEmpty();

    private static IEnumerable<string> Components() =>
        new[] { "src", "modules", "host" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.razor", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "RetailMember.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex("""(?:<Icon Name|\bIcon)="(?<name>[a-z0-9-]+)["]""", RegexOptions.None, 1000)]
    private static partial Regex IconName();

    [GeneratedRegex("""Texts(?:\.Format\(|\[)"(?<name>pages\.[a-z0-9.-]+)["]""", RegexOptions.None, 1000)]
    private static partial Regex TextName();

    [GeneratedRegex("""<script>|<style|\sstyle=|\son[a-z]+="[^@]|hx-on|hx-vals="js:""", RegexOptions.None, 1000)]
    private static partial Regex Inline();
}

using RetailMember.Architecture.Tests.Repository;
using RetailMember.Architecture.Tests.Rules;

namespace RetailMember.Architecture.Tests;

public sealed class TidyTests
{
    /// <summary>Files that may have more than 300 lines, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongWithReason = [];

    private static IEnumerable<SourceFile> Code =>
        SourceTree.Files.Where(f => !f.IsGenerated
            && (f.Path.EndsWith(".cs", StringComparison.Ordinal) || f.Path.EndsWith(".razor", StringComparison.Ordinal)));

    [Fact]
    public void Files_are_short() => Tidiness.LongFiles(Code, LongWithReason).ShouldBeEmpty();

    [Fact]
    public void A_long_file_is_found_and_beyond_500_lines_no_reason_helps()
    {
        var planted = new SourceFile("a.cs", new string('\n', Tidiness.LongestFile));
        var huge = new SourceFile("b.cs", new string('\n', Tidiness.LongestFileWithReason));

        Tidiness.LongFiles([planted], new Dictionary<string, string>()).Count.ShouldBe(1);
        Tidiness.LongFiles([planted, huge], new Dictionary<string, string> { ["a.cs"] = "", ["b.cs"] = "" }).Count.ShouldBe(1);
    }

    [Fact]
    public void Reasons_stand_only_for_files_that_are_long() =>
        LongWithReason.Keys.Where(path => !Code.Any(f => f.Path == path && f.Lines.Length > Tidiness.LongestFile)).ShouldBeEmpty();

    [Fact]
    public void Lines_are_short() => Tidiness.LongLines(Code).ShouldBeEmpty();

    [Fact]
    public void A_long_line_is_found() =>
        Tidiness.LongLines([new("a.cs", new string('x', Tidiness.LongestLine + 1))]).Count.ShouldBe(1);

    [Fact]
    public void Nothing_is_left_to_do_and_nothing_is_folded_away() => Tidiness.Leftovers(Code).ShouldBeEmpty();

    [Theory]
    [InlineData("// TO" + "DO later")]
    [InlineData("#region Helpers")]
    [InlineData("throw new NotImplemented" + "Exception();")]
    public void A_leftover_is_found(string line) => Tidiness.Leftovers([new("a.cs", line)]).Count.ShouldBe(1);

    [Fact]
    public void No_file_knows_one_machine() => Secrets.MachinePaths(SourceTree.Files.Except(Own)).ShouldBeEmpty();

    [Fact]
    public void No_file_names_a_package_source() => Secrets.PackageSources(SourceTree.Files.Except(Own)).ShouldBeEmpty();

    [Fact]
    public void A_path_and_a_package_source_are_found()
    {
        Secrets.MachinePaths([new("a.md", "see /home/me/x")]).Count.ShouldBe(1);
        Secrets.PackageSources([new("package-lock.json", "\"resolved\": \"https://x\"")]).Count.ShouldBe(1);
    }

    [Fact]
    public void The_solution_holds_every_project() =>
        Solution.Missing(File.ReadAllText(Path.Combine(SourceTree.Root, "RetailMember.sln")), Project.All).ShouldBeEmpty();

    [Fact]
    public void A_project_outside_of_the_solution_is_found() => Solution.Missing("", Project.All).ShouldNotBeEmpty();

    [Fact]
    public void The_top_level_is_as_agreed() =>
        Solution.StrangersAtTheTop(Directory.EnumerateFileSystemEntries(SourceTree.Root).Select(e => Path.GetFileName(e)!))
            .ShouldBeEmpty();

    [Fact]
    public void A_stranger_at_the_top_is_found() => Solution.StrangersAtTheTop(["src", "notes.md"]).Count.ShouldBe(1);

    [Fact]
    public void Every_project_is_built_with_the_same_rules()
    {
        Solution.LoosenedRules(Project.All).ShouldBeEmpty();
        var common = File.ReadAllText(Path.Combine(SourceTree.Root, "common.props"));
        common.ShouldContain("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        common.ShouldContain("banned-symbols.txt");
    }

    [Fact]
    public void A_project_that_loosens_a_rule_is_found() =>
        Solution.LoosenedRules([new("a.csproj", new("Project", new System.Xml.Linq.XElement("NoWarn", "RS0030")))])
            .Count.ShouldBe(1);

    // This test's own rules name what they forbid.
    private static IEnumerable<SourceFile> Own =>
        SourceTree.Files.Where(f => f.Path.StartsWith("test/RetailMember.Architecture.Tests/", StringComparison.Ordinal));
}

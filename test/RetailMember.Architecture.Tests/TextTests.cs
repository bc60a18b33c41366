using System.Reflection;
using RetailMember.Architecture.Tests.Repository;
using RetailMember.Architecture.Tests.Rules;
using RetailMember.Modules;

namespace RetailMember.Architecture.Tests;

public sealed class TextTests
{
    private static readonly Dictionary<string, string> Chinese = TextRules.Read(Product, "zh-Hans");
    private static readonly Dictionary<string, string> English = TextRules.Read(Product, "en");

    private static IEnumerable<SourceFile> Product =>
        SourceTree.Files.Where(f => f.Path.Split('/')[0] is "src" or "modules" or "host");

    private static IEnumerable<SourceFile> Code =>
        Product.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal) || f.Path.EndsWith(".razor", StringComparison.Ordinal));

    [Fact]
    public void Every_text_stands_in_both_languages() => TextRules.Untranslated(Chinese, English).ShouldBeEmpty();

    [Fact]
    public void Both_languages_fill_in_the_same_values() => TextRules.UnlikePlaceholders(Chinese, English).ShouldBeEmpty();

    [Fact]
    public void No_text_is_empty() => TextRules.Empty(Chinese).Concat(TextRules.Empty(English)).ShouldBeEmpty();

    [Fact]
    public void Every_text_that_the_code_asks_for_is_there() => TextRules.Missing(Code, Chinese).ShouldBeEmpty();

    [Fact]
    public void No_text_is_left_over() =>
        TextRules.Orphans(Code, Chinese, [.. Described, .. Refusals.Select(code => "refusal." + code)]).ShouldBeEmpty();

    [Fact]
    public void Everything_that_modules_describe_has_a_name_in_both_languages() =>
        Described.Except(Chinese.Keys).ShouldBeEmpty();

    [Fact]
    public void Every_refusal_has_a_text() => RefusalCodes.WithoutText(Refusals, Chinese).ShouldBeEmpty();

    [Fact]
    public void Faulty_texts_are_found()
    {
        var one = new Dictionary<string, string> { ["a.b"] = "{n} points", ["a.c"] = " " };
        var other = new Dictionary<string, string> { ["a.b"] = "{m} 分" };

        TextRules.Untranslated(one, other).ShouldBe(["a.c stands in one language only"]);
        TextRules.UnlikePlaceholders(one, other).Count.ShouldBe(1);
        TextRules.Empty(one).ShouldBe(["a.c is empty"]);
        TextRules.Orphans([new("a.cs", "texts[\"a.b\"]")], one, []).ShouldBe(["nobody uses a.c"]);
        TextRules.Missing([new("a.cs", "texts[\"a.d\"]")], one).ShouldBe(["a.cs asks for a.d"]);
    }

    [Fact]
    public void A_refusal_without_text_is_found()
    {
        var planted = new SourceFile("a.cs", "throw new Refusal(\"cards.lost\", kind); Refusal.Invalid(Name, \"field.odd\")");

        RefusalCodes.WithoutText(RefusalCodes.In([planted]), new Dictionary<string, string>())
            .ShouldBe(["refusal.cards.lost has no text", "refusal.field.odd has no text"]);
    }

    private static IEnumerable<string> Refusals =>
        RefusalCodes.In(Code).Union(RefusalCodes.Of(House.Modules.Modules.SelectMany(m => m.UseCases)));

    /// <summary>What the page of plug-ins says of one that is out of order.</summary>
    private static IEnumerable<Type> StandingSeams =>
        from assembly in AppDomain.CurrentDomain.GetAssemblies()
        where assembly.GetName().Name!.StartsWith("RetailMember.", StringComparison.Ordinal)
        from type in assembly.GetTypes()
        where type.GetCustomAttribute<SeamAttribute>() is { EvenWithoutTables: true }
        select type;

    /// <summary>The text keys that follow from what modules describe as data.</summary>
    private static HashSet<string> Described =>
    [
        .. House.Modules.Modules.Select(m => $"module.{m.Name}"),
        .. House.Modules.Permissions.Select(p => $"permission.{p.Name}"),
        .. House.Modules.Modules.SelectMany(m => m.Description.Settings).Select(s => $"setting.{s.Name}"),
        .. House.Modules.Modules.SelectMany(m => m.Description.Settings).SelectMany(s => s.Choices.Select(c => $"setting-choice.{c}")),
        .. House.Modules.Modules.SelectMany(m => m.Description.Menu).Select(m => m.Text),
        .. House.Modules.Modules.SelectMany(m => m.Description.MemberLinks).Select(l => l.Text),
        .. House.Modules.Modules.SelectMany(m => m.Description.MemberTabs).Select(t => t.Text),
        .. House.Modules.Modules.SelectMany(m => m.Description.Jobs).Select(j => $"job.{j.Name}"),
        .. House.Modules.Modules.SelectMany(m => m.Description.Verbs).SelectMany(v =>
            v.Parameters.Select(p => $"verb.{v.Name.Replace(' ', '.')}.{p.Name}").Append($"verb.{v.Name.Replace(' ', '.')}")),
        .. StandingSeams.Select(s => $"seam.{s.FullName}"),
    ];
}

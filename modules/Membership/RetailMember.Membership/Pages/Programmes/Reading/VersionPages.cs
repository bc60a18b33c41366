using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using RetailMember.Membership.Programmes;
using RetailMember.Pages;
using RetailMember.Pages.Forms;

namespace RetailMember.Membership.Pages.Programmes.Reading;

/// <summary>A version read: its rules in words, its examples, what it changes, and its document.</summary>
internal static class VersionPages
{
    public const string Rules = "";
    public const string Examples = "examples";
    public const string Comparison = "comparison";
    public const string Document = "document";

    public static void Map(PageRoutes pages)
    {
        Tab<RulesPage>(Rules);
        Tab<ExamplesPage>(Examples);
        pages.MapGet("/programmes/{version:int}/" + Document, (PageCall page, VersionReader reader, int version) =>
            ShowDocumentAsync(page, reader, version, FormFaults.None));
        pages.MapGet("/programmes/{version:int}/" + Comparison, CompareAsync);

        void Tab<TPage>(string tab)
            where TPage : IComponent => pages.MapGet(
            "/programmes/{version:int}/" + tab,
            async (PageCall page, VersionReader reader, int version) =>
                Page.For<TPage>(await reader.ReadAsync(page, version, tab)));
    }

    public static async Task<IResult> ShowDocumentAsync(
        PageCall page, VersionReader reader, int version, FormFaults faults) =>
        Page.For<DocumentPage>(new DocumentModel(await reader.ReadAsync(page, version, Document), faults));

    /// <summary>Against the version in force, unless another one is asked for; the one in force, against the one before.</summary>
    private static async Task<IResult> CompareAsync(PageCall page, VersionReader reader, int version, int? with)
    {
        var model = await reader.ReadAsync(page, version, Comparison);
        var all = await page.RunAsync(new FindProgrammeVersions.Input());
        List<int> others = [.. all.Versions.Select(v => v.Version).Where(v => v != version)];
        var usual = model.InForce is { } inForce && inForce != version ? inForce : others.FirstOrDefault(v => v < version);
        var other = with ?? (usual == 0 ? others.FirstOrDefault() : usual);
        if (other == 0) return Page.For<ComparisonPage>(new ComparisonModel(model, null, [], others));
        var against = await page.RunAsync(new CompareVersions.Input(version, other));
        var before = await reader.ReadAsync(page, other, Comparison);
        var inWords = RuleSentences.Differences(
            before.Words.Sentences(before.Document), model.Words.Sentences(model.Document));
        return Page.For<ComparisonPage>(new ComparisonModel(model, against, inWords, others));
    }
}

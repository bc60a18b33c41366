using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RetailMember.Brands;
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

    public static void Map(RouteGroupBuilder pages)
    {
        Tab<RulesPage>(Rules);
        Tab<ExamplesPage>(Examples);
        pages.MapGet("/programmes/{version:int}/" + Document, (PageCall page, int version, IBrandDirectory brands) =>
            ShowDocumentAsync(page, version, brands, FormFaults.None));
        pages.MapGet("/programmes/{version:int}/" + Comparison, CompareAsync);

        void Tab<TPage>(string tab)
            where TPage : IComponent => pages.MapGet(
            "/programmes/{version:int}/" + tab,
            async (PageCall page, int version, IBrandDirectory brands) =>
                Page.For<TPage>(await page.ReadVersionAsync(version, brands, tab)));
    }

    public static async Task<IResult> ShowDocumentAsync(
        PageCall page, int version, IBrandDirectory brands, FormFaults faults) =>
        Page.For<DocumentPage>(new DocumentModel(await page.ReadVersionAsync(version, brands, Document), faults));

    /// <summary>Against the version in force, unless another one is asked for; the one in force, against the one before.</summary>
    private static async Task<IResult> CompareAsync(PageCall page, int version, IBrandDirectory brands, int? with)
    {
        var model = await page.ReadVersionAsync(version, brands, Comparison);
        var all = await page.RunAsync(new FindProgrammeVersions.Input());
        List<int> others = [.. all.Versions.Select(v => v.Version).Where(v => v != version)];
        var usual = model.InForce is { } inForce && inForce != version ? inForce : others.FirstOrDefault(v => v < version);
        var other = with ?? (usual == 0 ? others.FirstOrDefault() : usual);
        return Page.For<ComparisonPage>(new ComparisonModel(
            model, other == 0 ? null : await page.RunAsync(new CompareVersions.Input(version, other)), others));
    }
}

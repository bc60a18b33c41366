using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Membership.Pages.Programmes.Editing.Parts;
using RetailMember.Membership.Pages.Programmes.Reading;
using RetailMember.Membership.Pages.Shared;
using RetailMember.Membership.Programmes;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Membership.Pages.Programmes.Editing;

/// <summary>Runs an example that is still being written, so that its figures can be looked at before it is saved.</summary>
internal static class TrialPages
{
    public const string Path = "examples/trial";

    /// <summary>Looking is the very use of a trial.</summary>
    private const string ExpectsNothing = ProgrammeFault.Prefix + "expects-nothing";

    public static void Map(PageRoutes pages) => pages.MapPost("/programmes/{version:int}/" + Path, RunAsync);

    private static async Task<IResult> RunAsync(PageCall page, int version, IBrandDirectory brands)
    {
        try
        {
            var sent = await page.FormAsync<PartInput<ExampleForm>>();
            var read = await page.RunAsync(new ReadProgrammeVersion.Input(version));
            var example = ExampleList.ExampleOf(sent.Part with { Name = sent.Part.Name ?? page.Texts["membership.programmes.try"] });
            var document = read.ReadDocument() with { Examples = [example] };
            var faults = ProgrammeCheck.Faults(document).Where(f => f.Code != ExpectsNothing).ToList();
            if (faults.Count > 0)
                return Show(TrialModel.Refused(faults.Select(f => ProgrammeReview.Fault.Of(f, page.Texts).Message)));
            var result = ProgrammeReview.Example.Of(
                ExampleRunner.Run(Programme.From(document), example), document, page.Texts);
            var words = new ProgrammeWords(page.Texts, document, brands.NamesOf(page));
            return Show(new TrialModel([], words.Compare(example.Expect, result), result.Why));
        }
        catch (Refusal refusal) when (refusal.Kind == RefusalKind.Invalid)
        {
            var faults = FormFaults.Of(refusal, page.Texts);
            return Show(TrialModel.Refused(faults.Whole.Concat(faults.Outside(new HashSet<string>()).Select(f => f.Text))));
        }
    }

    private static IResult Show(TrialModel model) => Page.PartFor<TrialPart>(model);
}

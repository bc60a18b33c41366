using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Portal.Consents;

namespace RetailMember.Portal.Pages.Staff;

/// <summary>Where head office words what members agree to.</summary>
internal static class WordingPages
{
    private const string List = "/wordings";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, (PageCall page, string? purpose) => ShowAsync(page, Named(purpose), FormFaults.None));
        pages.MapPost(List, async (PageCall page, HttpRequest request) =>
        {
            var purpose = Named((await request.ReadFormAsync())["purpose"]);
            return await page.SubmitAsync<PublishWording.Input, PublishWording.Result>(
                done: r => Page.Redirect(
                    page.Address("portal" + List), Flash.Success("portal.wordings.published", ("version", r.WordingVersion))),
                again: faults => ShowAsync(page, purpose, faults));
        });
    }

    private static ConsentPurpose? Named(string? purpose) =>
        Enum.TryParse<ConsentPurpose>(purpose, ignoreCase: true, out var known) ? known : null;

    private static async Task<IResult> ShowAsync(PageCall page, ConsentPurpose? purpose, FormFaults faults) =>
        Page.For<WordingListPage>(
            new WordingListModel((await page.RunAsync(new FindWordings.Input())).Wordings, purpose, faults));
}

/// <param name="Edited">The purpose whose next words are written; null: none.</param>
internal sealed record WordingListModel(IReadOnlyList<FindWordings.Row> Wordings, ConsentPurpose? Edited, FormFaults Faults)
{
    public IEnumerable<FindWordings.Row> Now => Wordings.DistinctBy(w => w.Purpose);
}

using Microsoft.AspNetCore.Http;
using RetailMember.Membership.Members;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Membership.Pages.Own;

/// <summary>What is known of a member, for himself: to see, to put right, and to end.</summary>
internal static class OwnDetailsPages
{
    private const string Me = IOfMember<object>.Me;

    /// <summary>For the audit trail.</summary>
    private const string Reason = "own wish";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/details", (PageCall page) => ShowAsync(page, FormFaults.None));
        pages.MapPost("/details", async (PageCall page) =>
        {
            var form = await page.FormAsync<Form>();
            return await page.SubmitAsync(
                async () =>
                {
                    await page.RunAsync(new ChangeMember.Input
                    {
                        Member = Me, Name = form.Name, Birthday = form.Birthday, Sex = form.Sex, Fields = form.Fields,
                    });
                    return Page.Redirect(
                        MemberAddress.Of(page.Context.RequiredBrand, "membership/details"), Flash.Success("membership.own.saved"));
                },
                faults => ShowAsync(page, faults));
        });
        pages.MapPost("/closure", async (PageCall page) =>
        {
            await page.RunAsync(new CloseMember.Input(Me, Reason));
            return Page.Redirect(
                MemberAddress.Of(page.Context.RequiredBrand, MemberAddress.LogIn), Flash.Success("membership.own.closed"));
        });
    }

    private static async Task<IResult> ShowAsync(PageCall page, FormFaults faults)
    {
        var file = await page.RunAsync(new ReadMember.Input(Me));
        var whole = await page.RunAsync(new RevealMember.Input(Me, Reason));
        return Page.For<OwnDetailsPage>(new OwnDetailsModel(file, whole, faults));
    }

    private sealed record Form
    {
        public string? Name { get; init; }

        public DateOnly? Birthday { get; init; }

        public Data.Sex? Sex { get; init; }

        public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
    }
}

internal sealed record OwnDetailsModel(ReadMember.Result File, RevealMember.Result Whole, FormFaults Faults);

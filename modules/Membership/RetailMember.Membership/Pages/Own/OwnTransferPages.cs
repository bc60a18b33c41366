using Microsoft.AspNetCore.Http;
using RetailMember.Membership.Members;
using RetailMember.Membership.Points.Transfers;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Membership.Pages.Own;

/// <summary>A member gives points to a friend whose mobile or number he knows.</summary>
internal static class OwnTransferPages
{
    private const string Me = IOfMember<object>.Me;

    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/transfer", (PageCall page) => ShowAsync(page, FormFaults.None));
        pages.MapPost("/transfer", async (PageCall page) =>
        {
            var form = await page.FormAsync<Form>();
            var asked = new TransferPoints.Input
            {
                Key = form.Key, Member = Me, Receiver = form.Receiver, Points = form.Points, Note = form.Note,
            };
            return await page.SubmitAsync(
                async () =>
                {
                    var given = await page.RunAsync(asked);
                    return Page.Redirect(
                        MemberAddress.Of(page.Context.RequiredBrand, "membership/points"),
                        Flash.Success("membership.own.given", ("points", given.Points)));
                },
                faults => ShowAsync(page, faults));
        });
    }

    private static async Task<IResult> ShowAsync(PageCall page, FormFaults faults) => Page.For<OwnTransferPage>(
        new OwnTransferModel((await page.RunAsync(new ReadMember.Input(Me))).Balances[0].Usable, faults));

    private sealed record Form(string Key, string Receiver, long Points, string? Note = null);
}

internal sealed record OwnTransferModel(long Usable, FormFaults Faults);

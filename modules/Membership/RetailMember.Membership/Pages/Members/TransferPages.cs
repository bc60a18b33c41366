using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Membership.Members;
using RetailMember.Membership.Pages.Shared;
using RetailMember.Membership.Points.Transfers;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Members;

/// <summary>Giving points to another member on someone's behalf, and taking such a gift back.</summary>
internal static class TransferPages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        pages.MapGet("/members/{member}/transfers", (PageCall page, string member) => ShowAsync(page, member, FormFaults.None));
        pages.MapPost("/members/{member}/transfers", (PageCall page, string member) =>
            page.SubmitAsync<TransferPoints.Input, TransferPoints.Result>(
                done => Page.Redirect(
                    page.ToMember(done.MemberNo, "transfers"),
                    Flash.Success("membership.transfer.done", ("points", done.Points), ("number", done.ReceiverNo))),
                faults => ShowAsync(page, member, faults)));
        pages.MapPost("/members/{member}/transfers/{transfer:guid}/reversal", (PageCall page, string member, Guid transfer) =>
            page.SubmitAsync<ReverseTransfer.Input, ReverseTransfer.Result>(
                done => Page.Redirect(
                    page.ToMember(member, "transfers"), Flash.Success("membership.transfer.reversed", ("points", done.Points))),
                faults => ShowAsync(page, member, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, string member, FormFaults faults) =>
        Page.For<TransferPage>(new TransferModel(
            await page.RunAsync(new ReadMember.Input(member)),
            await page.RunAsync(page.Query<FindTransfers.Input>()),
            page.May(MembershipPermissions.TransferPoints),
            page.May(MembershipPermissions.ReverseTransfers),
            faults));
}

/// <param name="MayGive">May give on the member's behalf.</param>
/// <param name="MayReverse">May take gifts back.</param>
internal sealed record TransferModel(
    ReadMember.Result Member, PageOf<FindTransfers.Row> Transfers, bool MayGive, bool MayReverse, FormFaults Faults);

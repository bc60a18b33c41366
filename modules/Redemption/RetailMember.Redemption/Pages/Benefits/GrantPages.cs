using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Values;
using static RetailMember.Redemption.RedemptionPermissions;

namespace RetailMember.Redemption.Pages.Benefits;

/// <summary>Members to whom a benefit was granted by name: more of them, and its end.</summary>
internal static class GrantPages
{
    private const string Grants = "/benefits/{benefit}/grants";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(Grants, (PageCall page, string benefit) =>
            ShowAsync(page, page.Query<FindBenefitGrants.Input>(), FormFaults.None));
        pages.MapGet(Grants + "/export.{format}", (PageCall page, string format, string benefit) => ExportFile.Of(
            format, benefit + "-members", BenefitColumns.Grants(page.Texts), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindBenefitGrants.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapPost(Grants, (PageCall page, string benefit) => page.SubmitAsync(
            async () =>
            {
                var done = await page.RunAsync((await page.FormAsync<GrantForm>()).ToInput());
                return Page.Redirect(
                    AddressOf(page, benefit), Flash.Success("redemption.benefits.granted", ("members", done.Members)));
            },
            faults => ShowAsync(page, new FindBenefitGrants.Input { Benefit = benefit }, faults)));
        pages.MapPost("/benefits/{benefit}/revocation", (PageCall page, string benefit) =>
            page.SubmitAsync<RevokeBenefit.Input, RevokeBenefit.Result>(
                done => Page.Redirect(
                    AddressOf(page, benefit), Flash.Success("redemption.benefits.revoked", ("member", done.MemberNo))),
                faults => ShowAsync(page, new FindBenefitGrants.Input { Benefit = benefit }, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, FindBenefitGrants.Input asked, FormFaults faults) =>
        Page.For<BenefitGrantsPage>(new BenefitGrantsModel(
            (await page.RunAsync(new ReadBenefit.Input(asked.Benefit))).Benefit,
            await page.RunAsync(asked with { Size = TableQuery.DefaultSize }),
            page.May(GrantBenefits),
            faults));

    private static string AddressOf(PageCall page, string benefit) => BenefitPages.AddressOf(page, benefit) + "/grants";

    /// <summary>As its form has it: the list of members is one text, a number a line.</summary>
    internal sealed record GrantForm
    {
        public required string Benefit { get; init; }
        public required string Members { get; init; }
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }
        public required string Reason { get; init; }

        public GrantBenefit.Input ToInput() => new()
        {
            Benefit = Benefit,
            Members = [.. MemberList.Read(Members).Select(l => l.Member)],
            From = From,
            To = To,
            Reason = Reason,
        };
    }
}

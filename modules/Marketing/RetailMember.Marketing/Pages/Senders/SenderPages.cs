using Microsoft.AspNetCore.Http;
using RetailMember.Marketing.Gateways;
using RetailMember.Marketing.Signatures;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Pages.Senders;

/// <summary>Under which names messages go, and by which gateways.</summary>
internal static class SenderPages
{
    private const string List = "/senders";
    private const string One = "/signatures/{signature}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, (PageCall page) => ShowAsync(page, FormFaults.None));
        pages.MapPost(List, (PageCall page) => page.SubmitAsync<ProposeSignature.Input, SignatureView>(
            _ => Done(page, "marketing.signature-proposed"), faults => ShowAsync(page, faults)));
        MapStep<ApproveSignature.Input>(pages, "approval", "marketing.signature-approved");
        MapStep<WithdrawSignature.Input>(pages, "withdrawal", "marketing.signature-withdrawn");
    }

    private static void MapStep<TInput>(PageRoutes pages, string step, string done)
        where TInput : IInput<SignatureView> =>
        pages.MapPost($"{One}/{step}", (PageCall page) => page.SubmitAsync<TInput, SignatureView>(
            _ => Done(page, done), faults => ShowAsync(page, faults)));

    private static IResult Done(PageCall page, string text) =>
        Page.Redirect(page.Address(MarketingAddress.Senders), Flash.Success(text));

    private static async Task<IResult> ShowAsync(PageCall page, FormFaults faults) => Page.For<SenderListPage>(new SenderListModel(
        (await page.RunAsync(new FindSignatures.Input())).Signatures, (await page.RunAsync(new FindGateways.Input())).Gateways,
        page.May(MarketingRights.EditTemplates), page.May(MarketingRights.ApproveTemplates), faults));
}

internal sealed record SenderListModel(
    IReadOnlyList<SignatureView> Signatures, IReadOnlyList<FindGateways.Item> Gateways, bool MayEdit, bool MayApprove,
    FormFaults Faults);

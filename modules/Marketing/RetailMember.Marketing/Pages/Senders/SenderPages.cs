using Microsoft.AspNetCore.Http;
using RetailMember.Marketing.Direct.TestAddresses;
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
    private const string Tests = "/test-addresses";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, (PageCall page) => ShowAsync(page, FormFaults.None));
        pages.MapPost(List, (PageCall page) => page.SubmitAsync<ProposeSignature.Input, SignatureView>(
            _ => Done(page, "marketing.signature-proposed"), faults => ShowAsync(page, faults)));
        pages.MapPost(Tests, (PageCall page) => page.SubmitAsync<AddTestAddress.Input, TestAddressView>(
            _ => Done(page, "marketing.test-address-added"), faults => ShowAsync(page, faults, isTest: true)));
        pages.MapPost(Tests + "/{testAddress}/removal", (PageCall page) =>
            page.SubmitAsync<RemoveTestAddress.Input, TestAddressView>(
                _ => Done(page, "marketing.test-address-removed"), faults => ShowAsync(page, faults)));
        MapStep<ApproveSignature.Input>(pages, "approval", "marketing.signature-approved");
        MapStep<WithdrawSignature.Input>(pages, "withdrawal", "marketing.signature-withdrawn");
    }

    private static void MapStep<TInput>(PageRoutes pages, string step, string done)
        where TInput : IInput<SignatureView> =>
        pages.MapPost($"{One}/{step}", (PageCall page) => page.SubmitAsync<TInput, SignatureView>(
            _ => Done(page, done), faults => ShowAsync(page, faults)));

    private static IResult Done(PageCall page, string text) =>
        Page.Redirect(page.Address(MarketingAddress.Senders), Flash.Success(text));

    /// <param name="isTest">The faults are those of the form of a test address.</param>
    private static async Task<IResult> ShowAsync(PageCall page, FormFaults faults, bool isTest = false)
    {
        var mayEdit = page.May(MarketingRights.EditTemplates);
        return Page.For<SenderListPage>(new SenderListModel(
            (await page.RunAsync(new FindSignatures.Input())).Signatures, (await page.RunAsync(new FindGateways.Input())).Gateways,
            mayEdit ? (await page.RunAsync(new FindTestAddresses.Input())).TestAddresses : null,
            mayEdit, page.May(MarketingRights.ApproveTemplates), page.May(MarketingRights.EditTestAddresses),
            isTest ? FormFaults.None : faults, isTest ? faults : FormFaults.None));
    }
}

/// <param name="TestAddresses">Null: he may not see them.</param>
internal sealed record SenderListModel(
    IReadOnlyList<SignatureView> Signatures, IReadOnlyList<FindGateways.Item> Gateways,
    IReadOnlyList<TestAddressView>? TestAddresses, bool MayEdit, bool MayApprove, bool MayEditTestAddresses, FormFaults Faults,
    FormFaults TestFaults);

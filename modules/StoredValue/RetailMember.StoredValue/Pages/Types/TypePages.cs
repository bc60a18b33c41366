using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.StoredValue.Types;
using static RetailMember.StoredValue.StoredValuePermissions;

namespace RetailMember.StoredValue.Pages.Types;

/// <summary>Card types: the list, one with its examples and warnings, and the form of a draft.</summary>
internal static class TypePages
{
    private const string List = "/card-types";
    private const string One = List + "/{cardType}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, async (PageCall page) => Page.For<TypeListPage>(new TypeListModel(
            await page.RunAsync(new FindCardTypes.Input()), page.May(EditTypes))));
        pages.MapPost("/proposed-card-types/{cardType}/draft", async (PageCall page, string cardType) =>
        {
            var drafted = await page.RunAsync(new TakeOverCardType.Input(cardType));
            return Page.Redirect(AddressOf(page, drafted.CardType), Flash.Success("storedvalue.types.taken-over"));
        });
        pages.MapGet(List + "/new", (PageCall page, IBrandDirectory brands) =>
            Form(page, brands, CardTypeForm.Blank(), isNew: true, FormFaults.None));
        pages.MapPost(List + "/new", (PageCall page, IBrandDirectory brands) => page.SubmitAsync(
            () => SaveAsync(page),
            faults => Task.FromResult(Form(page, brands, CardTypeForm.Blank(), isNew: true, faults))));
        pages.MapGet(One, (PageCall page, string cardType) => ShowAsync(page, cardType, FormFaults.None));
        pages.MapGet(One + "/edit", (PageCall page, IBrandDirectory brands, string cardType) =>
            EditAsync(page, brands, cardType, FormFaults.None));
        pages.MapPost(One + "/edit", (PageCall page, IBrandDirectory brands, string cardType) => page.SubmitAsync(
            () => SaveAsync(page), faults => EditAsync(page, brands, cardType, faults)));
        pages.MapPost(One + "/activation", (PageCall page, string cardType) =>
            page.SubmitAsync<ActivateCardType.Input, CardTypeView>(
                _ => Page.Redirect(AddressOf(page, cardType), Flash.Success("storedvalue.types.activated")),
                faults => ShowAsync(page, cardType, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, string cardType, FormFaults faults) =>
        Page.For<TypePage>(new TypeModel(
            await page.RunAsync(new ReadCardType.Input(cardType)), page.May(EditTypes), page.May(ActivateTypes), faults));

    private static async Task<IResult> EditAsync(PageCall page, IBrandDirectory brands, string cardType, FormFaults faults)
    {
        var view = (await page.RunAsync(new ReadCardType.Input(cardType))).View;
        return Form(page, brands, CardTypeForm.Of(cardType, view.DraftTerms ?? view.Terms), isNew: false, faults);
    }

    private static IResult Form(PageCall page, IBrandDirectory brands, CardTypeForm form, bool isNew, FormFaults faults)
    {
        page.Require(EditTypes);
        return Page.For<TypeFormPage>(new TypeFormModel(
            form, isNew, [.. brands.StoresOf(page.Context.RequiredBrand.Id).Where(s => !s.Closed)], faults));
    }

    private static async Task<IResult> SaveAsync(PageCall page)
    {
        var saved = await page.RunAsync((await page.FormAsync<CardTypeForm>()).ToInput());
        return Page.Redirect(AddressOf(page, saved.CardType), Flash.Success("storedvalue.types.saved"));
    }

    private static string AddressOf(PageCall page, string cardType) =>
        page.ToStoredValue("card-types/" + Uri.EscapeDataString(cardType));
}

internal sealed record TypeListModel(FindCardTypes.Result Found, bool MayEdit);

internal sealed record TypeModel(ReadCardType.Result Read, bool MayEdit, bool MayActivate, FormFaults Faults);

internal sealed record TypeFormModel(CardTypeForm Form, bool IsNew, IReadOnlyList<Store> Stores, FormFaults Faults);

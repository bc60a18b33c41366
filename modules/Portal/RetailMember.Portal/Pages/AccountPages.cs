using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Portal.Account;
using RetailMember.Portal.Cards;
using RetailMember.Portal.Codes;
using RetailMember.Portal.Consents;
using RetailMember.UseCases;

namespace RetailMember.Portal.Pages;

/// <summary>What a member settles for himself: his consents, a card of his, another mobile.</summary>
internal static class AccountPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/me/consents", async (PageCall page) =>
            Page.For<ConsentsPage>(await page.RunAsync(new FindConsents.Input(IOfMember<object>.Me))));
        pages.MapPost("/me/consents", async (PageCall page) =>
        {
            var form = await page.FormAsync<ConsentForm>();
            await page.RunAsync(new RecordConsent.Input
            {
                Member = IOfMember<object>.Me,
                Purpose = form.Purpose,
                Granted = form.Granted,
                WordingVersion = form.WordingVersion,
            });
            return To(page, "me/consents", "portal.saved");
        });
        pages.MapPost("/me/consents/withdrawal", async (PageCall page) =>
        {
            await page.RunAsync(new WithdrawApartConsent.Input(IOfMember<object>.Me, (await page.FormAsync<ApartForm>()).Consent));
            return To(page, "me/consents", "portal.saved");
        });
        pages.MapPost("/me/data", async (PageCall page, HttpContext http) =>
        {
            var copy = await page.RunAsync(new ReadOwnData.Input());
            http.Response.Headers.CacheControl = "no-store";
            var file = JsonSerializer.SerializeToUtf8Bytes(copy, Written);
            return Results.File(file, "application/json", $"{page.Context.RequiredBrand.Code}-{copy.MemberNo}.json");
        });
        pages.MapGet("/stores", (PageCall page, IBrandDirectory brands) => Page.For<StoresPage>(new StoresModel(
            [.. brands.StoresOf(page.Context.RequiredBrand.Id).Where(s => !s.Closed)])));
        pages.MapGet("/me/cards", (PageCall page) => CardsAsync(page, FormFaults.None));
        pages.MapPost("/me/cards", (PageCall page) => page.SubmitAsync<BindOwnCard.Input, BindOwnCard.Result>(
            done: _ => To(page, "me/cards", "portal.card-bound"),
            again: faults => CardsAsync(page, faults)));
        pages.MapPost("/me/lost-cards", (PageCall page) => page.SubmitAsync<ReportLostCard.Input, ReportLostCard.Result>(
            done: _ => To(page, "me/cards", "portal.card-lost"),
            again: faults => CardsAsync(page, faults)));
        pages.MapGet("/me/mobile", (PageCall page) => Mobile(page, FormFaults.None));
        pages.MapPost("/me/mobile/code", CodeAsync).RequireRateLimiting(PortalModule.Throttle);
        pages.MapPost("/me/mobile", ChangeAsync).RequireRateLimiting(PortalModule.Throttle);
    }

    private static readonly JsonSerializerOptions Written = new(Json.Options) { WriteIndented = true };

    private static async Task<IResult> CardsAsync(PageCall page, FormFaults faults) =>
        Page.For<BindCardPage>(new BindCardModel((await page.RunAsync(new FindOwnCards.Input())).Cards, faults));

    private static IResult Mobile(PageCall page, FormFaults faults)
    {
        RequireMember(page);
        return Page.For<NewMobilePage>(new NewMobileModel(null, faults));
    }

    private static async Task<IResult> CodeAsync(PageCall page)
    {
        var form = await page.FormAsync<MobileForm>();
        return await page.SubmitAsync(
            async () =>
            {
                await page.RunAsync(new RequestCode.Input(form.Mobile, CodePurpose.ChangeMobile));
                return Page.For<NewMobilePage>(new NewMobileModel(form.Mobile, FormFaults.None));
            },
            faults => Task.FromResult(Mobile(page, faults)));
    }

    private static async Task<IResult> ChangeAsync(PageCall page)
    {
        var form = await page.FormAsync<CodeForm>();
        return await page.SubmitAsync(
            async () =>
            {
                await page.RunAsync(new ChangeOwnMobile.Input(form.Mobile, form.Code.Trim()));
                return To(page, "me", "portal.mobile-changed");
            },
            faults => Task.FromResult(Page.For<NewMobilePage>(new NewMobileModel(form.Mobile, faults))));
    }

    private static IResult To(PageCall page, string path, string text) =>
        Page.Redirect(MemberAddress.Of(page.Context.RequiredBrand, path), Flash.Success(text));

    /// <summary>A form whose use case comes later is for members from the start.</summary>
    private static void RequireMember(PageCall page)
    {
        if (page.Context.Caller.Kind != RetailMember.People.CallerKind.Member)
            throw new Refusal("sign-in.needed", RefusalKind.SignInNeeded);
    }

    private sealed record ConsentForm(ConsentPurpose Purpose, bool Granted, int WordingVersion = 0);

    private sealed record ApartForm(string Consent);

    private sealed record MobileForm(string Mobile);

    private sealed record CodeForm(string Mobile, string Code);
}

internal sealed record StoresModel(IReadOnlyList<Store> Stores);

internal sealed record BindCardModel(IReadOnlyList<BoundCard> Cards, FormFaults Faults);

/// <param name="Mobile">The new one, once a code was sent there.</param>
internal sealed record NewMobileModel(string? Mobile, FormFaults Faults);

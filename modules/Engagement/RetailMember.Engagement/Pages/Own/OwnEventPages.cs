using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Engagement.Own;
using RetailMember.Engagement.SignUps;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Pages.Own;

/// <summary>Events on a member's phone: what there is, signing up, and the code to show at the door.</summary>
internal static class OwnEventPages
{
    private const string List = "/events";
    private const string One = List + "/{event}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, async (PageCall page, IBrandDirectory brands) => Page.For<OwnEventsPage>(new OwnEventsModel(
            (await page.RunAsync(new FindOwnEvents.Input())).Items, brands.NamesOf(page))));
        pages.MapGet(One, (PageCall page, IBrandDirectory brands, string @event) =>
            ShowAsync(page, brands, @event, FormFaults.None));
        pages.MapPost(One + "/sign-up", (PageCall page, IBrandDirectory brands, string @event) => page.SubmitAsync(
            async () =>
            {
                var form = await page.FormAsync<SignUpForm>();
                var signedUp = await page.RunAsync(new JoinEvent.Input
                {
                    Key = form.Key, Event = @event, Guests = form.Guests, Member = IOfMember<JoinEvent.Input>.Me,
                });
                return Page.Redirect(
                    To(page, @event),
                    Flash.Success(signedUp.WaitingBefore is null ? "engagement.signed-up" : "engagement.waits"));
            },
            faults => ShowAsync(page, brands, @event, faults)));
        pages.MapPost(One + "/sign-up/cancellation", (PageCall page, IBrandDirectory brands, string @event) => page.SubmitAsync(
            async () =>
            {
                await page.RunAsync(new CancelSignUp.Input { Event = @event, Member = IOfMember<CancelSignUp.Input>.Me });
                return Page.Redirect(To(page, @event), Flash.Success("engagement.sign-up-cancelled"));
            },
            faults => ShowAsync(page, brands, @event, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, IBrandDirectory brands, string code, FormFaults faults)
    {
        var found = (await page.RunAsync(new FindOwnEvents.Input(code))).Items;
        return found is [var one]
            ? Page.For<OwnEventPage>(new OwnEventModel(one, brands.NamesOf(page), faults))
            : throw new Refusal("engagement.event-not-found", RefusalKind.NotFound, ("event", code));
    }

    private static string To(PageCall page, string code) =>
        MemberAddress.Of(page.Context.RequiredBrand, "engagement/events/" + Uri.EscapeDataString(code));

    private sealed record SignUpForm(string Key, int Guests = 0);
}

internal sealed record OwnEventsModel(IReadOnlyList<OwnEvent> Events, IReadOnlyDictionary<string, string> Stores);

internal sealed record OwnEventModel(OwnEvent Event, IReadOnlyDictionary<string, string> Stores, FormFaults Faults);

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.People;
using RetailMember.Portal.Codes;
using RetailMember.Portal.Consents;
using RetailMember.Portal.Joining;
using RetailMember.Portal.Sessions;

namespace RetailMember.Portal.Pages;

/// <summary>
/// Where a poster's QR code leads: the mobile first, then the code with the brand's own fields and what is agreed to.
/// </summary>
internal static class JoinPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/join", async (PageCall page, string? store) => page.Context.Caller.Kind == CallerKind.Member
            ? Page.Redirect(MemberAddress.Of(page.Context.RequiredBrand, ""))
            : await MobileAsync(page, store, FormFaults.None));
        pages.MapPost("/join/code", CodeAsync).RequireRateLimiting(PortalModule.Throttle);
        pages.MapPost("/join", JoinAsync).RequireRateLimiting(PortalModule.Throttle);
    }

    private static async Task<IResult> CodeAsync(PageCall page)
    {
        var form = await page.FormAsync<MobileForm>();
        return await page.SubmitAsync(
            async () =>
            {
                var purpose = form.HasCard ? CodePurpose.BindCard : CodePurpose.Enrol;
                await page.RunAsync(new RequestCode.Input(form.Mobile, purpose));
                return await FormAsync(page, form.Mobile, form.StoreCode, form.HasCard, FormFaults.None);
            },
            faults => MobileAsync(page, form.StoreCode, faults));
    }

    private static async Task<IResult> JoinAsync(PageCall page, HttpContext http)
    {
        var form = await page.FormAsync<JoinForm>();
        return await page.SubmitAsync(
            async () => Entered(page, http, await page.RunAsync(form.ToInput(Devices.Of(http.Request.Headers.UserAgent.ToString())))),
            faults => FormAsync(page, form.Mobile, form.StoreCode, form.HasCard, faults));
    }

    private static IResult Entered(PageCall page, HttpContext http, Join.Result joined)
    {
        var brand = page.Context.RequiredBrand;
        if (joined.Token is null) return Page.For<AwaitsReviewPage>(joined);
        SessionCookie.Set(http, brand, new OpenedSession(joined.Token, joined.MemberNo, joined.EndsAt!.Value));
        return Page.Redirect(
            MemberAddress.Of(brand, ""),
            Flash.Success(joined.Admission == JoiningOutcome.Joined ? "portal.joined" : "portal.already-member"));
    }

    private static async Task<IResult> MobileAsync(PageCall page, string? store, FormFaults faults) =>
        Page.For<JoinMobilePage>(new JoinMobileModel(await page.RunAsync(new ReadJoining.Input(store)), store, faults));

    private static async Task<IResult> FormAsync(PageCall page, string mobile, string? store, bool hasCard, FormFaults faults) =>
        Page.For<JoinPage>(
            new JoinModel(await page.RunAsync(new ReadJoining.Input(store)), mobile, store, hasCard, faults));

    private sealed record MobileForm(string Mobile, string? StoreCode = null, bool HasCard = false);

    private sealed record JoinForm
    {
        public required string Mobile { get; init; }

        public required string Code { get; init; }

        public string? StoreCode { get; init; }

        public bool HasCard { get; init; }

        public string? Card { get; init; }

        public string? Name { get; init; }

        public DateOnly? Birthday { get; init; }

        public string? Sex { get; init; }

        public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

        /// <summary>Purpose and version of what was ticked, as <c>membership:1</c>.</summary>
        public IReadOnlyList<string> Agreed { get; init; } = [];

        public Join.Input ToInput(string device) => new()
        {
            Mobile = Mobile,
            Code = Code.Trim(),
            StoreCode = StoreCode,
            Card = HasCard ? Card ?? "" : null,
            Name = Name,
            Birthday = Birthday,
            Sex = Sex,
            Fields = Fields,
            Consents = [.. Agreed.Select(Decision).OfType<ConsentDecision>()],
            Device = device,
        };

        private static ConsentDecision? Decision(string agreed) =>
            agreed.Split(':') is [var purpose, var version]
            && Enum.TryParse<ConsentPurpose>(purpose, ignoreCase: true, out var known)
            && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new ConsentDecision(known, Granted: true, number)
                : null;
    }
}

internal sealed record JoinMobileModel(ReadJoining.Result Joining, string? StoreCode, FormFaults Faults);

/// <param name="HasCard">Joins with a card that he holds already.</param>
internal sealed record JoinModel(ReadJoining.Result Joining, string Mobile, string? StoreCode, bool HasCard, FormFaults Faults);

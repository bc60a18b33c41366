using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.People;
using RetailMember.Portal.Cards;
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
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/join", async (PageCall page, HttpContext http, string? store, [FromQuery(Name = "ref")] string? referral) =>
        {
            if (page.Context.Caller.Kind == CallerKind.Member)
                return Page.Redirect(MemberAddress.Of(page.Context.RequiredBrand, ""));
            DeviceCookie.Of(http);
            return await MobileAsync(page, store, referral, FormFaults.None);
        });
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
                return await FormAsync(page, form, FormFaults.None);
            },
            faults => MobileAsync(page, form.StoreCode, form.ReferralCode, faults));
    }

    private static async Task<IResult> JoinAsync(PageCall page, HttpContext http)
    {
        var form = await page.FormAsync<JoinForm>();
        return await page.SubmitAsync(
            async () => Entered(page, http, await page.RunAsync(form.ToInput(http))),
            faults => FormAsync(page, new MobileForm(form.Mobile, form.StoreCode, form.HasCard, form.ReferralCode), faults));
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

    private static async Task<IResult> MobileAsync(PageCall page, string? store, string? referral, FormFaults faults) =>
        Page.For<JoinMobilePage>(new JoinMobileModel(await page.RunAsync(new ReadJoining.Input(store)), store, referral, faults));

    private static async Task<IResult> FormAsync(PageCall page, MobileForm given, FormFaults faults) =>
        Page.For<JoinPage>(new JoinModel(await page.RunAsync(new ReadJoining.Input(given.StoreCode)), given, faults));

    private sealed record JoinForm
    {
        public required string Mobile { get; init; }

        public required string Code { get; init; }

        public string? StoreCode { get; init; }

        public bool HasCard { get; init; }

        public string? Card { get; init; }

        public CardKind? CardKind { get; init; }

        public string? CounterCode { get; init; }

        public string? Name { get; init; }

        public DateOnly? Birthday { get; init; }

        public string? Sex { get; init; }

        public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

        public string? ReferralCode { get; init; }

        /// <summary>Purpose and version of what was ticked, as <c>membership:1</c>.</summary>
        public IReadOnlyList<string> Agreed { get; init; } = [];

        public Join.Input ToInput(HttpContext http) => new()
        {
            Mobile = Mobile,
            Code = Code.Trim(),
            StoreCode = StoreCode,
            Card = HasCard ? Card ?? "" : null,
            CardKind = HasCard ? CardKind : null,
            CounterCode = CounterCode,
            Name = Name,
            Birthday = Birthday,
            Sex = Sex,
            Fields = Fields,
            Consents = [.. Agreed.Select(Decision).OfType<ConsentDecision>()],
            ReferralCode = ReferralCode,
            Device = Devices.Of(http.Request.Headers.UserAgent.ToString()),
            DeviceId = DeviceCookie.Of(http),
        };

        private static ConsentDecision? Decision(string agreed) =>
            agreed.Split(':') is [var purpose, var version]
            && Enum.TryParse<ConsentPurpose>(purpose, ignoreCase: true, out var known)
            && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new ConsentDecision(known, Granted: true, number)
                : null;
    }
}

internal sealed record JoinMobileModel(
    ReadJoining.Result Joining, string? StoreCode, string? ReferralCode, FormFaults Faults);

/// <summary>What was said on the way to the form.</summary>
/// <param name="HasCard">Joins with a card that he holds already.</param>
/// <param name="ReferralCode">Of the friend whose invitation he follows.</param>
internal sealed record MobileForm(string Mobile, string? StoreCode = null, bool HasCard = false, string? ReferralCode = null);

internal sealed record JoinModel(ReadJoining.Result Joining, MobileForm Given, FormFaults Faults);

using RetailMember.Marketing.OptOuts;
using RetailMember.Modules;
using RetailMember.Pages;

namespace RetailMember.Marketing.Pages.Messages;

/// <summary>Where the link in a commercial e-mail leads: one button, for whoever has the message, whoever he is.</summary>
internal static class MailWayOutPages
{
    private const string Address = "/mail-opt-out";

    public static string Of(string token) => $"/marketing{Address}?token={Uri.EscapeDataString(token)}";

    public static void Map(ModuleEndpoints endpoints)
    {
        endpoints.ChainPages.MapGet(Address, async (PageCall page, string? token) => Page.For<MailWayOutPage>(
            new MailWayOutModel((await page.RunAsync(new ReadMailWayOut.Input(token ?? ""))).Token, HasLeft: false)));
        endpoints.ChainPages.MapPost(Address, async (PageCall page) =>
        {
            var input = await page.FormAsync<LeaveByMail.Input>();
            await page.RunAsync(input);
            return Page.For<MailWayOutPage>(new MailWayOutModel(input.Token, HasLeft: true));
        });
    }
}

internal sealed record MailWayOutModel(string Token, bool HasLeft);

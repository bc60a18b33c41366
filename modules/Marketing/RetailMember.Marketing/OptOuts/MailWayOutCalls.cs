using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Http;
using RetailMember.Marketing.Pages.Messages;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.UseCases;

namespace RetailMember.Marketing.OptOuts;

/// <summary>
/// The address <c>/api/marketing/mail-opt-outs?token=</c>: mail programs post to it for their user, who has no cookie there and
/// is asked nothing more; whoever opens it as a link comes to the page with the button.
/// </summary>
internal static class MailWayOutCalls
{
    private const int LargestPost = 1 << 12;

    public static void MapMailWayOut(this ModuleEndpoints endpoints)
    {
        endpoints.ForChainByHand<LeaveByMail>("POST", MailWayOut.Path, (HttpContext http, HttpCalls calls, UseCaseEntry entry) =>
            AnswerAsync(http, calls, async call => Results.Json(
                await entry.RunAsync(new LeaveByMail.Input(TokenOf(http)), call, http.RequestAborted)))).WithMetadata(
            new RequestSizeLimitAttribute(LargestPost),
            // Many readers' wishes come from the few addresses of one provider.
            new SignedCalls(http => http.RequestServices.GetRequiredService<MailWayOut>().RecipientOf(TokenOf(http)) is not null));
        endpoints.ForChainByHand<ReadMailWayOut>("GET", MailWayOut.Path, (HttpContext http, HttpCalls calls, UseCaseEntry entry) =>
            AnswerAsync(http, calls, async call => Page.Redirect(MailWayOutPages.Of(
                (await entry.RunAsync(new ReadMailWayOut.Input(TokenOf(http)), call, http.RequestAborted)).Token))));
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, HttpCalls calls, Func<CallContext, Task<IResult>> answer)
    {
        try
        {
            return await answer(await calls.CurrentAsync(http, Channel.Api));
        }
        catch (Refusal refusal)
        {
            return Problems.Of(refusal, http);
        }
    }

    private static string TokenOf(HttpContext http) => http.Request.Query["token"].ToString();
}

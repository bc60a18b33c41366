using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Engagement.Tickets;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Engagement.Pages.Tickets;

/// <summary>What members tell the brand, and the answers.</summary>
internal static class TicketPages
{
    private const string List = "/tickets";
    private const string One = List + "/{ticket:guid}";
    private const string New = "/tickets-new";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, async (PageCall page, TableQuery table) => Page.For<TicketListPage>(new TicketListModel(
            await page.RunAsync(page.Query<FindTickets.Input>() with { Size = table.Size }),
            await page.RunAsync(new CountTickets.Input()), page.May(EngagementRights.AnswerTickets))));
        pages.MapGet(List + "/export.{format}", (PageCall page, string format) => ExportFile.Of(
            format, "tickets", TicketWords.Columns(page.Texts), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindTickets.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapGet(New, (PageCall page, IBrandDirectory brands) => Form(page, brands, FormFaults.None));
        pages.MapPost(New, (PageCall page, IBrandDirectory brands) => page.SubmitAsync<OpenTicket.Input, TicketView>(
            opened => Page.Redirect(page.ToTicket(opened.Ticket), Flash.Success("engagement.ticket-opened")),
            faults => Form(page, brands, faults)));
        pages.MapGet(One, (PageCall page, Guid ticket) => ShowAsync(page, ticket, FormFaults.None));
        MapStep<AnswerTicket.Input>(pages, "answers", "engagement.ticket-answered");
        MapStep<AssignTicket.Input>(pages, "assignment", "engagement.ticket-assigned");
        MapStep<CloseTicket.Input>(pages, "closure", "engagement.ticket-closed");
    }

    private static void MapStep<TInput>(PageRoutes pages, string step, string done)
        where TInput : IInput<TicketView> =>
        pages.MapPost($"{One}/{step}", (PageCall page, Guid ticket) => page.SubmitAsync<TInput, TicketView>(
            _ => Page.Redirect(page.ToTicket(ticket), Flash.Success(done)), faults => ShowAsync(page, ticket, faults)));

    private static async Task<IResult> ShowAsync(PageCall page, Guid ticket, FormFaults faults) => Page.For<TicketPage>(
        new TicketModel(
            await page.RunAsync(new ReadTicket.Input(ticket)), page.May(EngagementRights.AnswerTickets), faults));

    private static IResult Form(PageCall page, IBrandDirectory brands, FormFaults faults)
    {
        page.Require(EngagementRights.AnswerTickets);
        return Page.For<TicketFormPage>(new TicketFormModel(brands.StoresOf(page.Context.RequiredBrand.Id), faults));
    }
}

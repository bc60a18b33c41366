using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Engagement.Data;
using RetailMember.Engagement.Tickets;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Pages.Tickets;

/// <summary>A member writes to the brand on his phone, and reads the answers.</summary>
internal static class OwnTicketPages
{
    private const string List = "/tickets";
    private const string One = List + "/{ticket:guid}";
    private const string Me = IOfMember<object>.Me;

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, (PageCall page, IBrandDirectory brands) => ListAsync(page, brands, FormFaults.None));
        pages.MapPost(List, (PageCall page, IBrandDirectory brands) => page.SubmitAsync(
            async () =>
            {
                var form = await page.FormAsync<TicketForm>();
                var opened = await page.RunAsync(new OpenTicket.Input
                {
                    Key = form.Key,
                    Member = Me,
                    Category = form.Category,
                    Text = form.Text,
                    AboutStoreCode = form.AboutStoreCode,
                    ReceiptNo = form.ReceiptNo,
                });
                return Page.Redirect(To(page, opened.Ticket), Flash.Success("engagement.ticket-opened"));
            },
            faults => ListAsync(page, brands, faults)));
        pages.MapGet(One, (PageCall page, Guid ticket) => ShowAsync(page, ticket, FormFaults.None));
        pages.MapPost(One, (PageCall page, Guid ticket) => page.SubmitAsync<ReplyToTicket.Input, TicketView>(
            _ => Page.Redirect(To(page, ticket), Flash.Success("engagement.ticket-opened")),
            faults => ShowAsync(page, ticket, faults)));
    }

    private static async Task<IResult> ListAsync(PageCall page, IBrandDirectory brands, FormFaults faults) =>
        Page.For<OwnTicketsPage>(new OwnTicketsModel(
            (await page.RunAsync(new FindTickets.Input { Member = Me })).Items,
            brands.StoresOf(page.Context.RequiredBrand.Id), faults));

    private static async Task<IResult> ShowAsync(PageCall page, Guid ticket, FormFaults faults) =>
        Page.For<OwnTicketPage>(new OwnTicketModel(await page.RunAsync(new ReadOwnTicket.Input(ticket)), faults));

    private static string To(PageCall page, Guid ticket) =>
        MemberAddress.Of(page.Context.RequiredBrand, $"engagement/tickets/{ticket}");

    private sealed record TicketForm(
        string Key, TicketCategory Category, string Text, string? AboutStoreCode = null, string? ReceiptNo = null);
}

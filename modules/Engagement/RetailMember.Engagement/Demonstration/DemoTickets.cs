using RetailMember.Engagement.Data;
using RetailMember.Engagement.Tickets;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Demonstration;

/// <summary>Tickets in each state.</summary>
internal sealed class DemoTickets(UseCaseEntry entry, CallContext call, string store)
{
    public static int Count => Said.Length;

    private static readonly (TicketCategory Category, string Text, string? Answer, bool Closed)[] Said =
    [
        (TicketCategory.Points, "上周的消费没有积分，小票在家里。", null, false),
        (TicketCategory.Product, "想要的尺码一直没有货，什么时候到？", null, false),
        (TicketCategory.Service, "收银台排队很久，希望多开一个。", "谢谢您的建议，周末已增开一个收银台。", false),
        (TicketCategory.Praise, "店员很耐心，谢谢！", "感谢您的鼓励，已转告同事。", true),
    ];

    public async Task SowAsync(IReadOnlyList<MemberSummary> members, CancellationToken cancel)
    {
        foreach (var ((category, text, answer, closed), member) in Said.Zip(members))
        {
            var opened = await entry.RunAsync(
                new OpenTicket.Input
                {
                    Key = "demonstration-" + member.MemberNo,
                    Member = member.MemberNo,
                    Category = category,
                    Text = text,
                    AboutStoreCode = store,
                },
                call, cancel);
            if (answer is not null) await entry.RunAsync(new AnswerTicket.Input(opened.Ticket, answer), call, cancel);
            if (closed) await entry.RunAsync(new CloseTicket.Input(opened.Ticket), call, cancel);
        }
    }
}

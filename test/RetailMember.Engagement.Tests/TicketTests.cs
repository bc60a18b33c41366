using RetailMember.Engagement.Data;
using RetailMember.Engagement.Tickets;
using RetailMember.People;
using RetailMember.Testing;
using static RetailMember.Engagement.Tests.Club;

namespace RetailMember.Engagement.Tests;

public sealed class TicketTestsOnSqlite(SqliteHost fixture) : TicketTests(fixture), IClassFixture<SqliteHost>;

public sealed class TicketTestsOnPostgres(PostgresHost fixture) : TicketTests(fixture), IClassFixture<PostgresHost>;

/// <summary>What members tell the brand, and the answers. Each test moves the calendar only forwards.</summary>
[Trait("Req", "OPS-12")]
public abstract class TicketTests(HostFixture fixture)
{
    [Fact]
    public async Task A_member_writes_is_answered_and_opens_again_what_was_closed()
    {
        var club = await OpenAsync(fixture);
        var member = await club.MemberAsync();
        var ticket = (await club.TryAsAsync(member, Opening("me"))).Value;
        (ticket.State, ticket.MemberNo, ticket.DueAt - ticket.OpenedAt)
            .ShouldBe((TicketState.Open, member, TimeSpan.FromHours(48)));

        (await club.RunAsync(new AnswerTicket.Input(ticket.Ticket, "<b>Sorry</b>"))).State.ShouldBe(TicketState.Answered);
        (await club.TryAsAsync(member, new ReadOwnTicket.Input(ticket.Ticket))).Value.Lines
            .Select(l => (l.FromStaff, l.Text)).ShouldBe([(false, "Where are my points?"), (true, "<b>Sorry</b>")]);
        await club.RunAsync(new CloseTicket.Input(ticket.Ticket));
        (await club.RefusalAsync(new AnswerTicket.Input(ticket.Ticket, "again"))).ShouldBe("engagement.ticket-closed");
        (await club.TryAsAsync(member, new ReplyToTicket.Input(ticket.Ticket, "still none"))).Value.State.ShouldBe(TicketState.Open);
        await club.RunAsync(new CloseTicket.Input(ticket.Ticket));
        fixture.Host.Clock.Advance(TimeSpan.FromDays(15));

        (await club.TryAsAsync(member, new ReplyToTicket.Input(ticket.Ticket, "too late")))
            .Refusal!.Code.ShouldBe("engagement.ticket-too-old");
    }

    [Fact]
    public async Task Who_is_late_is_marked_and_counted()
    {
        var club = await OpenAsync(fixture);
        var (late, answered) = (await club.RunAsync(Opening(await club.MemberAsync())),
            await club.RunAsync(Opening(await club.MemberAsync())));
        await club.RunAsync(new AnswerTicket.Input(answered.Ticket, "done"));

        fixture.Host.Clock.Advance(TimeSpan.FromHours(49));

        (await club.RunAsync(new FindTickets.Input { Overdue = true })).Items.Select(t => t.Ticket).ShouldBe([late.Ticket]);
        var counts = await club.RunAsync(new CountTickets.Input());
        counts.Overdue.ShouldBe(1);
        counts.Counts.ShouldBe(
            [new(TicketCategory.Points, TicketState.Open, 1), new(TicketCategory.Points, TicketState.Answered, 1)]);
        var here = await fixture.Host.Staff.HireAsync(DefaultRole.CustomerService, club.Brand);
        (await club.RunAsync(new AssignTicket.Input(late.Ticket, here.ToUpperInvariant()))).Assignee.ShouldBe(here);
        (await club.RunAsync(new FindTickets.Input { Assignee = here })).Items.Single().Overdue.ShouldBeTrue();
        var elsewhere = await fixture.Host.Staff.HireAsync(
            DefaultRole.CustomerService, await fixture.Host.BrandAsync("e" + Club.Key()[^12..]));
        foreach (var nobody in (string[])["nobody", elsewhere])
        {
            (await club.RefusalAsync(new AssignTicket.Input(late.Ticket, nobody))).ShouldBe("engagement.assignee-not-found");
        }
    }

    [Fact]
    public async Task Twenty_tickets_at_once_are_too_many_for_a_day()
    {
        var club = await OpenAsync(fixture);
        var member = await club.MemberAsync();

        var opened = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => club.TryAsAsync(member, Opening("me"))));

        opened.Count(o => o.Accepted).ShouldBe(5);
        opened.Where(o => !o.Accepted).Select(o => o.Refusal!.Code).Distinct().ShouldBe(["engagement.too-many-tickets"]);
        (await club.RefusalAsync(Opening(member))).ShouldBeNull();
        (await club.TryAsAsync(member, new FindTickets.Input())).Value.Items.Count.ShouldBe(6);
    }

    [Fact]
    public async Task The_same_key_opens_one()
    {
        var club = await OpenAsync(fixture);
        var asked = Opening(await club.MemberAsync());

        var opened = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => club.RunAsync(asked)));

        opened.Select(o => o.Ticket).Distinct().Count().ShouldBe(1);
    }

    [Fact, Trait("Req", "OPS-18")]
    public async Task Nobody_reads_what_another_wrote_and_no_audit_trail_repeats_it()
    {
        var club = await OpenAsync(fixture);
        var (member, other) = (await club.MemberAsync(), await club.MemberAsync());
        var ticket = (await club.TryAsAsync(member, Opening("me"))).Value.Ticket;

        (await club.TryAsAsync(other, new ReadOwnTicket.Input(ticket))).Refusal!.Code.ShouldBe("engagement.ticket-not-found");
        (await club.TryAsAsync(other, new ReplyToTicket.Input(ticket, "x"))).Refusal!.Code.ShouldBe("engagement.ticket-not-found");
        (await club.TryAsAsync(other, new FindTickets.Input { Member = member })).Refusal!.Code.ShouldBe("member.not-own");
        (await club.TryAsAsync(member, new AnswerTicket.Input(ticket, "x"))).Refusal!.Code.ShouldBe("staff.only");
        (await (await OpenAsync(fixture)).RefusalAsync(new ReadTicket.Input(ticket))).ShouldBe("engagement.ticket-not-found");
        (await club.GetAsync("platform/audit?size=100")).GetRawText().ShouldNotContain("Where are my points");
    }

    [Fact]
    public async Task Rubbish_is_refused_by_name()
    {
        var club = await OpenAsync(fixture);
        var member = await club.MemberAsync();

        (await club.RefusalAsync(Opening(member) with { Text = "" })).ShouldBe("field.not-empty");
        (await club.RefusalAsync(Opening(member) with { Text = new string('长', TicketBook.TextLength + 1) }))
            .ShouldBe("field.maximum-length");
        (await club.RefusalAsync(Opening(member) with { AboutStoreCode = "s9" })).ShouldBe("store.not-found");
        (await club.RefusalAsync(Opening("nobody"))).ShouldBe("membership.member-not-found");
        (await club.RefusalAsync(new CloseTicket.Input(Guid.NewGuid()))).ShouldBe("engagement.ticket-not-found");
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task A_merged_members_tickets_go_along_and_back()
    {
        var club = await OpenAsync(fixture);
        var (survivor, duplicate) = (await club.MemberAsync(), await club.MemberAsync());
        var ticket = (await club.RunAsync(Opening(duplicate))).Ticket;

        var merge = (await club.PostAsync(
            "membership/merges", new { key = Key(), survivor, duplicate, reason = "same person" })).GetProperty("merge").GetString();
        (await club.RunAsync(new ReadTicket.Input(ticket))).Feedback.MemberNo.ShouldBe(survivor);
        await club.PostAsync($"membership/merges/{merge}/reversal", new { reason = "two after all" });

        (await club.RunAsync(new ReadTicket.Input(ticket))).Feedback.MemberNo.ShouldBe(duplicate);
    }

    private static OpenTicket.Input Opening(string member) => new()
    {
        Key = Key(), Member = member, Category = TicketCategory.Points, Text = "Where are my points?",
    };
}

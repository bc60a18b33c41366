using RetailMember.Engagement.MemberEvents;
using RetailMember.Engagement.SignUps;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Demonstration;

/// <summary>One event to come, a full one with a waiting list, one that was held, and a draft.</summary>
/// <param name="now">Wall clock of the brand.</param>
internal sealed class DemoEvents(UseCaseEntry entry, CallContext call, DateTime now, string store)
{
    public const int Count = 4;

    /// <summary>Code of the event that was held.</summary>
    public const string Past = "talk";

    private const int Full = 12;
    private const int Waiting = 4;
    private const int Came = 14;
    private const int Missed = 3;

    public async Task SowAsync(IReadOnlyList<MemberSummary> members, CancellationToken cancel)
    {
        await EditAsync("open-day", OpenDay, cancel);
        await PublishAsync("open-day", cancel);
        foreach (var (i, member) in members.Skip(20).Take(9).Index())
            await JoinAsync("open-day", member, i % 3, cancel);
        await EditAsync("tasting", Tasting, cancel);
        await PublishAsync("tasting", cancel);
        foreach (var member in members.Take(Full + Waiting)) await JoinAsync("tasting", member, 0, cancel);
        await HoldTalkAsync(members, cancel);
        await EditAsync("new-year", NewYear, cancel);
    }

    /// <summary>Members come while it is open; what it was for stays when its day is put where it belongs.</summary>
    private async Task HoldTalkAsync(IReadOnlyList<MemberSummary> members, CancellationToken cancel)
    {
        await EditAsync(Past, Talk(now.Date, hours: 24), cancel);
        await PublishAsync(Past, cancel);
        foreach (var member in members.Take(Came + Missed)) await JoinAsync(Past, member, 0, cancel);
        foreach (var member in members.Take(Came))
            await entry.RunAsync(new RecordAttendance.Input { Event = Past, Member = member.MemberNo }, call, cancel);
        await EditAsync(Past, Talk(now.Date.AddDays(-3).AddHours(14), hours: 2), cancel);
        await entry.RunAsync(new HoldEvent.Input(Past), call, cancel);
    }

    private async Task EditAsync(string code, EventTerms terms, CancellationToken cancel) =>
        await entry.RunAsync(new EditEvent.Input(code, terms), call, cancel);

    private async Task PublishAsync(string code, CancellationToken cancel) =>
        await entry.RunAsync(new PublishEvent.Input(code), call, cancel);

    private async Task JoinAsync(
        string code, MemberSummary member, int guests, CancellationToken cancel) => await entry.RunAsync(
        new JoinEvent.Input
        {
            Key = $"demonstration-{code}-{member.MemberNo}", Event = code, Member = member.MemberNo, Guests = guests,
        },
        call, cancel);

    private EventTerms OpenDay => Of(
        new LocalName("会员开放日", "Members' open day"),
        new LocalName(
            "参观门店后场，专人讲解，现场有茶点。\n请提前十分钟到场，出示会员码签到。",
            "A look behind the shelves with a guide, tea and cakes.\nPlease come ten minutes early and show your code."),
        now.Date.AddDays(12).AddHours(14), hours: 3, seats: 40) with { GuestsEach = 2, Points = 50 };

    private EventTerms Tasting => Of(
        new LocalName("新品品鉴会", "Tasting of new products"),
        new LocalName("小班品鉴，名额有限，满员后可候补。", "A small circle: once it is full you may wait for a seat."),
        now.Date.AddDays(5).AddHours(19), hours: 2, seats: Full) with { Points = 30 };

    private EventTerms NewYear => Of(
        new LocalName("新年答谢会", "New Year's thanks"),
        new LocalName("草稿：节目单待定。", "Draft: the programme is still to come."),
        now.Date.AddDays(40).AddHours(18), hours: 3, seats: 120) with { GuestsEach = 1 };

    private EventTerms Talk(DateTime startsAt, int hours) => Of(
        new LocalName("健康生活讲座", "A talk on living well"),
        new LocalName("专家讲座和问答。", "A talk by an expert, with questions."),
        startsAt, hours, seats: 30) with { Points = 20 };

    private EventTerms Of(LocalName name, LocalName content, DateTime startsAt, int hours, int seats) => new()
    {
        Name = name,
        Content = content,
        StoreCode = store,
        StartsAt = startsAt,
        EndsAt = startsAt.AddHours(hours),
        SignUpFrom = startsAt.AddDays(-60),
        SignUpTo = startsAt.AddHours(hours),
        Seats = seats,
        WaitingList = true,
    };
}

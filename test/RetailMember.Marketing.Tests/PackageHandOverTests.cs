using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Direct;
using RetailMember.Marketing.Packages;
using RetailMember.Marketing.Queue;
using RetailMember.Values;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

/// <summary>What hand-over takes out of packages, and what it does when they are empty or a budget is used up.</summary>
public abstract partial class HandOverTests
{
    [Fact, Trait("Req", "SMS-02")]
    public async Task An_exhausted_package_holds_commercial_messages_and_the_next_one_lets_them_go_on()
    {
        var studio = await OpenAsync(host);
        var members = await studio.MembersAsync(5);
        await BuyAsync(studio, "first", 3);
        var batch = await studio.QueueAsync(members);

        await studio.HandOverAsync();

        var waiting = (await studio.MessagesAsync(batch)).Where(m => m.State == MessageState.Queued).ToList();
        waiting.Select(m => (m.Reason, m.Parts, m.RequestId, m.Attempts)).Distinct().ShouldBe([(MessageReason.PackageEmpty, 0, null, 0)]);
        waiting.Count.ShouldBe(2);
        (await StateAsync(studio, batch)).ShouldBe(BatchState.Unpaid);
        (await studio.HandOverAsync()).Decided.ShouldBe(0, "nobody asks again and again");
        (await LeftAsync(studio)).ShouldBe(0);

        // What somebody waits for goes all the same, and the next package pays for it first.
        var notice = await studio.QueueAsync(members[..1], TemplateKind.Notice);
        await studio.HandOverAsync();
        (await studio.MessagesAsync(notice)).Single().State.ShouldBe(MessageState.Accepted);
        await BuyAsync(studio, "second", 3);
        (await LeftAsync(studio)).ShouldBe(2);
        await studio.HandOverAsync();

        (await studio.MessagesAsync(batch)).ShouldAllBe(m => m.State == MessageState.Accepted && m.Reason == null);
        (await LeftAsync(studio), await StateAsync(studio, batch)).ShouldBe((0, BatchState.Open));
    }

    [Fact, Trait("Req", "SMS-02")]
    public async Task Four_hosts_at_once_stop_at_the_message_that_the_budget_no_longer_covers()
    {
        var studio = await OpenAsync(host);
        var members = await studio.MembersAsync(45);
        await BuyAsync(studio, "small", 3, yuan: 0.30m, day: 1);
        await BuyAsync(studio, "large", 1_000, yuan: 333m, day: 2);
        // Three at ten fen and six at 33.3; the next one would be the 2.3 fen too many.
        var (batch, template) = (Guid.CreateVersion7(), await studio.TemplateAsync());
        await studio.QueueAsync(batch, template, members, mostFen: 260);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => studio.HandOverAsync()));

        host.Gateway.Taken.Count(t => members.Any(m => m.Mobile == t.Letter.Address)).ShouldBe(9);
        (await studio.MessagesAsync(batch)).CountBy(m => (m.State, m.Reason)).ShouldBe(
            [new((MessageState.Accepted, null), 9), new((MessageState.Skipped, MessageReason.OverBudget), 36)], ignoreOrder: true);
        (await LeftAsync(studio)).ShouldBe(994);
    }

    [Fact, Trait("Req", "SMS-02")]
    public async Task A_budget_is_kept_to_the_fen()
    {
        var studio = await OpenAsync(host);
        var members = await studio.MembersAsync(4);
        await BuyAsync(studio, "thirds", 3, yuan: 0.10m);
        var (batch, template) = (Guid.CreateVersion7(), await studio.TemplateAsync());
        await studio.QueueAsync(batch, template, members, mostFen: 10);

        await studio.HandOverAsync();

        (await studio.MessagesAsync(batch)).Count(m => m.State == MessageState.Accepted)
            .ShouldBe(3, "three thirds of ten fen are ten fen");
        (await studio.MessagesAsync(batch)).Single(m => m.State == MessageState.Queued).Reason.ShouldBe(MessageReason.PackageEmpty);
    }

    [Fact, Trait("Req", "SMS-02")]
    public async Task What_the_provider_did_not_take_goes_back_into_the_package_it_came_from()
    {
        var studio = await OpenAsync(host);
        var members = await studio.MembersAsync(3);
        await BuyAsync(studio, "only", 10, yuan: 1m);
        var own = members.Select(m => m.Mobile).ToHashSet();
        GatewayAnswer? answer = new(GatewayOutcome.Busy, null, MessageReason.ProviderBusy, "Throttling.User");
        host.Gateway.Refuses = order => own.Contains(order.Letters[0].Address) ? answer : null;
        var batch = await studio.QueueAsync(members);

        await studio.HandOverAsync();
        (await LeftAsync(studio)).ShouldBe(10);
        host.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        answer = new(GatewayOutcome.Refused, null, MessageReason.ContentIllegal, "isv.BLACK_KEY_CONTROL_LIMIT");
        await studio.HandOverAsync();
        (await LeftAsync(studio)).ShouldBe(10);
        (await studio.MessagesAsync(batch)).ShouldAllBe(m => m.State == MessageState.Failed && m.Parts == 0);

        answer = null;
        host.Gateway.Refuses = order => own.Contains(order.Letters[0].Address) ? throw Died() : null;
        batch = await studio.QueueAsync(members);
        await studio.HandOverAsync();
        host.Gateway.Refuses = _ => null;
        (await LeftAsync(studio)).ShouldBe(7, "nobody knows yet");
        host.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        await Task.WhenAll(studio.AskAsync(), studio.AskAsync());
        (await LeftAsync(studio)).ShouldBe(10);
        await studio.HandOverAsync();
        (await LeftAsync(studio)).ShouldBe(7);
        (await studio.LookAsync(db => db.PackageUses.Where(u => u.BatchId == batch).SumAsync(u => u.Parts))).ShouldBe(3);
    }

    [Fact, Trait("Req", "SMS-02")]
    public async Task What_is_sent_at_once_is_taken_from_the_packages_too()
    {
        var studio = await OpenAsync(host);
        var (member, template) = (await studio.MemberAsync(), await studio.TemplateAsync(TemplateKind.Notice));
        await BuyAsync(studio, "only", 1);

        var address = await studio.TestAddressAsync(member.Mobile);
        await studio.RunAsync(new SendTest.Input(template.Code, address));
        await studio.RunAsync(new SendTest.Input(template.Code, address));

        host.Gateway.TextsTo(member.Mobile).Count.ShouldBe(2);
        (await LeftAsync(studio)).ShouldBe(0);
        await BuyAsync(studio, "next", 5);
        (await LeftAsync(studio)).ShouldBe(4);
    }

    [Fact, Trait("Req", "SMS-15")]
    public async Task A_batch_is_closed_once_nothing_more_becomes_of_it_and_what_is_added_later_opens_it_again()
    {
        var studio = await OpenAsync(host);
        var (members, batch, template) = (await studio.MembersAsync(2), Guid.CreateVersion7(), await studio.TemplateAsync());
        await studio.QueueAsync(batch, template, members[..1]);
        await studio.HandOverAsync();
        (await studio.RunAsync(new CloseBatches.Input())).Closed.ShouldBe(0);
        host.Host.Clock.Advance(TimeSpan.FromHours(73));
        (await studio.RunAsync(new CloseBatches.Input())).Closed.ShouldBe(0, "the provider was not asked yet");
        await studio.AskAsync();

        (await studio.RunAsync(new CloseBatches.Input())).Closed.ShouldBe(1);
        (await StateAsync(studio, batch)).ShouldBe(BatchState.Closed);
        await studio.QueueAsync(batch, template, members);
        await studio.HandOverAsync();
        host.Gateway.TextsTo(members[1].Mobile).Count.ShouldBe(1);
        host.Gateway.TextsTo(members[0].Mobile).Count.ShouldBe(1);
    }

    private static Task<PackageView> BuyAsync(Studio studio, string code, long parts, decimal yuan = 1m, int day = 1) =>
        studio.RunAsync(new BuyPackage.Input(code, parts, Money.FromYuan(yuan), new DateOnly(2025, 1, day)));

    private static async Task<long> LeftAsync(Studio studio) => (await studio.RunAsync(new FindPackages.Input())).Left;

    private static Task<BatchState> StateAsync(Studio studio, Guid batch) =>
        studio.LookAsync(db => db.Batches.Where(b => b.Id == batch).Select(b => b.State).SingleAsync());

    [Fact, Trait("Req", "SMS-03")]
    public async Task A_small_trial_does_not_put_the_plan_out_of_mind()
    {
        var studio = await OpenAsync(host);
        await studio.RunAsync(new BuyPackage.Input(Key(), 9_000, Money.FromYuan(300m), new DateOnly(2025, 1, 1)));
        for (var i = 0; i < 2; i++) await TakeAsync();

        var two = await studio.RunAsync(new FindPackages.Input());
        await TakeAsync();
        var three = await studio.RunAsync(new FindPackages.Input());

        (two.OneCampaign, two.IsLow).ShouldBe((10_000, true));
        (three.OneCampaign, three.IsLow).ShouldBe((5, false));

        Task<long> TakeAsync() => host.Host.InBrandAsync(studio.Brand, async scope =>
        {
            var session = scope.GetRequiredService<DataSession>();
            await session.BeginAsync();
            var missing = await scope.GetRequiredService<PackageBook>().TakeAsync(Guid.CreateVersion7(), 5, default);
            await session.CommitAsync();
            return missing;
        });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Platform.Events;
using RetailMember.Platform.Tests.Probe;
using RetailMember.Testing;

namespace RetailMember.Platform.Tests.Events;

public sealed class OutboxTests
{
    [Theory, Trait("Yardstick", "R2")]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Each_event_is_handled_exactly_once_by_two_hosts_together(DatabaseKind kind)
    {
        await using var one = await PlatformHost.StartAsync(kind);
        await using var two = await one.TwinAsync();
        var call = one.In(await one.OpenBrandAsync("pharmacy"));
        await Task.WhenAll(Enumerable.Range(0, 60)
            .Select(i => one.Entry.RunAsync(new KeepNote.Input($"k{i}", "hello"), call)));

        await EmptyAsync(one);

        var handled = await HandledAsync(one);
        handled.Count.ShouldBe(60);
        handled.Distinct().Count().ShouldBe(60);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_handler_that_fails_leaves_nothing_behind_and_does_not_hold_up_the_others(DatabaseKind kind)
    {
        var clock = new TestClock(TestClock.Morning);
        await using var host = await PlatformHost.StartAsync(kind, time: clock);
        host.Probe.FailsOn = "bad";
        var call = host.In(await host.OpenBrandAsync("pharmacy"));
        foreach (var (text, i) in ((string[])["good", "bad", "good", "good"]).Select((t, i) => (t, i)))
            await host.Entry.RunAsync(new KeepNote.Input($"k{i}", text), call);

        await EventuallyAsync(async () => (await HandledAsync(host)).Count == 3);
        var waiting = await host.Entry.RunAsync(new FindWaitingEvents.Input(), PlatformHost.House);
        waiting.Items.ShouldHaveSingleItem().Fault.ShouldBe("The probe fails as told.");

        // Once it can, it is handled, once.
        host.Probe.FailsOn = null;
        clock.Advance(TimeSpan.FromHours(2));
        await EmptyAsync(host);
        (await HandledAsync(host)).Order().ShouldBe(["k0", "k1", "k2", "k3"]);
    }

    [Fact]
    public async Task An_event_that_always_fails_is_set_aside_and_can_be_tried_again_by_hand()
    {
        var clock = new TestClock(TestClock.Morning);
        await using var host = await PlatformHost.StartAsync(time: clock);
        host.Probe.FailsOn = "bad";
        await host.Entry.RunAsync(new KeepNote.Input("k1", "bad"), host.In(await host.OpenBrandAsync("pharmacy")));
        var postman = host.Services.GetRequiredService<Postman>();
        for (var i = 0; i < Postman.MostAttempts + 2; i++)
        {
            await postman.DeliverDueAsync(default);
            clock.Advance(TimeSpan.FromHours(2));
        }

        var waiting = await host.Entry.RunAsync(new FindWaitingEvents.Input(Parked: true), PlatformHost.House);
        var parked = waiting.Items.ShouldHaveSingleItem();
        parked.Attempts.ShouldBe(Postman.MostAttempts);
        host.Probe.FailsOn = null;
        await host.Entry.RunAsync(new RetryEvent.Input(parked.EventId), PlatformHost.House);
        await EmptyAsync(host);
        (await HandledAsync(host)).ShouldBe(["k1"]);
    }

    [Fact]
    public async Task An_event_that_was_set_aside_can_be_dropped_and_no_other()
    {
        var clock = new TestClock(TestClock.Morning);
        await using var host = await PlatformHost.StartAsync(time: clock);
        host.Probe.FailsOn = "bad";
        await host.Entry.RunAsync(new KeepNote.Input("k1", "bad"), host.In(await host.OpenBrandAsync("pharmacy")));
        var waiting = (await host.Entry.RunAsync(new FindWaitingEvents.Input(), PlatformHost.House)).Items.Single();
        (await host.Entry.TryAsync(new DropEvent.Input(waiting.EventId), PlatformHost.House)).Refusal!.Code
            .ShouldBe("platform.event-not-found");
        (await host.Entry.TryAsync(new DropEventsOf.Input(waiting.Subscriber), PlatformHost.House))
            .Refusal!.Code.ShouldBe("platform.subscriber-is-there");
        for (var i = 0; i < Postman.MostAttempts + 2; i++)
        {
            await host.Services.GetRequiredService<Postman>().DeliverDueAsync(default);
            clock.Advance(TimeSpan.FromHours(2));
        }

        await host.Entry.RunAsync(new DropEvent.Input(waiting.EventId), PlatformHost.House);

        await EmptyAsync(host);
        (await HandledAsync(host)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_waits_for_a_removed_plug_in_is_seen_blocks_nobody_and_can_be_dropped(DatabaseKind kind)
    {
        await using var host = await PlatformHost.StartAsync(kind);
        var brand = await host.OpenBrandAsync("pharmacy");
        await host.InTablesAsync(db =>
        {
            db.Outbox.AddRange(Orphan(1, brand.Id), Orphan(2, brand.Id));
            return db.SaveChangesAsync();
        });
        await host.Entry.RunAsync(new KeepNote.Input("k1", "good"), host.In(brand));
        await EventuallyAsync(async () => (await HandledAsync(host)).Count == 1);

        var seen = await host.Entry.RunAsync(new FindWaitingEvents.Input(), PlatformHost.House);
        seen.Waiting.ShouldBe(0);
        seen.Vanished.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            v => v.Subscriber.ShouldBe("Removed.Counter"), v => v.Events.ShouldBe(2));
        (await host.Entry.RunAsync(new DropEventsOf.Input("Removed.Counter"), PlatformHost.House)).Dropped.ShouldBe(2);
        (await host.Entry.RunAsync(new FindWaitingEvents.Input(), PlatformHost.House)).Vanished.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_subscriber_that_hangs_is_given_up_and_holds_up_nobody_else(DatabaseKind kind)
    {
        var clock = new TestClock(TestClock.Morning);
        await using var host = await PlatformHost.StartAsync(kind, time: clock);
        host.Services.GetRequiredService<Postman>().Patience = TimeSpan.FromMilliseconds(200);
        host.Probe.HangsOn = "hang";
        var (one, two) = (await host.OpenBrandAsync("pharmacy"), await host.OpenBrandAsync("apparel"));

        await host.Entry.RunAsync(new KeepNote.Input("k1", "hang"), host.In(one));
        await host.Entry.RunAsync(new KeepNote.Input("k2", "good"), host.In(two));

        await EventuallyAsync(async () => (await HandledAsync(host)).SequenceEqual(["k2"]));
        var waiting = await host.Entry.RunAsync(new FindWaitingEvents.Input(), PlatformHost.House);
        waiting.Items.ShouldHaveSingleItem().Fault!.ShouldContain("did not come back");
        host.Probe.HangsOn = null;
        clock.Advance(TimeSpan.FromHours(2));
        await EmptyAsync(host);
        (await HandledAsync(host)).Order().ShouldBe(["k1", "k2"]);
    }

    [Fact]
    public void Event_numbers_rise_even_when_the_clock_stands_still_or_goes_back()
    {
        var clock = new TestClock(TestClock.Morning);
        var ids = new EventIds(clock);
        var first = Enumerable.Range(0, 10_000).Select(_ => ids.Next()).ToList();
        clock.Set(TestClock.Morning.AddHours(-1));
        first.Add(ids.Next());
        first.ShouldBeInOrder();
        first.Distinct().Count().ShouldBe(first.Count);
        first.ShouldAllBe(id => id > 0);
    }

    private static OutboxRow Orphan(long id, int brandId) => new()
    {
        Id = id,
        Subscriber = "Removed.Counter",
        BrandId = brandId,
        Event = "probe.note-kept.v1",
        Payload = "{}",
        OccurredAt = TestClock.Morning,
        DueAt = TestClock.Morning,
    };

    private static Task EmptyAsync(PlatformHost host) => EventuallyAsync(() =>
        host.InTablesAsync(async db => !await db.AcrossBrands<OutboxRow>().AnyAsync()));

    private static Task<List<string>> HandledAsync(PlatformHost host) => host.InTablesAsync(db =>
        db.Settings.Where(s => s.Name.StartsWith("handled ")).Select(s => s.Value).ToListAsync());

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 100; i++)
        {
            if (await holds()) return;
            await Task.Delay(100);
        }

        throw new TimeoutException("It did not come about within ten seconds.");
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.Membership;
using RetailMember.Testing;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

/// <summary>A campaign to more members than one round takes, by two hosts, of which one is killed.</summary>
[Trait("Req", "SMS-15")]
public sealed class ScaleTests(ScaleTests.Crowd host) : IClassFixture<ScaleTests.Crowd>
{
    private const int AtOnce = 2_000;

    private static int Members => int.Parse(
        Environment.GetEnvironmentVariable("MARKETING_SCALE_MEMBERS") ?? "4000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Every_member_gets_exactly_one_message_although_one_of_two_hosts_is_killed()
    {
        var studio = await OpenAsync(host);
        var (batch, template, left) = (Guid.CreateVersion7(), await studio.TemplateAsync(), Members);
        for (; left > 0; left -= AtOnce)
            await studio.QueueAsync(batch, template, [.. Crowd.People(Math.Min(left, AtOnce))]);
        using var killed = new CancellationTokenSource();
        var orders = 0;
        host.Gateway.Afterwards = _ => Interlocked.Increment(ref orders) == 5 ? killed.CancelAsync() : Task.CompletedTask;

        var dying = host.Host.Entry.TryAsync(new HandOverMessages.Input(), TestHost.House(studio.Brand), killed.Token);
        await studio.HandOverAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => dying);
        host.Host.Clock.Advance(Decisions.Settled);
        await studio.AskAsync();
        await studio.HandOverAsync();

        host.Gateway.Taken.CountBy(t => t.Letter.Address).ShouldAllBe(n => n.Value == 1);
        host.Gateway.Taken.Count().ShouldBe(Members);
        (await studio.MessagesAsync(batch)).Count(m => m.State == MessageState.Accepted).ShouldBe(Members);
    }

    /// <summary>Members without number: whoever is asked for has a mobile and agrees.</summary>
    public sealed class Crowd() : GatewayHost(
        DatabaseKind.Postgres, new FakeGateway { LargestOrder = 100 },
        services => services.AddScoped<IMemberContacts, Contacts>().AddScoped<IMarketingConsents, Consents>())
    {
        private static readonly ConcurrentDictionary<Guid, string> Mobiles = new();

        internal static IEnumerable<Reader> People(int count)
        {
            for (var i = 0; i < count; i++)
            {
                var id = Guid.CreateVersion7();
                Mobiles[id] = (13_000_000_000 + Mobiles.Count).ToString(CultureInfo.InvariantCulture);
                yield return new Reader(id, Mobiles[id], Mobiles[id]);
            }
        }

        private sealed class Contacts : IMemberContacts
        {
            public Task<IReadOnlyDictionary<Guid, MemberContact>> OfAsync(
                IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
                Task.FromResult<IReadOnlyDictionary<Guid, MemberContact>>(
                    members.ToDictionary(m => m, m => new MemberContact(m, Mobiles[m], "李明", Mobiles[m])));

            public Task<IReadOnlyDictionary<Guid, string>> MailsAsync(
                IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
                Task.FromResult<IReadOnlyDictionary<Guid, string>>(new Dictionary<Guid, string>());
        }

        private sealed class Consents : IMarketingConsents
        {
            public Task<IReadOnlyDictionary<Guid, DateTime>> StandingAsync(
                IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
                Task.FromResult<IReadOnlyDictionary<Guid, DateTime>>(members.ToDictionary(m => m, _ => TestClock.Morning));

            public Task<IReadOnlyDictionary<Guid, DateTime>> WithdrawnAsync(
                DateTime from, DateTime to, CancellationToken cancel) =>
                Task.FromResult<IReadOnlyDictionary<Guid, DateTime>>(new Dictionary<Guid, DateTime>());
        }
    }
}

using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Membership;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members.Messages;
using RetailMember.Testing;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

/// <summary>Short messages and mail, each by a gateway of its own, to members who have both.</summary>
public sealed class TwoGatewayTests(TwoGatewayTests.TwoWays host) : IClassFixture<TwoGatewayTests.TwoWays>
{
    private static int lastMobile;

    [Fact, Trait("Req", "SMS-15")]
    public async Task A_gateway_that_takes_nothing_does_not_keep_the_other_channel_waiting()
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        var text = await QueueAsync(studio, MessageChannel.Sms, member);
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        var mail = await QueueAsync(studio, MessageChannel.Mail, member);
        host.Gateway.Refuses = _ => new GatewayAnswer(GatewayOutcome.Busy, Reason: MessageReason.ProviderBusy);

        await studio.HandOverAsync();
        host.Gateway.Refuses = _ => null;

        (await studio.MessageAsync(text, member)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Queued), m => m.Reason.ShouldBe(MessageReason.ProviderBusy));
        (await studio.MessageAsync(mail, member)).State.ShouldBe(MessageState.Accepted);
    }

    [Theory, Trait("Req", "SMS-13")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_opts_out_hears_no_more_by_mail_either_nor_on_the_number_that_he_has_next(bool byReply)
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        if (byReply) await host.PushAsync("replies", [new { phone_number = member.Mobile, content = "TD" }]);
        else await studio.OptOutInStoreAsync(member.MemberNo);
        var first = await QueueAsync(studio, MessageChannel.Mail, member);
        await studio.HandOverAsync();
        await ChangeMobileAsync(studio, member);
        var (text, mail) = (
            await QueueAsync(studio, MessageChannel.Sms, member), await QueueAsync(studio, MessageChannel.Mail, member));
        await studio.HandOverAsync();

        foreach (var batch in (Guid[])[first, text, mail])
            (await studio.MessageAsync(batch, member)).Reason.ShouldBe(MessageReason.OptedOut);
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await studio.AgreeAsync(member.MemberNo);
        var (textAgain, mailAgain) = (
            await QueueAsync(studio, MessageChannel.Sms, member), await QueueAsync(studio, MessageChannel.Mail, member));
        await studio.HandOverAsync();
        (await studio.MessageAsync(textAgain, member)).State.ShouldBe(MessageState.Accepted);
        (await studio.MessageAsync(mailAgain, member)).State.ShouldBe(MessageState.Accepted);
    }

    [Fact, Trait("Req", "SMS-13")]
    public async Task What_was_said_for_a_file_that_is_merged_holds_for_who_stays()
    {
        var studio = await OpenAsync(host);
        var (duplicate, survivor) = (await studio.MemberAsync(), await studio.MemberAsync());
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await studio.OptOutInStoreAsync(duplicate.MemberNo);
        await studio.MergeAsync(duplicate, into: survivor);
        await ChangeMobileAsync(studio, survivor);
        var batch = await QueueAsync(studio, MessageChannel.Sms, survivor);

        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, survivor)).Reason.ShouldBe(MessageReason.OptedOut);
    }

    private static async Task<Guid> QueueAsync(Studio studio, MessageChannel channel, Reader member)
    {
        var batch = Guid.CreateVersion7();
        await studio.QueueAsync(batch, await studio.TemplateAsync(terms: Terms() with { Channel = channel }), [member]);
        return batch;
    }

    private Task<bool> ChangeMobileAsync(Studio studio, Reader member) => host.Host.InBrandAsync(studio.Brand, async scope =>
    {
        var session = scope.GetRequiredService<DataSession>();
        await session.BeginAsync();
        await scope.GetRequiredService<IMemberAccounts>().ChangeMobileAsync(
            member.Id, (13_500_000_000 + Interlocked.Increment(ref lastMobile)).ToString(CultureInfo.InvariantCulture),
            CancellationToken.None);
        await session.CommitAsync();
        return true;
    });

    public sealed class TwoWays() : GatewayHost(
        DatabaseKind.Sqlite, new FakeGateway(),
        services => services.AddScoped<IMemberContacts, WithMail>()
            .AddSingleton<IMessageGateway>(new FakeGateway { Name = "fake-mail", Channel = MessageChannel.Mail }))
    {
        /// <summary>Everybody has an address of mail.</summary>
        private sealed class WithMail(MembershipDb db) : IMemberContacts
        {
            private readonly ContactsOfMembers known = new(db);

            public Task<IReadOnlyDictionary<Guid, MemberContact>> OfAsync(
                IReadOnlyCollection<Guid> members, CancellationToken cancel) => known.OfAsync(members, cancel);

            public Task<IReadOnlyDictionary<Guid, string>> MailsAsync(
                IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
                Task.FromResult<IReadOnlyDictionary<Guid, string>>(members.ToDictionary(m => m, m => $"{m:N}@example.cn"));
        }
    }
}

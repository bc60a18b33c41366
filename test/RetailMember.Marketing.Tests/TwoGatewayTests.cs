using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Packages;
using RetailMember.Marketing.Receipts;
using RetailMember.Marketing.Tests.Segments;
using RetailMember.Membership;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members.Messages;
using RetailMember.People;
using RetailMember.Testing;
using RetailMember.Values;
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

    [Theory, Trait("Req", "SMS-13")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_opts_out_hears_no_more_from_another_brand_either_on_whatever_address(bool byReply)
    {
        var (studio, other) = (await OpenAsync(host), await OpenAsync(host));
        var member = await studio.MemberAsync();
        var elsewhere = await other.MemberAsync(mobile: member.Mobile);
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        if (byReply) await host.PushAsync("replies", [new { phone_number = member.Mobile, content = "TD" }]);
        else await studio.OptOutInStoreAsync(member.MemberNo);
        var mail = await QueueAsync(other, MessageChannel.Mail, elsewhere);

        await other.HandOverAsync();

        (await other.MessageAsync(mail, elsewhere)).Reason.ShouldBe(MessageReason.OptedOut);
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

    [Fact, Trait("Req", "SMS-02"), Trait("Req", "SMS-04")]
    public async Task A_campaign_by_mail_takes_nothing_out_of_packages_and_no_share_of_it_is_reckoned()
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        await studio.RunAsync(new BuyPackage.Input(Key(), 1, Money.FromYuan(1m), new DateOnly(2025, 1, 1)));
        await QueueAsync(studio, MessageChannel.Sms, member);
        await studio.HandOverAsync();
        var code = await studio.DraftAsync(Conditions.All(), terms: TermsFor(MessageChannel.Mail));
        await studio.SecondAsync(await studio.ApprovalAsync(code));
        await studio.RunAsync(new ScheduleMessageCampaign.Input(code));
        await studio.RunAsync(new RunMessageCampaigns.Input());
        (await studio.RunAsync(new FindPackages.Input())).Left.ShouldBe(0);

        await studio.HandOverAsync();
        // The mail server has said all that it ever will.
        host.Host.Clock.Advance(AskReceipts.Patience + TimeSpan.FromDays(1));
        await studio.AskAsync();
        await studio.RunAsync(new RunMessageCampaigns.Input());

        var read = await studio.RunAsync(new ReadMessageCampaign.Input(code));
        read.CampaignStanding.State.ShouldBe(MessageCampaignState.Finished);
        read.Tallies.ShouldHaveSingleItem().BilledParts.ShouldBe(0);
        read.Effects.ShouldSatisfyAllConditions(
            e => e.Sent.ShouldBe(1), e => e.Delivered.ShouldBeNull(), e => e.DeliveryShare.ShouldBeNull(),
            e => e.IsAlarming.ShouldBeFalse());
        var browser = await host.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, studio.Brand);
        (await browser.OpenAsync($"/brands/{studio.Brand.Code}/marketing/message-campaigns/{code}"))
            .ShouldContain("No receipts on this channel");
    }

    private static async Task<Guid> QueueAsync(Studio studio, MessageChannel channel, Reader member)
    {
        var batch = Guid.CreateVersion7();
        await studio.QueueAsync(batch, await studio.TemplateAsync(terms: TermsFor(channel)), [member]);
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

    public class TwoWays : GatewayHost
    {
        public TwoWays()
            : this(null)
        {
        }

        protected TwoWays(IReadOnlyDictionary<string, string?>? keys)
            : this(new FakeGateway { Name = "fake-mail", Channel = MessageChannel.Mail, KeepsRecords = false }, keys)
        {
        }

        private TwoWays(FakeGateway mail, IReadOnlyDictionary<string, string?>? keys)
            : base(
                DatabaseKind.Sqlite, new FakeGateway(),
                services => services.AddScoped<IMemberContacts, WithMail>().AddSingleton<IMessageGateway>(mail), keys) =>
            Mail = mail;

        public FakeGateway Mail { get; }

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

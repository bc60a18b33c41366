using System.Net;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.Testing;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

/// <summary>The way out of commercial e-mails: one click in a mail program, or one button on a page.</summary>
[Trait("Req", "SMS-13")]
public sealed class MailWayOutTests(MailWayOutTests.Found host) : IClassFixture<MailWayOutTests.Found>
{
    private const string House = "https://club.shop.example";

    [Fact]
    public async Task One_post_of_a_mail_program_ends_commercial_mail_and_nothing_else_until_the_next_consent()
    {
        var studio = await OpenAsync();
        var (member, neighbour) = (await studio.MemberAsync(), await studio.MemberAsync());
        var way = await WayOutAsync(studio, member);
        (await WayOutAsync(studio, neighbour)).ShouldNotBe(way);
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));

        (await Task.WhenAll(PostAsync(way), PostAsync(way), PostAsync(way))).ShouldAllBe(s => s == HttpStatusCode.OK);
        (await PostAsync(way)).ShouldBe(HttpStatusCode.OK);

        var (mail, text, next) = (
            await QueueAsync(studio, MessageChannel.Mail, member), await QueueAsync(studio, MessageChannel.Sms, member),
            await QueueAsync(studio, MessageChannel.Mail, neighbour));
        await studio.HandOverAsync();
        (await studio.MessageAsync(mail, member)).Reason.ShouldBe(MessageReason.OptedOut);
        (await studio.MessageAsync(text, member)).State.ShouldBe(MessageState.Accepted);
        (await studio.MessageAsync(next, neighbour)).State.ShouldBe(MessageState.Accepted);
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await studio.AgreeAsync(member.MemberNo);
        var again = await QueueAsync(studio, MessageChannel.Mail, member);
        await studio.HandOverAsync();
        (await studio.MessageAsync(again, member)).State.ShouldBe(MessageState.Accepted);
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing_and_the_button_of_its_page_does_in_both_languages()
    {
        var studio = await OpenAsync();
        var member = await studio.MemberAsync();
        var way = await WayOutAsync(studio, member);
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        var browser = new TestBrowser(host.Host.Client());

        using var opened = await host.Host.Client().GetAsync(way);
        opened.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var address = opened.Headers.Location!.OriginalString;
        (await browser.OpenAsync(address)).ShouldContain("We will send no more commercial e-mails");
        await WayOutAsync(studio, member);
        using var switched = await browser.SubmitAsync("/language", ("language", "zh-Hans"), ("returnTo", address));
        switched.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await browser.OpenAsync(address)).ShouldContain("退订后，我们不再");

        var token = address[(address.IndexOf("token=", StringComparison.Ordinal) + 6)..];
        using var left = await browser.SubmitAsync(address, ("token", token));

        (await left.Content.ReadAsStringAsync()).ShouldContain("已退订");
        var mail = await QueueAsync(studio, MessageChannel.Mail, member);
        await studio.HandOverAsync();
        (await studio.MessageAsync(mail, member)).Reason.ShouldBe(MessageReason.OptedOut);
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1.AAAA")]
    [InlineData("v9.AAAA")]
    [InlineData("%00%E9%80%80.*?")]
    public async Task What_is_no_token_of_ours_is_refused_by_name(string token)
    {
        using var client = host.Host.Client();
        using var post = await client.PostAsync($"/api/marketing/mail-opt-outs?token={token}", OneClick());
        using var page = await client.GetAsync($"/marketing/mail-opt-out?token={token}");
        using var link = await client.GetAsync($"/api/marketing/mail-opt-outs?token={token}");

        (post.StatusCode, page.StatusCode).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        link.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await link.Content.ReadAsStringAsync()).ShouldContain("marketing.way-out-unknown");
        (await post.Content.ReadAsStringAsync()).ShouldContain("marketing.way-out-unknown");
    }

    [Fact]
    public async Task Only_commercial_mails_have_a_way_out()
    {
        var studio = await OpenAsync();
        var member = await studio.MemberAsync();
        var notice = await studio.TemplateAsync(
            terms: TermsFor(MessageChannel.Mail) with { Kind = TemplateKind.Notice });
        await studio.QueueAsync(Guid.CreateVersion7(), notice, [member]);
        await QueueAsync(studio, MessageChannel.Sms, member);
        await studio.HandOverAsync();

        host.Mail.Taken.Last(t => t.Letter.Address.StartsWith($"{member.Id:N}", StringComparison.Ordinal)).Letter.WayOut.ShouldBe("");
        host.Gateway.Taken.Last(t => t.Letter.Address == member.Mobile).Letter.WayOut.ShouldBe("");
    }

    private async Task<HttpStatusCode> PostAsync(string way)
    {
        // A mail program brings neither cookie nor token of ours.
        using var client = host.Host.Client();
        using var answer = await client.PostAsync(way, OneClick());
        return answer.StatusCode;
    }

    private static FormUrlEncodedContent OneClick() => new(new Dictionary<string, string> { ["List-Unsubscribe"] = "One-Click" });

    /// <summary>Of the commercial mail that he is sent now: where it is on this host.</summary>
    private async Task<string> WayOutAsync(Studio studio, Reader member)
    {
        var mail = await QueueAsync(studio, MessageChannel.Mail, member);
        await studio.HandOverAsync();
        (await studio.MessageAsync(mail, member)).State.ShouldBe(MessageState.Accepted);
        var way = host.Mail.Taken.Last(t => t.Letter.Address.StartsWith($"{member.Id:N}", StringComparison.Ordinal)).Letter.WayOut;
        way.ShouldStartWith(House + "/api/marketing/mail-opt-outs?token=");
        return way[House.Length..];
    }

    /// <summary>A brand whose members may have more than one commercial message on a day.</summary>
    private async Task<Studio> OpenAsync()
    {
        var studio = await Studio.OpenAsync(host);
        await studio.SetAsync(SendCaps.MarketingPerDay, "50");
        return studio;
    }

    private static async Task<Guid> QueueAsync(Studio studio, MessageChannel channel, Reader member)
    {
        var batch = Guid.CreateVersion7();
        await studio.QueueAsync(batch, await studio.TemplateAsync(terms: TermsFor(channel)), [member]);
        return batch;
    }

    /// <summary>A house that says where it is found.</summary>
    public sealed class Found : TwoGatewayTests.TwoWays
    {
        public Found()
            : base(new Dictionary<string, string?> { ["PublicAddress"] = House })
        {
        }
    }
}

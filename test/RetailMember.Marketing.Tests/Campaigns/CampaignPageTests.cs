using System.Net;
using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Tests.Segments;
using RetailMember.People;

namespace RetailMember.Marketing.Tests.Campaigns;

/// <summary>A campaign's page, as somebody of the brand opens it.</summary>
public sealed class CampaignPageTests(SqliteGatewayHost fixture) : IClassFixture<SqliteGatewayHost>
{
    [Fact, Trait("Req", "SMS-09")]
    public async Task It_is_approved_as_its_reader_saw_it_and_not_where_it_was_changed_since()
    {
        var studio = await Studio.OpenAsync(fixture);
        await studio.MemberAsync();
        var code = await studio.DraftAsync(Conditions.All());
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, studio.Brand);
        var page = $"/brands/{studio.Brand.Code}/marketing/message-campaigns/{code}";
        var stale = (await browser.OpenAsync(page)).MarkIn();
        var terms = (await StandingAsync(studio, code)).Terms;
        await studio.RunAsync(new EditMessageCampaign.Input(code, terms with { Hours = 5 }));

        var refused = await browser.SubmitAsync(page + "/approval", ("wordingMark", stale));
        refused.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await StandingAsync(studio, code)).State.ShouldBe(MessageCampaignState.Draft);
        var again = await browser.OpenAsync(page);
        again.ShouldContain("was changed since you read it");
        await browser.SubmitAsync(page + "/approval", ("wordingMark", again.MarkIn()));

        (await StandingAsync(studio, code)).State.ShouldBe(MessageCampaignState.Approved);
        (await browser.OpenAsync(page)).ShouldNotContain("wordingMark");
    }

    [Fact, Trait("Req", "SMS-09")]
    public async Task The_sample_of_what_is_approved_is_of_the_segment_as_it_was_approved()
    {
        var studio = await Studio.OpenAsync(fixture);
        var member = await studio.MemberAsync();
        var code = await studio.DraftAsync(Conditions.All());
        await studio.SecondAsync(await studio.ApprovalAsync(code));
        await studio.SegmentAsync(code, Conditions.All(Conditions.Of("membership.tier", ("oneOf", "gold"))));

        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, studio.Brand);
        var page = await browser.OpenAsync($"/brands/{studio.Brand.Code}/marketing/message-campaigns/{code}");

        page.ShouldContain(member.MemberNo);
    }

    [Fact, Trait("Req", "SMS-01")]
    public async Task Its_page_asks_for_its_progress_alone_and_for_all_of_it_once_the_step_has_changed()
    {
        var studio = await Studio.OpenAsync(fixture);
        await studio.MemberAsync();
        var code = await studio.DraftAsync(Conditions.All());
        await studio.SecondAsync(await studio.ApprovalAsync(code));
        await studio.RunAsync(new ScheduleMessageCampaign.Input(code));
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, studio.Brand);
        var page = $"/brands/{studio.Brand.Code}/marketing/message-campaigns/{code}";

        (await browser.OpenAsync(page)).ShouldContain($"{page}/progress?step=scheduled\" hx-trigger=\"every 60s\"");
        (await browser.OpenAsync(page + "/progress?step=scheduled")).ShouldContain("every 60s");
        await studio.RunAsync(new RunMessageCampaigns.Input());
        (await browser.OpenAsync(page + "/progress?step=scheduled")).ShouldContain("hx-select=\"#main\"");
        var running = await browser.OpenAsync(page + "/progress?step=running-begun");

        running.ShouldContain("every 5s");
        running.ShouldNotContain("Cost of messages");
        running.ShouldContain("value=\"0\" max=\"1\"", customMessage: "it is decided on, and waits for the hand-over");
        await studio.HandOverAsync();
        (await browser.OpenAsync(page + "/progress?step=running-begun")).ShouldContain("value=\"1\" max=\"1\"");
    }

    private static async Task<CampaignView> StandingAsync(Studio studio, string campaign) =>
        (await studio.RunAsync(new ReadMessageCampaign.Input(campaign))).CampaignStanding;
}

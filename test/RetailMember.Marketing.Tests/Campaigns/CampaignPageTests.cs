using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Pages.Campaigns;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Tests.Segments;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.Texts;

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

    [Fact, Trait("Req", "SMS-16")]
    public async Task Whose_message_was_left_out_at_the_hand_over_is_not_shown_as_queued()
    {
        var studio = await Studio.OpenAsync(fixture);
        var (_, leaver) = (await studio.MemberAsync(), await studio.MemberAsync());
        var code = await studio.DraftAsync(Conditions.All());
        await studio.SecondAsync(await studio.ApprovalAsync(code));
        await studio.RunAsync(new ScheduleMessageCampaign.Input(code));
        await studio.RunAsync(new RunMessageCampaigns.Input());
        fixture.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await studio.OptOutInStoreAsync(leaver.MemberNo);
        await studio.HandOverAsync();
        await using var scope = fixture.Host.Services.CreateAsyncScope();
        var texts = scope.ServiceProvider.GetRequiredService<ITexts>();

        var ring = texts.Decisions(await studio.RunAsync(new ReadMessageCampaign.Input(code)));

        ring.Labels.Zip(ring.Series.ShouldHaveSingleItem().Values).ShouldBe(
            [(texts.Of(RecipientState.Queued), 1m), (texts["marketing.campaign.message.skipped"], 1m)], ignoreOrder: true);
    }

    [Fact, Trait("Req", "SMS-09")]
    public async Task No_more_are_told_to_wait_than_get_a_message_at_all()
    {
        var studio = await Studio.OpenAsync(fixture);
        await studio.QueueAsync(await studio.MembersAsync(3));
        await studio.HandOverAsync();
        var code = await studio.DraftAsync(Conditions.All());
        await studio.RunAsync(new EditMessageCampaign.Input(code, (await StandingAsync(studio, code)).Terms with { MostMessages = 1 }));

        var forecast = await studio.RunAsync(new ForecastMessageCampaign.Input(code));

        (forecast.Written, forecast.Delayed).ShouldBe((1, 1));
    }

    [Fact, Trait("Req", "SMS-09")]
    public async Task Whoever_opened_a_form_before_somebody_else_saved_does_not_replace_what_that_one_saved()
    {
        var studio = await Studio.OpenAsync(fixture);
        var code = await studio.DraftAsync(Conditions.All());
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, studio.Brand);
        var (campaign, segment) = (
            $"/brands/{studio.Brand.Code}/marketing/message-campaigns/", $"/brands/{studio.Brand.Code}/marketing/segments/");
        var read = await StandingAsync(studio, code);
        (await browser.OpenAsync(campaign + code + "/edit")).ShouldContain($"name=\"editMark\" value=\"{read.EditMark}\"");
        (await browser.OpenAsync(campaign + "new")).ShouldContain("name=\"editMark\" value=\"new\"");
        (await browser.OpenAsync(segment + code + "/edit")).ShouldContain("name=\"version\" value=\"1\"");
        (await browser.OpenAsync(segment + "new")).ShouldContain("name=\"version\" value=\"0\"");

        // One edits, another approves meanwhile; then a third edits, too.
        var edit = new EditMessageCampaign.Input(code, read.Terms with { Hours = 5 });
        await studio.SecondAsync(await studio.ApprovalAsync(code));
        (await studio.RefusalAsync(edit with { EditMark = read.EditMark })).ShouldBe("marketing.campaign-edited-meanwhile");
        (await studio.RefusalAsync(edit with { EditMark = "new" })).ShouldBe("marketing.campaign-edited-meanwhile");
        var saved = await studio.RunAsync(edit with { EditMark = (await StandingAsync(studio, code)).EditMark });
        saved.EditMark.ShouldBe((await StandingAsync(studio, code)).EditMark);
        (await studio.RefusalAsync(edit with { EditMark = read.EditMark })).ShouldBe("marketing.campaign-edited-meanwhile");

        var terms = (await studio.RunAsync(new ReadSegment.Input(code))).Wordings[0].Terms;
        var rename = new EditSegment.Input(code, terms with { Name = new LocalName("新", "New") }) { Version = 1 };
        (await studio.RunAsync(rename)).Version.ShouldBe(2);
        (await studio.RefusalAsync(rename)).ShouldBe("marketing.segment-edited-meanwhile");
        (await studio.RefusalAsync(rename with { Version = 0 })).ShouldBe("marketing.segment-edited-meanwhile");
    }

    private static async Task<CampaignView> StandingAsync(Studio studio, string campaign) =>
        (await studio.RunAsync(new ReadMessageCampaign.Input(campaign))).CampaignStanding;
}

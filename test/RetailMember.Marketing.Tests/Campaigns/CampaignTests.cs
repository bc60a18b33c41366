using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Pages.Campaigns;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Marketing.Templates;
using RetailMember.Marketing.Tests.Segments;
using RetailMember.Marketing.Tests.Shop;
using RetailMember.Membership.Members;
using RetailMember.Values;

namespace RetailMember.Marketing.Tests.Campaigns;

public sealed class CampaignTestsOnSqlite(SqliteChain chain) : CampaignTests(chain), IClassFixture<SqliteChain>;

public sealed class CampaignTestsOnPostgres(PostgresChain chain) : CampaignTests(chain), IClassFixture<PostgresChain>;

[Trait("Req", "SMS-01")]
public abstract partial class CampaignTests(Chain chain)
{
    [Fact, Trait("Req", "SMS-09")]
    public async Task Nobody_approves_what_he_wrote_and_nothing_goes_out_that_nobody_has_approved()
    {
        var trial = await CampaignTrial.DraftAsync(chain);
        var author = Chain.Person(
            "author", MarketingRights.EditCampaigns, MarketingRights.ApproveCampaigns, MarketingRights.RunCampaigns);

        (await chain.RefusalOf(new ScheduleMessageCampaign.Input(trial.Code))).ShouldBe("marketing.campaign-state");
        (await chain.RefusalOf(await trial.ApprovalAsync(), caller: author)).ShouldBe("marketing.own-campaign");
        await trial.ApproveAsync();
        await chain.Do(
            new EditMessageCampaign.Input(trial.Code, (await trial.ReadAsync()).CampaignStanding.Terms with { Hours = 5 }),
            caller: author);
        (await trial.StateAsync()).ShouldBe(MessageCampaignState.Draft);
        (await trial.RunAsync()).ShouldNotBeNull();
        (await trial.WrittenToAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SMS-15")]
    public async Task A_run_that_was_killed_goes_on_and_two_hosts_write_to_everybody_once()
    {
        var trial = await CampaignTrial.SentOffAsync(chain);
        await chain.Do(new StartMessageCampaign.Input(trial.Code));
        (await chain.Do(new SpreadMessageCampaign.Input(trial.Code, 2))).Decided.ShouldBe(2);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await chain.Do(new StartMessageCampaign.Input(trial.Code));
            while ((await chain.Do(new SpreadMessageCampaign.Input(trial.Code, 1))).Decided > 0)
            {
            }
        }));

        var written = await trial.WrittenToAsync();
        written.Count.ShouldBe(5);
        written.ShouldBeUnique();
        var read = await trial.ReadAsync();
        (read.CampaignStanding.Members, read.CampaignStanding.Spread).ShouldBe((5, 5));
    }

    [Fact, Trait("Req", "SMS-15")]
    public async Task Who_comes_into_the_segment_later_gets_nothing_and_who_leaves_before_his_turn_neither()
    {
        var trial = await CampaignTrial.SentOffAsync(chain);
        await chain.Do(new StartMessageCampaign.Input(trial.Code));
        await chain.Do(new CloseMember.Input(trial.Members.NumberOf("plain"), "test"));
        await chain.Do(new EditSegment.Input(trial.Code, new SegmentTerms
        {
            Name = new LocalName("全部", "All"), Members = Conditions.All(),
        }));

        await trial.RunAsync();

        var read = await trial.ReadAsync();
        read.Decisions.Select(d => (d.State, d.Members))
            .ShouldBe([(RecipientState.Queued, 4L), (RecipientState.Gone, 1L)], ignoreOrder: true);
    }

    [Fact, Trait("Req", "SMS-16")]
    public async Task Some_are_held_out_and_it_is_always_the_same_ones()
    {
        var trial = await CampaignTrial.SentOffAsync(chain, t => t with { HoldOutPercent = 50 });
        await trial.RunAsync();

        var read = await trial.ReadAsync();
        read.Decisions.Sum(d => d.Members).ShouldBe(5);
        (await trial.WrittenToAsync()).Count.ShouldBe(
            (int)read.Decisions.Where(d => d.State == RecipientState.Queued).Sum(d => d.Members));
        var campaign = Guid.CreateVersion7();
        Guid[] many = [.. Enumerable.Range(0, 10_000).Select(_ => Guid.NewGuid())];
        many.Count(m => HoldOut.Has(campaign, m, 20)).ShouldBeInRange(1_800, 2_200);
        many.Where(m => HoldOut.Has(campaign, m, 10)).ShouldBeSubsetOf(many.Where(m => HoldOut.Has(campaign, m, 20)));
        many.ShouldAllBe(m => !HoldOut.Has(campaign, m, 0));
    }

    [Fact, Trait("Req", "SMS-02")]
    public async Task A_budget_stops_it_at_the_message_that_it_no_longer_covers()
    {
        var trial = await CampaignTrial.SentOffAsync(chain, t => t with { MostMessages = 3 });
        await trial.RunAsync();

        (await trial.WrittenToAsync()).Count.ShouldBe(3);
        (await trial.StateAsync()).ShouldBe(MessageCampaignState.Running);
        await trial.TurnAsync(MessageState.Delivered, 3);
        await trial.RunAsync();

        var read = await trial.ReadAsync();
        (read.CampaignStanding.State, read.CampaignStanding.EndedFor).ShouldBe((MessageCampaignState.Stopped, RecipientState.OverBudget));
        read.Decisions.Single(d => d.State == RecipientState.OverBudget).Members.ShouldBe(2);
    }

    [Fact, Trait("Req", "SMS-02")]
    public async Task Four_runs_at_once_queue_no_message_beyond_the_budget()
    {
        var trial = await CampaignTrial.SentOffAsync(chain, t => t with { MostMessages = 2 });
        await chain.Do(new StartMessageCampaign.Input(trial.Code));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => chain.Do(new SpreadMessageCampaign.Input(trial.Code, 1))));
        await trial.RunAsync();

        (await trial.WrittenToAsync()).Count.ShouldBe(2);
    }

    [Fact, Trait("Req", "SMS-02")]
    public async Task A_budget_in_yuan_needs_a_package_that_says_what_a_message_costs()
    {
        var trial = await CampaignTrial.DraftAsync(chain, t => t with { Budget = Money.FromYuan(1m) });

        (await chain.RefusalOf(await trial.ApprovalAsync())).ShouldBe("marketing.budget-without-package");
        (await chain.RefusalOf(new EditMessageCampaign.Input(
            trial.Code, (await trial.ReadAsync()).CampaignStanding.Terms with { Budget = Money.Zero })))
            .ShouldBe("field.inclusive-between");
    }

    [Fact, Trait("Req", "SMS-02")]
    public async Task It_is_finished_once_the_provider_has_told_of_every_message()
    {
        var trial = await CampaignTrial.SentOffAsync(chain);
        await trial.RunAsync();
        await trial.TurnAsync(MessageState.Delivered, 3);
        await trial.TurnAsync(MessageState.Accepted, 1, ask: true);
        await trial.TurnAsync(MessageState.Failed, 1);

        await trial.RunAsync();
        (await trial.StateAsync()).ShouldBe(MessageCampaignState.Running);
        await trial.TurnAsync(MessageState.Unknown, 1, from: MessageState.Accepted);
        await trial.RunAsync();

        (await trial.StateAsync()).ShouldBe(MessageCampaignState.Finished);
        (await trial.BatchAsync()).State.ShouldBe(BatchState.Closed);
    }

    [Fact, Trait("Req", "SMS-02")]
    public async Task While_no_package_pays_it_says_so_and_it_is_over_budget_where_a_message_was()
    {
        var trial = await CampaignTrial.SentOffAsync(chain);
        await trial.RunAsync();
        await trial.InQueueAsync(q => q.AwaitPackageAsync);
        (await trial.ReadAsync()).CampaignStanding.AwaitsPackage.ShouldBeTrue();
        (await chain.Do(new FindMessageCampaigns.Input())).Items.Single(c => c.Campaign == trial.Code)
            .AwaitsPackage.ShouldBeTrue();
        await chain.Do(new PauseMessageCampaign.Input(trial.Code));
        (await trial.BatchAsync()).State.ShouldBe(BatchState.Held);
        await chain.Do(new ResumeMessageCampaign.Input(trial.Code));
        (await trial.BatchAsync()).State.ShouldBe(BatchState.Open);

        await trial.TurnAsync(MessageState.Accepted, 4, ask: true);
        await trial.RunAsync();
        (await trial.StateAsync()).ShouldBe(MessageCampaignState.Running);
        await trial.TurnAsync(MessageState.Skipped, 1, reason: MessageReason.OverBudget);
        await trial.RunAsync();

        var read = (await trial.ReadAsync()).CampaignStanding;
        (read.State, read.EndedFor, read.AwaitsPackage).ShouldBe((MessageCampaignState.Stopped, RecipientState.OverBudget, false));
    }

    [Fact, Trait("Req", "SMS-09")]
    public async Task Who_objects_to_conclusions_gets_none_where_the_segment_draws_some_and_his_message_where_it_does_not()
    {
        var rich = await CampaignTrial.SentOffAsync(chain, only: Conditions.Of("membership.spend", ("days", "30"), ("atLeast", "100")));
        await chain.ObjectAsync(rich.Members.NumberOf("rich"));
        await rich.RunAsync();
        var all = await CampaignTrial.SentOffAsync(chain, everybody: true);
        await all.RunAsync();

        (await rich.ReadAsync()).Decisions.Select(d => (d.State, d.Members))
            .ShouldBe([(RecipientState.Queued, 1L), (RecipientState.Objects, 1L)], ignoreOrder: true);
        (await all.WrittenToAsync()).ShouldContain(await chain.IdOfAsync(rich.Members.NumberOf("rich")));
    }

    [Fact]
    public async Task It_waits_for_its_time_in_the_brands_time_zone_and_can_be_paused_and_stopped()
    {
        var trial = await CampaignTrial.SentOffAsync(chain, t => t with { StartsAt = new DateTime(2026, 3, 2, 12, 0, 1) });
        await trial.RunAsync();
        (await trial.StateAsync()).ShouldBe(MessageCampaignState.Scheduled);

        var now = await CampaignTrial.SentOffAsync(chain, t => t with { StartsAt = new DateTime(2026, 3, 2, 12, 0, 0) });
        await chain.Do(new StartMessageCampaign.Input(now.Code));
        await chain.Do(new PauseMessageCampaign.Input(now.Code));
        (await chain.Do(new SpreadMessageCampaign.Input(now.Code, 10))).Decided.ShouldBe(0);
        await chain.Do(new ResumeMessageCampaign.Input(now.Code));
        (await chain.Do(new SpreadMessageCampaign.Input(now.Code, 2))).Decided.ShouldBe(2);
        await chain.Do(new StopMessageCampaign.Input(now.Code));

        var read = await now.ReadAsync();
        read.CampaignStanding.State.ShouldBe(MessageCampaignState.Stopped);
        read.Decisions.Single(d => d.State == RecipientState.Stopped).Members.ShouldBe(3);
        read.Tallies.ShouldAllBe(m => m.State == MessageState.Skipped);
        (await chain.RefusalOf(new ResumeMessageCampaign.Input(now.Code))).ShouldBe("marketing.campaign-state");
    }

    [Theory, Trait("Req", "SMS-13")]
    [InlineData(nameof(TemplateKind.Code))]
    [InlineData(nameof(TemplateKind.Notice))]
    public async Task Words_of_another_kind_than_marketing_are_refused_at_the_draft_at_the_approval_and_at_the_start(
        string name)
    {
        var kind = Enum.Parse<TemplateKind>(name);
        var (trial, other) = (await CampaignTrial.DraftAsync(chain), Chain.Key());
        await trial.ChangeAsync(t => t with { Template = other });
        (await chain.RefusalOf(await trial.ApprovalAsync())).ShouldBe("marketing.template-not-approved");
        await chain.ApproveWordsAsync(other, Studio.Terms(kind));

        (await chain.RefusalOf(await trial.ApprovalAsync())).ShouldBe("marketing.campaign-commercial-only");
        (await trial.DraftRefusalAsync(t => t with { Purpose = CampaignPurpose.Warning })).ShouldBe("marketing.campaign-commercial-only");
        await trial.ChangeAsync(t => t with { Template = trial.Template });
        await trial.ApproveAsync();
        await chain.Do(new ScheduleMessageCampaign.Input(trial.Code));
        await chain.InTables(tables => tables.GetRequiredService<MarketingDb>().Templates.Where(t => t.Code == trial.Template)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Kind, kind)));
        await trial.RunAsync();
        (await trial.StateAsync()).ShouldBe(MessageCampaignState.Stopped);
        (await trial.WrittenToAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SMS-13"), Trait("Req", "SMS-16")]
    public async Task Who_may_not_be_written_to_takes_no_place_of_the_budget_or_among_the_held_out()
    {
        var trial = await CampaignTrial.SentOffAsync(chain, t => t with { MostMessages = 3 });
        foreach (var name in (string[])["gold", "plain"]) await chain.DeclineAsync(trial.Members.NumberOf(name));

        await trial.RunAsync();

        var read = await trial.ReadAsync();
        read.Decisions.Select(d => (d.State, d.Members))
            .ShouldBe([(RecipientState.Queued, 3L), (RecipientState.Unreached, 2L)], ignoreOrder: true);
        (read.CampaignStanding.EndedFor, (await trial.WrittenToAsync()).Count).ShouldBe((null, 3));
    }

    [Fact, Trait("Req", "SMS-17")]
    public async Task Words_that_ask_for_what_no_campaign_tells_are_refused()
    {
        var (trial, asking) = (await CampaignTrial.DraftAsync(chain), Chain.Key());
        await chain.ApproveWordsAsync(asking, Studio.Terms() with
        {
            Variables = [new TemplateVariable("name", VariableSource.Given, 20, "王芳")],
        });

        (await trial.DraftRefusalAsync(t => t with { Template = asking })).ShouldBe("marketing.campaign-cannot-tell");
    }

    [Fact, Trait("Req", "SMS-17")]
    public async Task It_begins_in_the_words_that_it_was_approved_with_and_not_at_all_in_withdrawn_ones()
    {
        var (changed, withdrawn) = (await CampaignTrial.SentOffAsync(chain), await CampaignTrial.SentOffAsync(chain));
        await chain.ApproveWordsAsync(changed.Template, Studio.Terms() with { Name = "秋日" });
        await chain.Do(new WithdrawTemplate.Input(withdrawn.Template));

        await changed.RunAsync();

        (await changed.WrittenToAsync()).Count.ShouldBe(5);
        var words = (await changed.BatchAsync()).TemplateId;
        (await chain.InTables(t => t.GetRequiredService<MarketingDb>().Templates.SingleAsync(w => w.Id == words))).Revision.ShouldBe(1);
        (await chain.Do(new ReadCampaignWords.Input(changed.Code))).Template.ShouldBe("夏日");
        var ended = (await withdrawn.ReadAsync()).CampaignStanding;
        (ended.State, ended.EndedFor).ShouldBe((MessageCampaignState.Stopped, RecipientState.WordsWithdrawn));
    }

    [Fact]
    public async Task A_campaign_that_cannot_begin_keeps_no_other_waiting()
    {
        var (older, broken) = (await CampaignTrial.SentOffAsync(chain), await CampaignTrial.SentOffAsync(chain));
        await chain.InTables(tables => tables.GetRequiredService<MarketingDb>().Campaigns.Where(c => c.Code == broken.Code)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.SegmentNumber, 99)));

        await Should.ThrowAsync<AggregateException>(older.RunAsync);

        (await older.StateAsync()).ShouldBe(MessageCampaignState.Running);
        (await older.WrittenToAsync()).Count.ShouldBe(5);
        (await broken.StateAsync()).ShouldBe(MessageCampaignState.Scheduled);
        await chain.Do(new StopMessageCampaign.Input(broken.Code));
    }
}

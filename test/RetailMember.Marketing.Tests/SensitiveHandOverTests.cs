using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.Marketing.Journeys.Happenings;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Segments;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Marketing.Tests.Journeys;
using RetailMember.Marketing.Tests.Segments;
using RetailMember.Membership;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

public sealed class SensitiveHandOverTestsOnSqlite(SqliteTrustHost host) : SensitiveHandOverTests(host), IClassFixture<SqliteTrustHost>;

public sealed class SensitiveHandOverTestsOnPostgres(PostgresTrustHost host)
    : SensitiveHandOverTests(host), IClassFixture<PostgresTrustHost>;

/// <summary>A host with a module that keeps who has agreed to something sensitive.</summary>
public abstract class TrustHost : GatewayHost
{
    protected TrustHost(DatabaseKind kind)
        : this(kind, new Trust())
    {
    }

    private TrustHost(DatabaseKind kind, Trust trust)
        : base(kind, new FakeGateway(), trust.AddTo) => Trust = trust;

    internal Trust Trust { get; }
}

public sealed class SqliteTrustHost() : TrustHost(DatabaseKind.Sqlite);

public sealed class PostgresTrustHost() : TrustHost(DatabaseKind.Postgres);

/// <summary>Who was chosen by sensitive data and withdraws before his message goes does not get it.</summary>
[Trait("Req", "SMS-13")]
public abstract class SensitiveHandOverTests(TrustHost host)
{
    private static SegmentCondition Trusts { get; } = Conditions.Of(Trust.Kind);

    [Fact]
    public async Task A_campaign_leaves_out_who_has_withdrawn_since_it_was_planned()
    {
        var (studio, stays, leaves) = await TwoWhoTrustAsync();
        var batch = await PlannedAsync(studio, Conditions.All(Trusts));

        host.Trust.Withdraw(leaves);
        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, stays)).State.ShouldBe(MessageState.Accepted);
        (await studio.MessageAsync(batch, leaves)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Skipped), m => m.Reason.ShouldBe(MessageReason.NoLongerMeant));
        host.Gateway.TextsTo(leaves.Mobile).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_held_beside_it_when_he_was_chosen_is_not_asked_again()
    {
        var (studio, stays, leaves) = await TwoWhoTrustAsync();
        foreach (var member in (Reader[])[stays, leaves]) await studio.RunAsync(new GrantTier.Input(member.MemberNo, "gold", "test"));
        var batch = await PlannedAsync(
            studio, Conditions.All(Conditions.Of("membership.tier", ("oneOf", "gold"))) with { Groups = [Conditions.All(Trusts)] });

        await studio.RunAsync(new GrantTier.Input(stays.MemberNo, "silver", "test"));
        host.Trust.Withdraw(leaves);
        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, stays)).State.ShouldBe(MessageState.Accepted);
        (await studio.MessageAsync(batch, leaves)).Reason.ShouldBe(MessageReason.NoLongerMeant);
    }

    [Fact]
    public async Task Who_is_meant_for_something_else_as_well_hears_of_it_though_he_has_withdrawn()
    {
        var (studio, gold, leaves) = await TwoWhoTrustAsync();
        await studio.RunAsync(new GrantTier.Input(gold.MemberNo, "gold", "test"));
        var batch = await PlannedAsync(studio, Conditions.Any(Trusts, Conditions.Of("membership.tier", ("oneOf", "gold"))));

        host.Trust.Withdraw(gold);
        host.Trust.Withdraw(leaves);
        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, gold)).State.ShouldBe(MessageState.Accepted);
        (await studio.MessageAsync(batch, leaves)).Reason.ShouldBe(MessageReason.NoLongerMeant);
    }

    [Fact]
    public async Task While_the_module_that_knows_it_is_off_nothing_goes()
    {
        var (studio, stays, leaves) = await TwoWhoTrustAsync();
        var batch = await PlannedAsync(studio, Conditions.All(Trusts));
        host.Trust.Withdraw(leaves);

        host.Trust.IsOn = false;
        await studio.HandOverAsync();
        host.Trust.IsOn = true;

        (await studio.MessagesAsync(batch)).ShouldAllBe(m => m.State == MessageState.Queued);
        await studio.HandOverAsync();
        (await studio.MessageAsync(batch, stays)).State.ShouldBe(MessageState.Accepted);
        (await studio.MessageAsync(batch, leaves)).Reason.ShouldBe(MessageReason.NoLongerMeant);
    }

    [Fact]
    public async Task A_journey_leaves_out_who_has_withdrawn_since_it_decided_on_him_though_its_words_are_a_notice()
    {
        var (studio, stays, leaves) = await TwoWhoTrustAsync();
        var (segment, journey) = (Key(), Key());
        await EditAsync(studio, segment, Conditions.All(Trusts));
        var words = await studio.TemplateAsync(TemplateKind.Notice);
        await studio.RunAsync(new EditJourney.Input(
            journey, Given.Terms(JourneyTrigger.ShopEvent, words.Code) with { ShopEvent = "basket-left", Segment = segment }));
        await studio.SecondAsync(new ActivateJourney.Input(journey));
        var today = DateOnly.FromDateTime(host.Host.Time.GetUtcNow().UtcDateTime.AddHours(8));
        await host.Host.InBrandAsync(studio.Brand, async scope =>
        {
            var session = scope.GetRequiredService<DataSession>();
            await session.BeginAsync();
            await scope.GetRequiredService<JourneyHappenings>().TellAsync(
                JourneyTrigger.ShopEvent,
                [.. ((Reader[])[stays, leaves]).Select(m => JourneyHappenings.Cause(m.Id, "shop:1", today))], default);
            await session.CommitAsync();
            return true;
        });

        host.Trust.Withdraw(leaves);
        await studio.HandOverAsync();

        var messages = await studio.LookAsync(db => db.Messages.AsNoTracking()
            .Where(m => m.Purpose == "journey:" + journey).ToDictionaryAsync(m => m.MemberId!.Value));
        messages[stays.Id].State.ShouldBe(MessageState.Accepted);
        messages[leaves.Id].Reason.ShouldBe(MessageReason.NoLongerMeant);
    }

    private async Task<(Studio Studio, Reader First, Reader Second)> TwoWhoTrustAsync()
    {
        var studio = await OpenAsync(host);
        var (first, second) = (await studio.MemberAsync(), await studio.MemberAsync());
        foreach (var member in (Reader[])[first, second]) host.Trust.Agree(member);
        return (studio, first, second);
    }

    private static Task<SegmentView> EditAsync(Studio studio, string code, SegmentGroup members) => studio.RunAsync(
        new EditSegment.Input(code, new SegmentTerms { Name = new LocalName("分群", "Segment"), Members = members }));

    /// <summary>The key of a campaign that has decided on all of its members, and has handed over no message yet.</summary>
    private static async Task<Guid> PlannedAsync(Studio studio, SegmentGroup members)
    {
        var code = Key();
        await EditAsync(studio, code, members);
        var words = await studio.TemplateAsync();
        await studio.RunAsync(new EditMessageCampaign.Input(code, new MessageCampaignTerms
        {
            Name = new LocalName("春", "Spring"), Purpose = CampaignPurpose.Care, Segment = code, Template = words.Code,
        }));
        await studio.SecondAsync(new ApproveMessageCampaign.Input(code));
        await studio.RunAsync(new ScheduleMessageCampaign.Input(code));
        await studio.RunAsync(new RunMessageCampaigns.Input());
        var batch = await studio.LookAsync(db => db.Campaigns.Where(c => c.Code == code).Select(c => c.Id).SingleAsync());
        (await studio.MessagesAsync(batch)).Count.ShouldBe(2);
        return batch;
    }
}

/// <summary>Who has agreed to it.</summary>
internal sealed class Trust
{
    public const string Kind = "trial.agreed";

    private readonly ConcurrentDictionary<Guid, bool> agreed = new();

    public bool IsOn { get; set; } = true;

    public void Agree(Reader member) => agreed[member.Id] = true;

    public void Withdraw(Reader member) => agreed.TryRemove(member.Id, out _);

    public void AddTo(IServiceCollection services) =>
        services.AddScoped<IMemberConditions>(scope => new Asked(this, scope.GetRequiredService<MembershipDb>()));

    private sealed class Asked(Trust trust, MembershipDb db) : IMemberConditions
    {
        public Task<IReadOnlyList<MemberConditionKind>> KindsAsync(CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<MemberConditionKind>>(
                trust.IsOn ? [new MemberConditionKind(Kind, []) { IsSensitive = true }] : []);

        public IReadOnlyList<MemberSelection> Select(IReadOnlyList<MemberCondition> all, DateOnly today)
        {
            Guid[] members = [.. trust.agreed.Keys];
            return [new MemberSelection(db.Members.Where(m => EF.Parameter(members).Contains(m.Id)).Select(m => m.Id))];
        }
    }
}

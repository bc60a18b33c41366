using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.Marketing.Journeys.Happenings;
using RetailMember.Marketing.Journeys.Reading;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Segments;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Marketing.Templates;
using RetailMember.Marketing.Tests.Journeys;
using RetailMember.Marketing.Tests.Segments;
using RetailMember.Membership;
using RetailMember.Membership.Data;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

/// <summary>A host with a module that keeps who has agreed to something sensitive, and writes letters of its own.</summary>
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

/// <summary>Who has agreed to it, and whether the module that knows it answers.</summary>
internal sealed class Trust
{
    public const string Kind = "trial.agreed";

    /// <summary>Of letters that tell something sensitive.</summary>
    public const string SensitiveLetters = "marketing.trust";

    /// <summary>Of letters about which the module throws, and of those about which it never answers.</summary>
    public const string BrokenLetters = "marketing.broken";

    public const string HangingLetters = "marketing.hanging";

    private readonly ConcurrentDictionary<Guid, bool> agreed = new();
    private int answers = int.MaxValue;

    public bool IsOn { get; set; } = true;

    /// <summary>Its module is taken out of the host, and nobody proposes its letters any more.</summary>
    public bool IsUnplugged { get; set; }

    /// <summary>What it throws at.</summary>
    public TrustFault Fault { get; set; }

    public void Agree(Reader member) => agreed[member.Id] = true;

    public void Withdraw(Reader member) => agreed.TryRemove(member.Id, out _);

    /// <summary>It is off once it has been asked so often what it knows.</summary>
    public void GoOffAfter(int answers) => this.answers = answers;

    public void ComeBack() => answers = int.MaxValue;

    public void AddTo(IServiceCollection services)
    {
        services.AddScoped<IMemberConditions>(scope => new Asked(
            this, scope.GetRequiredService<MembershipDb>(), scope.GetRequiredService<DataSession>()));
        services.AddTransient(_ =>
            new LetterProposal("Marketing", IsUnplugged ? "marketing.others" : SensitiveLetters, new LocalName("信", "Letter"), "您好", [])
            {
                IsSensitive = !IsUnplugged,
            });
        services.AddScoped<ILetterFacts>(_ => new Facts(BrokenLetters, () => throw new InvalidOperationException("broken")));
        services.AddScoped<ILetterFacts>(_ => new Facts(
            HangingLetters,
            () => new TaskCompletionSource<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>>().Task));
    }

    private sealed class Asked(Trust trust, MembershipDb db, DataSession session) : IMemberConditions
    {
        public async Task<IReadOnlyList<MemberConditionKind>> KindsAsync(CancellationToken cancel)
        {
            if (trust.Fault == TrustFault.Kinds) throw new InvalidOperationException("no kinds");
            if (trust.Fault == TrustFault.Statement) await FailAsync(cancel);
            if (!trust.IsOn || Interlocked.Decrement(ref trust.answers) < 0) return [];
            var kind = new MemberConditionKind(Kind, []) { IsSensitive = true };
            return trust.Fault switch
            {
                TrustFault.Codeless => [kind, kind with { Code = null! }],
                TrustFault.Twice => [kind, kind, kind with { Code = "membership.tier" }, kind with { Code = MemberConditionKind.Active }],
                _ => [kind],
            };
        }

        private async Task FailAsync(CancellationToken cancel)
        {
            await session.OpenAsync(cancel);
            await using var statement = session.Connection.CreateCommand();
            statement.Transaction = session.Transaction;
            statement.CommandText = "SELECT kind FROM nowhere";
            await statement.ExecuteNonQueryAsync(cancel);
        }

        public IReadOnlyList<MemberSelection> Select(IReadOnlyList<MemberCondition> all, DateOnly today)
        {
            if (trust.Fault == TrustFault.Query) throw new InvalidOperationException("no query");
            Guid[] members = [.. trust.agreed.Keys];
            return [new MemberSelection(db.Members.Where(m => EF.Parameter(members).Contains(m.Id)).Select(m => m.Id))];
        }
    }

    private sealed class Facts(
        string purpose, Func<Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>>> answer) : ILetterFacts
    {
        public string Purpose => purpose;

        public Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>> NowAsync(
            string key, IReadOnlyCollection<Guid> members, CancellationToken cancel) => answer();
    }
}

public enum TrustFault
{
    None,
    Kinds,

    /// <summary>It knows a condition without a code.</summary>
    Codeless,

    /// <summary>It knows its own condition twice, and two of Membership's.</summary>
    Twice,

    /// <summary>What it asks of the database itself, on the connection of whoever asks it.</summary>
    Statement,
    Query,
}

/// <summary>What tests of sensitive data arrange.</summary>
internal static class TrustShop
{
    public static SegmentCondition Trusts { get; } = Conditions.Of(Trust.Kind);

    /// <summary>Two members of a brand, and beside them so many who want no messages, who have agreed to it.</summary>
    public static async Task<(Studio Studio, Reader First, Reader Second)> TwoWhoTrustAsync(
        this TrustHost host, int others = ToldCount.Fewest - 2)
    {
        var studio = await OpenAsync(host);
        var (first, second) = (await studio.MemberAsync(), await studio.MemberAsync());
        foreach (var member in (Reader[])[first, second]) host.Trust.Agree(member);
        for (var i = 0; i < others; i++) host.Trust.Agree(await studio.MemberAsync(agrees: false));
        return (studio, first, second);
    }

    public static Task<SegmentView> SegmentAsync(this Studio studio, string code, SegmentGroup members) => studio.RunAsync(
        new EditSegment.Input(code, new SegmentTerms { Name = new LocalName("分群", "Segment"), Members = members }));

    /// <summary>A campaign that waits for approval; its code, which is its segment's too.</summary>
    public static async Task<string> DraftAsync(
        this Studio studio, SegmentGroup members, string? voucher = null, TemplateTerms? terms = null)
    {
        var code = Key();
        await studio.SegmentAsync(code, members);
        var words = await studio.TemplateAsync(terms: terms);
        await studio.RunAsync(new EditMessageCampaign.Input(code, new MessageCampaignTerms
        {
            Name = new LocalName("春", "Spring"), Purpose = CampaignPurpose.Care, Segment = code, Template = words.Code,
            Voucher = voucher,
        }));
        return code;
    }

    /// <summary>What somebody approves who has just read it.</summary>
    public static async Task<ApproveMessageCampaign.Input> ApprovalAsync(this Studio studio, string campaign) =>
        new(campaign, (await studio.RunAsync(new ReadMessageCampaign.Input(campaign))).WordingMark!);

    /// <summary>The key of a campaign that has decided on both of its members, and has handed over no message yet.</summary>
    public static async Task<Guid> PlannedAsync(this Studio studio, SegmentGroup members)
    {
        var code = await studio.DraftAsync(members);
        await studio.SecondAsync(await studio.ApprovalAsync(code));
        await studio.RunAsync(new ScheduleMessageCampaign.Input(code));
        await studio.RunAsync(new RunMessageCampaigns.Input());
        var batch = await studio.LookAsync(db => db.Campaigns.Where(c => c.Code == code).Select(c => c.Id).SingleAsync());
        (await studio.MessagesAsync(batch)).Count.ShouldBe(2);
        return batch;
    }

    /// <summary>A running journey of a shop's event, for a segment of the same code; that code.</summary>
    public static async Task<string> JourneyAsync(
        this Studio studio, SegmentGroup members, Func<JourneyTerms, JourneyTerms>? but = null)
    {
        var code = await studio.JourneyDraftAsync(members, but);
        await studio.SecondAsync(await studio.ActivationAsync(code));
        return code;
    }

    /// <summary>What somebody activates who has just read it.</summary>
    public static async Task<ActivateJourney.Input> ActivationAsync(this Studio studio, string journey) =>
        new(journey, (await studio.RunAsync(new ReadJourney.Input(journey))).WordingMark!);

    /// <summary>A journey as <see cref="JourneyAsync"/> has it, that waits for its activation.</summary>
    public static async Task<string> JourneyDraftAsync(
        this Studio studio, SegmentGroup members, Func<JourneyTerms, JourneyTerms>? but = null)
    {
        var code = Key();
        await studio.SegmentAsync(code, members);
        var words = await studio.TemplateAsync();
        var terms = Given.Terms(JourneyTrigger.ShopEvent, words.Code) with { ShopEvent = "basket-left", Segment = code };
        await studio.RunAsync(new EditJourney.Input(code, but?.Invoke(terms) ?? terms));
        return code;
    }

    /// <summary>What a journey has decided, member by member.</summary>
    public static Task<List<JourneyOutcome>> OutcomesAsync(this Studio studio, string journey) => studio.LookAsync(db => (
        from decision in db.JourneyDecisions.AsNoTracking()
        join one in db.Journeys on decision.JourneyId equals one.Id
        where one.Code == journey
        orderby decision.Outcome
        select decision.Outcome).ToListAsync());

    /// <summary>Tells the journeys of a shop's event of these members.</summary>
    public static Task<bool> TellAsync(this GatewayHost host, Studio studio, params Reader[] members)
    {
        var today = DateOnly.FromDateTime(host.Host.Time.GetUtcNow().UtcDateTime.AddHours(8));
        return host.Host.InBrandAsync(studio.Brand, async scope =>
        {
            var session = scope.GetRequiredService<DataSession>();
            await session.BeginAsync();
            await Happened.TellAsync(
                scope, JourneyTrigger.ShopEvent, [.. members.Select(m => JourneyHappenings.Cause(m.Id, "shop:1", today))]);
            await session.CommitAsync();
            return true;
        });
    }

    /// <summary>The brand's segments, as if they had been saved so before sensitive conditions were checked.</summary>
    public static Task<int> RewordAsync(this TrustHost host, Studio studio, SegmentGroup members)
    {
        var terms = new SegmentTerms { Name = new LocalName("分群", "Segment"), Members = members }.ToJson();
        return host.Host.InBrandAsync(studio.Brand, async scope =>
        {
            var session = scope.GetRequiredService<DataSession>();
            await session.BeginAsync();
            var reworded = await scope.GetRequiredService<MarketingDb>().SegmentVersions
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.Terms, terms));
            await session.CommitAsync();
            return reworded;
        });
    }
}

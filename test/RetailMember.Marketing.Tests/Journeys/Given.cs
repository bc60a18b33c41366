using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Days;
using RetailMember.Marketing.Journeys.Deciding;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.Marketing.Journeys.Reading;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Marketing.Templates;
using RetailMember.Marketing.Tests.Segments;
using RetailMember.Membership;
using RetailMember.Membership.Members;
using RetailMember.Membership.Purchases;
using RetailMember.Redemption.Vouchers;
using RetailMember.Redemption.Vouchers.Definitions;
using RetailMember.Redemption.Vouchers.Rules;
using RetailMember.Values;

namespace RetailMember.Marketing.Tests.Journeys;

/// <summary>Short ways to say what is asked.</summary>
internal static class Given
{
    private static int last;

    public static string Key() => Guid.CreateVersion7().ToString("N");

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);

    public static async Task<MemberSummary> MemberAsync(this JourneyShop shop, string? birthday = null)
    {
        var enrolled = await shop.Do(new EnrolMember.Input
        {
            Key = Key(), Name = "李明", StoreCode = "s1", Birthday = birthday is null ? null : Day(birthday),
            Mobile = (13_600_000_000 + Interlocked.Increment(ref last)).ToString(CultureInfo.InvariantCulture),
        });
        return (await shop.InTables(t => t.GetRequiredService<IMemberFiles>().FindAsync([enrolled.MemberNo], default)))[enrolled.MemberNo];
    }

    /// <summary>He follows the account of WeChat under this name.</summary>
    public static Task FollowAsync(this JourneyShop shop, MemberSummary member, string openId) => shop.InTables(async tables =>
    {
        var link = new WeChatLink
        {
            BrandId = tables.GetRequiredService<DataSession>().Brand!.Value, MemberId = member.Id, AppId = "", OpenId = openId,
            RecipientId = tables.GetRequiredService<RecipientBook>().IdOf(openId), LinkedBy = "test",
            LinkedAt = shop.Clock.GetUtcNow().UtcDateTime,
        };
        await tables.GetRequiredService<IRows>().InsertAsync([link]);
        return true;
    });

    /// <summary>A receipt of a day at noon.</summary>
    public static Task BuysAsync(
        this JourneyShop shop, MemberSummary member, decimal yuan, string day, string? receipt = null, string at = "12:00") =>
        shop.Do(new RecordPurchase.Input
        {
            ReceiptNo = receipt ?? Key(), StoreCode = "s1", Member = member.MemberNo, Amount = Money.FromYuan(yuan),
            OccurredAt = Day(day).ToDateTime(TimeOnly.Parse(at, CultureInfo.InvariantCulture)),
        });

    public static Task GrantAsync(this JourneyShop shop, MemberSummary member, long points, string lastDay) =>
        shop.InTables(t => t.GetRequiredService<ILedger>().PostAsync(
        [
            new Credit
            {
                Key = Key(), Owner = member.Id, Unit = MembershipUnits.Points, Amount = points, On = Day("2024-12-01"),
                ExpiresOn = Day(lastDay), Kind = PostingKind.Earn,
            },
        ]));

    /// <summary>Approved words that name these variables; its code.</summary>
    public static Task<string> TemplateAsync(
        this JourneyShop shop, TemplateKind kind = TemplateKind.Marketing, params string[] variables) =>
        shop.TemplateAsync(t => t, kind, variables);

    /// <param name="change">What is not as usual.</param>
    public static async Task<string> TemplateAsync(
        this JourneyShop shop, Func<TemplateTerms, TemplateTerms> change, TemplateKind kind = TemplateKind.Marketing,
        params string[] variables)
    {
        var code = "t" + Key();
        var draft = await shop.Do(new EditTemplate.Input(code, change(new TemplateTerms
        {
            Name = "问候", Kind = kind, Signature = JourneyShop.Signature,
            Body = string.Concat(variables.Select(v => $"${{{v}}} ")) + "海棠问候您。拒收请回复TD",
            Variables = [.. variables.Select(v => new TemplateVariable(v, VariableSource.Given, 20, "样"))],
        })));
        await shop.Do(new ApproveTemplate.Input(code, 1, draft.WordingMark!), caller: JourneyShop.Second);
        return code;
    }

    /// <summary>An active definition of vouchers; its code.</summary>
    public static async Task<string> VoucherAsync(this JourneyShop shop, decimal yuan)
    {
        var code = "v" + Key();
        await shop.Do(new EditVoucherDefinition.Input(code, new VoucherTerms
        {
            Name = new LocalName("回归礼", "Welcome back"), Amount = Money.FromYuan(yuan), Validity = new Validity { Days = 30 },
        }));
        await shop.Do(new ActivateVoucherDefinition.Input(code));
        return code;
    }

    public static JourneyTerms Terms(JourneyTrigger trigger, string template) => new()
    {
        Name = new LocalName("旅程", "Journey"), Trigger = trigger, Template = template,
    };

    /// <summary>A segment of members of a tier; its code.</summary>
    public static async Task<string> SegmentAsync(this JourneyShop shop, string tier)
    {
        var code = "s" + Key();
        await shop.Do(new EditSegment.Input(code, new SegmentTerms
        {
            Name = new LocalName("分群", "Segment"), Members = Conditions.All(Conditions.Of("membership.tier", ("oneOf", tier))),
        }));
        return code;
    }

    /// <summary>As if the module that knows its conditions had gone, or come back.</summary>
    public static Task<int> RenameConditionsAsync(this JourneyShop shop, string segment, string from, string to) =>
        shop.InTables(async tables =>
        {
            var db = tables.GetRequiredService<MarketingDb>();
            var versions = db.SegmentVersions.Where(v => db.Segments.Any(s => s.Id == v.SegmentId && s.Code == segment));
            var renamed = (await versions.Select(v => v.Terms).SingleAsync()).Replace(from, to, StringComparison.Ordinal);
            return await versions.ExecuteUpdateAsync(set => set.SetProperty(v => v.Terms, renamed));
        });

    /// <summary>A running journey; its code.</summary>
    public static async Task<string> JourneyAsync(this JourneyShop shop, JourneyTerms terms, string? from = null)
    {
        var code = "j" + Key();
        await shop.Do(new EditJourney.Input(code, terms));
        await shop.Do(await shop.ActivationAsync(code, from), caller: JourneyShop.Second);
        return code;
    }

    /// <summary>What somebody activates who has just read it.</summary>
    public static async Task<ActivateJourney.Input> ActivationAsync(this JourneyShop shop, string journey, string? from = null) =>
        new(journey, (await shop.Do(new ReadJourney.Input(journey))).WordingMark!, from is null ? null : Day(from));

    /// <summary>Journeys of other tests of the same brand walk no more.</summary>
    public static async Task EndAllAsync(this JourneyShop shop, string but)
    {
        foreach (var row in (await shop.Do(new FindJourneys.Input(JourneyState.Running))).Journeys)
            if (row.Latest.Journey != but) await shop.Do(new EndJourney.Input(row.Latest.Journey));
    }

    /// <summary>The morning's job.</summary>
    public static Task<WalkJourneys.Result> WalkAsync(this JourneyShop shop, string day)
    {
        shop.Clock.Set(day, "07:30:00");
        return shop.Do(new WalkJourneys.Input());
    }

    public static async Task<IReadOnlyList<DecisionView>> DecisionsAsync(
        this JourneyShop shop, string journey, MemberSummary? member = null) =>
        (await shop.Do(new FindDecisions.Input { Journey = journey, Member = member?.MemberNo })).Items;

    /// <summary>What was decided on him, also where nobody may read it now.</summary>
    public static Task<List<JourneyOutcome>> OutcomesAsync(this JourneyShop shop, string journey, MemberSummary member) =>
        shop.InTables(tables =>
        {
            var db = tables.GetRequiredService<MarketingDb>();
            return db.JourneyDecisions.Where(d => d.MemberId == member.Id && db.Journeys.Any(j => j.Id == d.JourneyId && j.Code == journey))
                .OrderBy(d => d.On).Select(d => d.Outcome).ToListAsync();
        });

    /// <summary>What his messages of a journey say beside their words.</summary>
    public static Task<List<Dictionary<string, string>>> SaidAsync(this JourneyShop shop, string journey, MemberSummary member) =>
        shop.InTables(async tables =>
        {
            var messages = await tables.GetRequiredService<MarketingDb>().Messages.AsNoTracking()
                .Where(m => m.MemberId == member.Id && m.Purpose == "journey:" + journey).OrderBy(m => m.Id).ToListAsync();
            return messages.ConvertAll(m => m.Values is null
                ? []
                : JsonSerializer.Deserialize<Dictionary<string, string>>(m.Values)!);
        });

    public static async Task<IReadOnlyList<VoucherView>> VouchersAsync(this JourneyShop shop, MemberSummary member) =>
        (await shop.Do(new FindVouchers.Input { Member = member.MemberNo })).Items;

    /// <summary>Tells journeys of something, as the outbox would after the commit.</summary>
    public static Task<bool> TellAsync(this JourneyShop shop, JourneyTrigger trigger, params JourneyCause[] causes) =>
        shop.TellAsync(trigger, _ => true, causes);

    /// <param name="meant">The journeys that are told.</param>
    public static Task<bool> TellAsync(
        this JourneyShop shop, JourneyTrigger trigger, Func<JourneyTerms, bool> meant, params JourneyCause[] causes) =>
        shop.InTables(async tables =>
        {
            await Happened.TellAsync(tables, trigger, causes, meant);
            await tables.GetRequiredService<DataSession>().SaveAsync();
            return true;
        });
}

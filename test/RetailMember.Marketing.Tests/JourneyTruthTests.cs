using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Days;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Templates;
using RetailMember.Marketing.Tests.Journeys;
using RetailMember.Membership;
using RetailMember.Membership.Purchases;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Redemption.Vouchers.Definitions;
using RetailMember.Redemption.Vouchers.Rules;
using RetailMember.Testing;
using RetailMember.Values;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

public sealed class JourneyTruthTestsOnSqlite(SqliteGatewayHost host) : JourneyTruthTests(host), IClassFixture<SqliteGatewayHost>;

public sealed class JourneyTruthTestsOnPostgres(PostgresGatewayHost host)
    : JourneyTruthTests(host), IClassFixture<PostgresGatewayHost>;

/// <summary>Messages of journeys that were decided late in the evening and wait for the morning.</summary>
public abstract class JourneyTruthTests(GatewayHost host)
{
    private static readonly DateTime Base = TestClock.Morning.AddHours(-10);

    [Fact, Trait("Req", "SMS-07")]
    public async Task Who_buys_before_his_win_back_message_goes_gets_none()
    {
        var studio = await OpenAsync(host);
        At(0, 10);
        var (sleeper, buyer) = (await studio.MemberAsync(), await studio.MemberAsync());
        foreach (var member in (Reader[])[sleeper, buyer]) await BuysAsync(studio, member, 100m);
        At(61, 23);
        var journey = await WalkedAsync(studio, t => t with { Months = 2 }, JourneyTrigger.Lapse, "lastPurchase");
        At(62, 7);
        await BuysAsync(studio, buyer, 50m);

        At(62, 9);
        await studio.HandOverAsync();

        (await MessageAsync(studio, journey, sleeper)).State.ShouldBe(MessageState.Accepted);
        host.Gateway.TextsTo(sleeper.Mobile).ShouldHaveSingleItem().ShouldContain("2025-06-18");
        (await MessageAsync(studio, journey, buyer)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Skipped), m => m.Reason.ShouldBe(MessageReason.NoLongerTrue));
    }

    [Fact, Trait("Req", "SMS-08")]
    public async Task What_is_missing_to_a_goal_is_what_is_missing_in_the_morning_and_who_has_reached_it_gets_none()
    {
        var studio = await OpenAsync(host);
        At(0, 10);
        var (near, there) = (await studio.MemberAsync(), await studio.MemberAsync());
        var (voucher, rule) = ("v" + Key()[^12..], "g" + Key()[^12..]);
        await studio.RunAsync(new EditVoucherDefinition.Input(voucher, new VoucherTerms
        {
            Name = new LocalName("百元券", "Hundred"), Amount = Money.FromYuan(100m), Validity = new Validity { Days = 30 },
        }));
        await studio.RunAsync(new ActivateVoucherDefinition.Input(voucher));
        await studio.RunAsync(new EditGiftRule.Input(rule, new GiftTerms
        {
            Name = new LocalName("百元券", "Hundred"), Reason = GiftReason.MonthSpend, Spend = Money.FromYuan(1_000m),
            Vouchers = [voucher], From = Given.Day("2025-06-01"), To = Given.Day("2025-06-30"),
        }));
        await studio.RunAsync(new ActivateGiftRule.Input(rule));
        foreach (var member in (Reader[])[near, there]) await BuysAsync(studio, member, 850m);
        At(7, 23);
        var journey = await WalkedAsync(studio, t => t with { DayOfMonth = 25 }, JourneyTrigger.Goal, "reached", "missing");
        At(8, 7);
        await BuysAsync(studio, near, 100m);
        await BuysAsync(studio, there, 150m);

        At(8, 9);
        await studio.HandOverAsync();

        ValuesOf(await MessageAsync(studio, journey, near)).ShouldBe(
            new Dictionary<string, string> { ["reached"] = "950", ["missing"] = "50" }, ignoreOrder: true);
        host.Gateway.TextsTo(near.Mobile).ShouldHaveSingleItem().ShouldStartWith("950 50 ");
        (await MessageAsync(studio, journey, there)).Reason.ShouldBe(MessageReason.NoLongerTrue);
    }

    [Fact, Trait("Req", "SMS-08")]
    public async Task Days_and_points_are_told_as_they_are_when_the_message_goes()
    {
        var studio = await OpenAsync(host);
        At(0, 10);
        var member = await studio.MemberAsync();
        await GrantAsync(studio, member, 120, "2025-07-03");
        At(0, 23);
        var journey = await WalkedAsync(
            studio, t => t with { Days = 15 }, JourneyTrigger.PointsExpiry, "points", "expiring", "days");
        await GrantAsync(studio, member, 80, "2025-07-03");
        await GrantAsync(studio, member, 500, "2025-12-31");

        At(1, 9);
        await studio.HandOverAsync();

        ValuesOf(await MessageAsync(studio, journey, member)).ShouldBe(
            new Dictionary<string, string> { ["points"] = "700", ["expiring"] = "200", ["days"] = "14" }, ignoreOrder: true);
    }

    /// <summary>So many days after the first, at an hour of Shanghai.</summary>
    private void At(int days, int hour) => host.Host.Clock.Set(Base.AddDays(days).AddHours(hour));

    /// <summary>A journey that has written its messages, in commercial words that name these variables; its code.</summary>
    private static async Task<string> WalkedAsync(
        Studio studio, Func<JourneyTerms, JourneyTerms> but, JourneyTrigger trigger, params string[] variables)
    {
        var code = "j" + Key()[^12..];
        var words = await studio.TemplateAsync(terms: Terms() with
        {
            Body = string.Concat(variables.Select(v => $"${{{v}}} ")) + "海棠问候您。拒收请回复TD",
            Variables = [.. variables.Select(v => new TemplateVariable(v, VariableSource.Given, 20, "样"))],
        });
        await studio.RunAsync(new EditJourney.Input(code, but(Given.Terms(trigger, words.Code))));
        await studio.SecondAsync(await studio.ActivationAsync(code));
        await studio.RunAsync(new WalkJourneys.Input());
        await studio.HandOverAsync();
        return code;
    }

    private Task<RecordPurchase.Result> BuysAsync(Studio studio, Reader member, decimal yuan) => studio.RunAsync(new RecordPurchase.Input
    {
        ReceiptNo = Key(), StoreCode = "s1", Member = member.MemberNo, Amount = Money.FromYuan(yuan),
        OccurredAt = DateTime.SpecifyKind(host.Host.Time.GetUtcNow().UtcDateTime.AddHours(8), DateTimeKind.Unspecified),
    });

    private Task<bool> GrantAsync(Studio studio, Reader member, long points, string lastDay) =>
        host.Host.InBrandAsync(studio.Brand, async scope =>
        {
            var session = scope.GetRequiredService<DataSession>();
            await session.BeginAsync();
            await scope.GetRequiredService<ILedger>().PostAsync(
            [
                new Credit
                {
                    Key = Key(), Owner = member.Id, Unit = MembershipUnits.Points, Amount = points, On = Given.Day("2025-06-18"),
                    ExpiresOn = Given.Day(lastDay), Kind = PostingKind.Earn,
                },
            ]);
            await session.CommitAsync();
            return true;
        });

    private static async Task<Message> MessageAsync(Studio studio, string journey, Reader member) =>
        (await studio.OfPurposeAsync("journey")).Single(m => m.Purpose == "journey:" + journey && m.MemberId == member.Id);

    private static Dictionary<string, string> ValuesOf(Message message) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(message.Values!)!;
}

using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Deciding;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.Marketing.Journeys.Happenings;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Templates;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using static RetailMember.Marketing.Journeys.Happenings.JourneyHappenings;

namespace RetailMember.Marketing.Tests.Journeys;

public sealed class EventJourneyTestsOnSqlite(SqliteJourneyShop shop) : EventJourneyTests(shop), IClassFixture<SqliteJourneyShop>;

public sealed class EventJourneyTestsOnPostgres(PostgresJourneyShop shop)
    : EventJourneyTests(shop), IClassFixture<PostgresJourneyShop>;

/// <summary>Journeys whose occasions happen.</summary>
public abstract class EventJourneyTests(JourneyShop shop)
{
    private static readonly DateOnly Today = Given.Day("2025-05-06");

    private static JourneyCause Bought(MemberSummary member, string? receipt = null, DateOnly? on = null) =>
        Cause(member.Id, "purchase:" + (receipt ?? Given.Key()), on ?? Today, ("amount", "38"), ("earned", "38"));

    private async Task<(string Journey, MemberSummary Member)> AfterPurchaseAsync(
        Func<JourneyTerms, JourneyTerms>? change = null, TemplateKind kind = TemplateKind.Notice, params string[] variables)
    {
        shop.Clock.Set("2025-05-06");
        var terms = Given.Terms(JourneyTrigger.Purchase, await shop.TemplateAsync(kind, variables));
        var journey = await shop.JourneyAsync(change?.Invoke(terms) ?? terms);
        return (journey, await shop.MemberAsync());
    }

    [Fact, Trait("Req", "SMS-05")]
    public async Task After_a_purchase_a_member_hears_what_points_he_has_and_what_they_buy()
    {
        var (journey, member) = await AfterPurchaseAsync(null, TemplateKind.Notice, "points", "rewards", "earned");
        var poor = await shop.MemberAsync();
        foreach (var (code, name, points) in ((string, string, long)[])[("towel", "毛巾", 200), ("mug", "马克杯", 300), ("kettle", "电热水壶", 900)])
            await shop.Do(new EditReward.Input(code, new RewardTerms
            {
                Name = new LocalName(name, code), Kind = RewardKind.Goods, Points = points,
            }));
        await shop.Do(new EditEdition.Input(
            "spring", Today, Given.Day("2025-12-31"), [new("towel"), new("mug"), new("kettle")]));
        await shop.Do(new PublishEdition.Input("spring"));
        await shop.GrantAsync(member, 350, "2026-12-31");

        await shop.TellAsync(JourneyTrigger.Purchase, Bought(member), Bought(poor));

        (await shop.SaidAsync(journey, member)).ShouldHaveSingleItem().ShouldBe(
            new Dictionary<string, string> { ["points"] = "350", ["rewards"] = "马克杯、毛巾", ["earned"] = "38" }, ignoreOrder: true);
        (await shop.DecisionsAsync(journey, poor)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.NothingToTell);
    }

    [Fact, Trait("Req", "SMS-12")]
    public async Task Each_receipt_of_a_day_brings_its_own_message_and_one_that_is_told_twenty_times_at_once_brings_one()
    {
        var (journey, member) = await AfterPurchaseAsync();
        var (first, second) = (Bought(member), Bought(member));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => shop.TellAsync(JourneyTrigger.Purchase, i % 2 == 0 ? first : second)));

        (await shop.SaidAsync(journey, member)).Count.ShouldBe(2);
        (await shop.DecisionsAsync(journey, member)).Select(d => d.Verdict).ShouldBe([JourneyOutcome.Queued, JourneyOutcome.Queued]);
        (await shop.DecisionsAsync(journey, member)).ShouldAllBe(d => d.MessageState == MessageState.Queued);
    }

    [Fact, Trait("Req", "SMS-05")]
    public async Task A_journey_may_write_once_a_month_however_often_its_member_buys()
    {
        var (journey, member) = await AfterPurchaseAsync(t => t with { Once = OncePer.Month });

        await shop.TellAsync(JourneyTrigger.Purchase, Bought(member), Bought(member));
        await shop.TellAsync(JourneyTrigger.Purchase, Bought(member));

        (await shop.DecisionsAsync(journey, member)).ShouldHaveSingleItem().Occasion.ShouldBe("month:2025-05");
    }

    [Fact, Trait("Req", "SMS-13")]
    public async Task Who_has_not_agreed_gets_neither_words_nor_voucher_and_is_asked_anew_at_the_next_occasion()
    {
        var voucher = await shop.VoucherAsync(20m);
        var (journey, member) = await AfterPurchaseAsync(
            t => t with { Voucher = voucher, Once = OncePer.Month }, TemplateKind.Marketing);
        shop.Unwilling[member.Id] = true;
        await shop.TellAsync(JourneyTrigger.Purchase, Bought(member));
        (await shop.DecisionsAsync(journey, member)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.NoConsent);
        (await shop.VouchersAsync(member)).ShouldBeEmpty();

        shop.Unwilling.TryRemove(member.Id, out _);
        await shop.TellAsync(JourneyTrigger.Purchase, Bought(member));

        (await shop.DecisionsAsync(journey, member)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.Queued);
        (await shop.VouchersAsync(member)).Count.ShouldBe(1);
    }

    [Fact, Trait("Req", "SMS-05")]
    public async Task Receipts_of_before_the_journey_and_receipts_that_come_late_bring_nothing()
    {
        var (journey, member) = await AfterPurchaseAsync();
        shop.Clock.Set("2025-05-09");

        await shop.TellAsync(JourneyTrigger.Purchase, Bought(member, on: Given.Day("2025-05-05")), Bought(member, on: Today));

        (await shop.DecisionsAsync(journey, member)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.TooLate);
    }

    [Fact, Trait("Req", "SMS-01")]
    public async Task A_new_version_decides_from_its_day_on_and_a_journey_that_ended_writes_no_more()
    {
        var (journey, member) = await AfterPurchaseAsync();
        var terms = Given.Terms(JourneyTrigger.Purchase, await shop.TemplateAsync(TemplateKind.Notice));
        await shop.Do(new EditJourney.Input(journey, terms with { Tiers = ["diamond"] }));
        (await shop.RefusalOf(new ActivateJourney.Input(journey, Given.Day("2025-05-05")))).ShouldBe("marketing.journey-day-out-of-range");
        await shop.Do(new ActivateJourney.Input(journey, Given.Day("2025-05-07")));

        await shop.TellAsync(JourneyTrigger.Purchase, Bought(member));
        shop.Clock.Set("2025-05-07");
        await shop.TellAsync(JourneyTrigger.Purchase, Bought(member, on: Given.Day("2025-05-07")));
        await shop.Do(new EndJourney.Input(journey));
        await shop.TellAsync(JourneyTrigger.Purchase, Bought(member, on: Given.Day("2025-05-07")));

        (await shop.DecisionsAsync(journey, member)).OrderBy(d => d.BusinessDate).Select(d => (d.Revision, d.Verdict)).ShouldBe(
            [(1, JourneyOutcome.Queued), (2, JourneyOutcome.NotForTier)]);
        (await shop.RefusalOf(new EndJourney.Input(journey))).ShouldBe("marketing.journey-not-running");
        (await shop.RefusalOf(new EditJourney.Input(journey, terms with { Trigger = JourneyTrigger.Welcome })))
            .ShouldBe("marketing.journey-trigger-fixed");
    }

    [Fact, Trait("Req", "SMS-17")]
    public async Task Words_that_ask_for_what_a_journey_cannot_tell_or_that_nobody_approved_are_refused()
    {
        shop.Clock.Set("2025-05-06");
        var lapses = await shop.TemplateAsync(TemplateKind.Marketing, "lastPurchase");
        var vouchers = await shop.TemplateAsync(TemplateKind.Marketing, "voucherAmount");
        var draft = "t" + Given.Key();
        await shop.Do(new EditTemplate.Input(draft, new TemplateTerms
        {
            Name = "问候", Signature = JourneyShop.Signature, Body = "您好。拒收请回复TD",
        }));
        var code = "j" + Given.Key();

        (await RefusalOfAsync(JourneyTrigger.Welcome, lapses)).ShouldBe("marketing.journey-cannot-tell");
        (await RefusalOfAsync(JourneyTrigger.Welcome, vouchers)).ShouldBe("marketing.journey-cannot-tell");
        (await RefusalOfAsync(JourneyTrigger.Welcome, "nowhere")).ShouldBe("marketing.template-not-found");
        (await RefusalOfAsync(JourneyTrigger.Birthday, draft)).ShouldBe("marketing.journey-days");
        await shop.Do(new EditJourney.Input(code, Given.Terms(JourneyTrigger.Welcome, draft)));
        (await shop.RefusalOf(new ActivateJourney.Input(code))).ShouldBe("marketing.template-not-approved");

        Task<string> RefusalOfAsync(JourneyTrigger trigger, string template) =>
            shop.RefusalOf(new EditJourney.Input(code, Given.Terms(trigger, template)));
    }

    [Fact, Trait("Req", "SMS-11")]
    public async Task A_basket_that_was_left_in_an_online_shop_is_told_to_the_journeys_of_that_event_alone()
    {
        shop.Clock.Set("2025-05-06");
        var member = await shop.MemberAsync();
        var basket = Given.Terms(JourneyTrigger.ShopEvent, await shop.TemplateAsync(TemplateKind.Marketing, "item"));
        var left = await shop.JourneyAsync(basket with { ShopEvent = "basket-left" });
        var putBack = await shop.JourneyAsync(basket with { ShopEvent = "item-put-back" });
        shop.Outbox.Take();
        var input = new TellShopEvent.Input(Given.Key(), member.MemberNo, "basket-left", "风衣");

        await shop.Do(input);
        await shop.Do(input);

        var told = shop.Outbox.Take().OfType<ShopEventTold>().ShouldHaveSingleItem();
        await shop.TellAsync(
            JourneyTrigger.ShopEvent, terms => terms.ShopEvent == told.Kind,
            Cause(told.MemberId, "shop:" + told.Key, Today, ("item", told.Item)));
        (await shop.SaidAsync(left, member)).ShouldHaveSingleItem()["item"].ShouldBe("风衣");
        (await shop.DecisionsAsync(putBack, member)).ShouldBeEmpty();
    }
}

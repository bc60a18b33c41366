using Microsoft.Extensions.DependencyInjection;
using RetailMember.Events;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Days;
using RetailMember.Marketing.Journeys.Deciding;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.Marketing.Journeys.Happenings;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Marketing.Templates;
using RetailMember.Membership;
using RetailMember.Membership.Members;
using RetailMember.Membership.Purchases;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.StoredValue;
using RetailMember.Texts;
using RetailMember.Values;
using static RetailMember.Marketing.Journeys.Happenings.JourneyHappenings;

namespace RetailMember.Marketing.Tests.Journeys;

public sealed class EventJourneyTestsOnSqlite(SqliteJourneyShop shop) : EventJourneyTests(shop), IClassFixture<SqliteJourneyShop>;

public sealed class EventJourneyTestsOnPostgres(PostgresJourneyShop shop)
    : EventJourneyTests(shop), IClassFixture<PostgresJourneyShop>;

/// <summary>Journeys whose occasions happen.</summary>
public abstract partial class EventJourneyTests(JourneyShop shop)
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
        (await shop.RefusalOf(await shop.ActivationAsync(journey, "2025-05-05"), caller: JourneyShop.Second))
            .ShouldBe("marketing.journey-day-out-of-range");
        await shop.Do(await shop.ActivationAsync(journey, "2025-05-07"), caller: JourneyShop.Second);

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
        (await shop.RefusalOf(await shop.ActivationAsync(code), caller: JourneyShop.Second)).ShouldBe("marketing.template-not-approved");

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

    [Fact, Trait("Req", "SMS-05"), Trait("Req", "SMS-13")]
    public async Task After_a_wait_all_is_asked_again_whether_the_receipt_stands_and_whether_he_still_agrees()
    {
        var (journey, member) = await AfterPurchaseAsync(t => t with { WaitMinutes = 30 }, TemplateKind.Marketing);
        var (returns, regrets) = (await shop.MemberAsync(), await shop.MemberAsync());
        shop.Outbox.Take();
        foreach (var buyer in (MemberSummary[])[member, returns, regrets]) await shop.BuysAsync(buyer, 50m, "2025-05-06", buyer.MemberNo);
        var bought = shop.Outbox.Take().OfType<PurchaseRecorded>()
            .Select(e => Cause(e.MemberId, JourneyWaits.Receipt + e.PurchaseId.ToString("N"), e.BusinessDate)).ToArray();

        await shop.TellAsync(JourneyTrigger.Purchase, bought);
        await shop.TellAsync(JourneyTrigger.Purchase, bought);
        await shop.Do(new EndWaits.Input());
        (await shop.DecisionsAsync(journey)).Select(d => d.Verdict).ShouldBe(Enumerable.Repeat(JourneyOutcome.Waiting, 3));
        await shop.Do(new RefundPurchase.Input
        {
            RefundNo = Given.Key(), StoreCode = "s1", ReceiptNo = returns.MemberNo, Amount = Money.FromYuan(50m),
        });
        shop.Unwilling[regrets.Id] = true;
        shop.Clock.Set("2025-05-06", "12:30:00");
        (await shop.Do(new EndWaits.Input())).ShouldBe(new EndWaits.Result(3, 1));
        (await shop.Do(new EndWaits.Input())).ShouldBe(new EndWaits.Result(0, 0));

        (await shop.DecisionsAsync(journey, member)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.Queued);
        (await shop.DecisionsAsync(journey, returns)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.TakenBack);
        (await shop.DecisionsAsync(journey, regrets)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.NoConsent);
        await shop.TellAsync(JourneyTrigger.Purchase, bought);
        (await shop.SaidAsync(journey, member)).Count.ShouldBe(1);
    }

    [Fact, Trait("Req", "SMS-11")]
    public async Task A_basket_that_was_left_is_forgotten_when_its_owner_buys_while_the_journey_waits_or_the_journey_ends()
    {
        shop.Clock.Set("2025-05-06");
        var terms = Given.Terms(JourneyTrigger.ShopEvent, await shop.TemplateAsync(TemplateKind.Marketing)) with
        {
            ShopEvent = "basket-left", WaitMinutes = 60,
        };
        var (journey, ended) = (await shop.JourneyAsync(terms), await shop.JourneyAsync(terms));
        var (buyer, other) = (await shop.MemberAsync(), await shop.MemberAsync());

        await shop.TellAsync(JourneyTrigger.ShopEvent, Cause(buyer.Id, "shop:1", Today), Cause(other.Id, "shop:2", Today));
        shop.Clock.Set("2025-05-06", "13:00:00");
        await shop.BuysAsync(buyer, 10m, "2025-05-06", at: "13:00");
        await shop.Do(new EndJourney.Input(ended));
        await shop.Do(new EndWaits.Input());

        (await shop.DecisionsAsync(journey, buyer)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.BoughtSince);
        (await shop.DecisionsAsync(journey, other)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.Queued);
        (await shop.DecisionsAsync(ended)).Select(d => d.Verdict).ShouldBe([JourneyOutcome.JourneyEnded, JourneyOutcome.JourneyEnded]);
        var dated = terms with { Trigger = JourneyTrigger.Birthday, Days = 3, ShopEvent = null };
        (await shop.RefusalOf(new EditJourney.Input(journey, dated))).ShouldBe("marketing.journey-wait-by-date");
    }

    [Fact, Trait("Req", "SMS-09")]
    public async Task A_journey_for_a_segment_writes_to_its_members_alone_as_it_stands_then()
    {
        var segment = "s" + Given.Key();
        await SaveAsync("gold");
        var (journey, gold) = await AfterPurchaseAsync(t => t with { Segment = segment });
        var other = await shop.MemberAsync();
        await shop.Do(new GrantTier.Input(gold.MemberNo, "gold", "test"));

        await shop.TellAsync(JourneyTrigger.Purchase, Bought(gold), Bought(other));
        (await shop.DecisionsAsync(journey, gold)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.Queued);
        (await shop.DecisionsAsync(journey, other)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.NotInSegment);
        await SaveAsync("diamond");
        await shop.TellAsync(JourneyTrigger.Purchase, Bought(gold, "later"));

        (await shop.DecisionsAsync(journey, gold)).Select(d => d.Verdict)
            .ShouldBe([JourneyOutcome.Queued, JourneyOutcome.NotInSegment], ignoreOrder: true);
        (await shop.RefusalOf(new EditJourney.Input(
            journey, Given.Terms(JourneyTrigger.Purchase, await shop.TemplateAsync()) with { Segment = "nowhere" })))
            .ShouldBe("marketing.segment-not-found");

        Task SaveAsync(string tier) => shop.Do(new EditSegment.Input(segment, new SegmentTerms
        {
            Name = new LocalName("等级", "Tier"),
            Members = new SegmentGroup
            {
                Conditions =
                [
                    new("membership.tier") { Values = new Dictionary<string, IReadOnlyList<string>> { ["oneOf"] = [tier] } },
                ],
            },
        }));
    }

    [Fact, Trait("Req", "SMS-12")]
    public async Task A_card_that_paid_is_told_with_what_is_left_on_it()
    {
        shop.Clock.Set("2025-05-06");
        var template = await shop.TemplateAsync(TemplateKind.Notice, "card", "movement", "amount", "left");
        var journey = await shop.JourneyAsync(Given.Terms(JourneyTrigger.CardMovement, template));
        var member = await shop.MemberAsync();
        var paid = new CardMoved(1, Guid.CreateVersion7(), member.Id, "**1234", CardMovement.Paid, 11, -3_000, -850, 61_150);
        var cause = JourneysOfCards.CauseOf(
            new Delivered<CardMoved>(7, 1, shop.Clock.GetUtcNow().UtcDateTime, paid), shop.Brands.Brands[0],
            shop.Services.GetRequiredService<ITexts>());

        await shop.TellAsync(JourneyTrigger.CardMovement, cause);
        await shop.TellAsync(JourneyTrigger.CardMovement, cause);

        (await shop.SaidAsync(journey, member)).ShouldHaveSingleItem().ShouldBe(
            new Dictionary<string, string> { ["card"] = "**1234", ["movement"] = "消费", ["amount"] = "38.5", ["left"] = "611.5" },
            ignoreOrder: true);
    }
}

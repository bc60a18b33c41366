using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.Marketing.Journeys.Pages;
using RetailMember.Marketing.Journeys.Reading;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.OptOuts;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Marketing.Signatures;
using RetailMember.Marketing.Templates;
using RetailMember.Membership;
using RetailMember.Texts;

namespace RetailMember.Marketing.Tests.Journeys;

/// <summary>Who is not written to gets nothing, and who drafts does not activate.</summary>
public abstract partial class EventJourneyTests
{
    [Fact, Trait("Req", "SMS-13")]
    public async Task Who_opted_out_gets_no_voucher_with_commercial_words_and_still_hears_notices()
    {
        var voucher = await shop.VoucherAsync(20m);
        var (journey, member) = await AfterPurchaseAsync(t => t with { Voucher = voucher }, TemplateKind.Marketing);
        await shop.Do(new RecordOptOut.Input(member.MemberNo, "s1"));

        await GivesNothingAsync(journey, member, JourneyOutcome.OptedOut);

        var notice = await shop.JourneyAsync(
            Given.Terms(JourneyTrigger.Purchase, await shop.TemplateAsync(TemplateKind.Notice)));
        await shop.TellAsync(JourneyTrigger.Purchase, Bought(member));
        (await shop.DecisionsAsync(notice, member)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.Queued);
        (await shop.Do(new ReadOptOut.Input(member.MemberNo))).By.ShouldBe(OptOutWay.Store);
    }

    [Fact, Trait("Req", "SMS-13")]
    public async Task What_invites_to_buy_or_gives_a_voucher_cannot_go_as_a_notice()
    {
        shop.Clock.Set("2025-05-06");
        var (notice, code) = (await shop.TemplateAsync(TemplateKind.Notice), "j" + Given.Key());
        var voucher = await shop.VoucherAsync(20m);

        foreach (var terms in (JourneyTerms[])
        [
            Given.Terms(JourneyTrigger.Lapse, notice) with { Months = 2 },
            Given.Terms(JourneyTrigger.Birthday, notice) with { Days = 3 },
            Given.Terms(JourneyTrigger.Goal, notice) with { DayOfMonth = 20 },
            Given.Terms(JourneyTrigger.Calendar, notice) with { Dates = [Given.Day("2025-06-01")] },
            Given.Terms(JourneyTrigger.ShopEvent, notice) with { ShopEvent = "basket-left" },
            Given.Terms(JourneyTrigger.Purchase, notice) with { Voucher = voucher },
        ])
        {
            (await shop.RefusalOf(new EditJourney.Input(code, terms))).ShouldBe("marketing.journey-commercial-only");
        }

        await shop.Do(new EditJourney.Input(code, Given.Terms(JourneyTrigger.Purchase, notice)));
    }

    [Fact, Trait("Req", "SMS-13")]
    public async Task Who_has_no_address_on_the_channel_of_the_words_gets_no_voucher()
    {
        var voucher = await shop.VoucherAsync(20m);
        var mail = await shop.TemplateAsync(t => t with { Channel = MessageChannel.Mail, Body = "夏日新品到店", Variables = [] });
        shop.Clock.Set("2025-05-06");
        var journey = await shop.JourneyAsync(Given.Terms(JourneyTrigger.Purchase, mail) with { Voucher = voucher });
        var member = await shop.MemberAsync();

        await GivesNothingAsync(journey, member, JourneyOutcome.Unreachable);
    }

    [Fact, Trait("Req", "SMS-10")]
    public async Task Words_for_WeChat_go_to_who_follows()
    {
        var words = await shop.TemplateAsync(t => t with { Channel = MessageChannel.WeChat, ProviderCode = "T1" });
        shop.Clock.Set("2025-05-06");
        var journey = await shop.JourneyAsync(Given.Terms(JourneyTrigger.Purchase, words));
        var (follower, stranger) = (await shop.MemberAsync(), await shop.MemberAsync());
        await shop.FollowAsync(follower, "oia2TjuEGTNoeX76QEjQNrcURxG8");

        await shop.TellAsync(JourneyTrigger.Purchase, Bought(follower));
        await shop.TellAsync(JourneyTrigger.Purchase, Bought(stranger));

        (await shop.DecisionsAsync(journey, follower)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.Queued);
        (await shop.DecisionsAsync(journey, stranger)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.Unreachable);
    }

    [Fact, Trait("Req", "SMS-17")]
    public async Task While_the_signature_of_its_words_is_withdrawn_a_journey_gives_nothing()
    {
        shop.Clock.Set("2025-05-06");
        var signature = "临时" + Given.Key()[^6..];
        await shop.Do(new ProposeSignature.Input(signature));
        await shop.Do(new ApproveSignature.Input(signature), caller: JourneyShop.Second);
        var template = await shop.TemplateAsync(t => t with { Signature = signature });
        var journey = await shop.JourneyAsync(
            Given.Terms(JourneyTrigger.Purchase, template) with { Voucher = await shop.VoucherAsync(20m) });
        var member = await shop.MemberAsync();
        await shop.Do(new WithdrawSignature.Input(signature));

        await GivesNothingAsync(journey, member, JourneyOutcome.TemplateNotApproved);
    }

    [Fact, Trait("Req", "SMS-01")]
    public async Task Who_drafted_a_journey_does_not_activate_it()
    {
        shop.Clock.Set("2025-05-06");
        var code = "j" + Given.Key();
        await shop.Do(new EditJourney.Input(code, Given.Terms(JourneyTrigger.Welcome, await shop.TemplateAsync())));

        (await shop.RefusalOf(await shop.ActivationAsync(code))).ShouldBe("marketing.own-journey");
        (await shop.Do(await shop.ActivationAsync(code), caller: JourneyShop.Second)).State.ShouldBe(JourneyState.Running);
    }

    [Theory, Trait("Req", "SMS-01"), InlineData("terms"), InlineData("segment"), InlineData("template")]
    public async Task What_was_changed_of_a_journey_since_it_was_read_is_not_put_in_force(string changed)
    {
        shop.Clock.Set("2025-05-06");
        var (code, segment) = ("j" + Given.Key(), "s" + Given.Key());
        var known = new SegmentTerms { Name = new LocalName("分群", "Segment"), Members = new SegmentGroup() };
        await shop.Do(new EditSegment.Input(segment, known));
        var terms = Given.Terms(JourneyTrigger.Welcome, await shop.TemplateAsync()) with { Segment = segment };
        await shop.Do(new EditJourney.Input(code, terms));
        var read = await shop.ActivationAsync(code);
        (await shop.ActivationAsync(code)).ShouldBe(read);

        if (changed == "terms") await shop.Do(new EditJourney.Input(code, terms with { WaitMinutes = 5 }));
        else if (changed == "segment")
            await shop.Do(new EditSegment.Input(segment, known with { Name = new LocalName("新分群", "Another") }));
        else
        {
            var words = await shop.Do(new EditTemplate.Input(terms.Template, new TemplateTerms
            {
                Name = "问候", Signature = JourneyShop.Signature, Body = "全场一折。拒收请回复TD",
            }));
            await shop.Do(new ApproveTemplate.Input(terms.Template, words.Revision, words.WordingMark!), caller: JourneyShop.Second);
        }

        (await shop.RefusalOf(read, caller: JourneyShop.Second)).ShouldBe("marketing.journey-changed");
        (await shop.Do(await shop.ActivationAsync(code), caller: JourneyShop.Second)).State.ShouldBe(JourneyState.Running);
        (await shop.Do(new ReadJourney.Input(code))).WordingMark.ShouldBeNull();
    }

    [Theory, Trait("Req", "SMS-01"), InlineData("zh-Hans", "2026-03-20、2026-09-23"), InlineData("en", "2026-03-20, 2026-09-23")]
    public void Its_days_stand_beside_each_other_as_the_language_writes_them(string language, string days)
    {
        var texts = new TextCatalogue([typeof(MarketingModule).Assembly]).For(language);
        var terms = Given.Terms(JourneyTrigger.Calendar, "t1") with { Dates = [Given.Day("2026-03-20"), Given.Day("2026-09-23")] };

        texts.When(terms).ShouldContain(days);
    }

    /// <summary>The journeys of other tests are told of every purchase too, and so they end before and this one after.</summary>
    private async Task GivesNothingAsync(string journey, MemberSummary member, JourneyOutcome why)
    {
        await shop.EndAllAsync(but: journey);
        await shop.TellAsync(JourneyTrigger.Purchase, Bought(member));
        await shop.Do(new EndJourney.Input(journey));

        (await shop.DecisionsAsync(journey, member)).ShouldHaveSingleItem().Verdict.ShouldBe(why);
        (await shop.VouchersAsync(member)).ShouldBeEmpty();
    }
}

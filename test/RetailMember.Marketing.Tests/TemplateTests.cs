using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Direct;
using RetailMember.Marketing.Direct.TestAddresses;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Signatures;
using RetailMember.Marketing.Templates;
using RetailMember.Messages;
using RetailMember.People;
using RetailMember.UseCases;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

/// <summary>Words and names that another person approves, and what is sent at once in them.</summary>
[Trait("Req", "SMS-17")]
public sealed partial class TemplateTests(SqliteGatewayHost host) : IClassFixture<SqliteGatewayHost>
{
    [Fact]
    public async Task Who_edited_last_does_not_approve_and_words_without_an_approved_signature_wait()
    {
        var studio = await OpenAsync(host);
        var draft = await studio.RunAsync(new EditTemplate.Input("t1", Terms() with { Signature = "新签名" }));
        var approval = new ApproveTemplate.Input("t1", 1, draft.WordingMark!);
        await studio.RunAsync(new ProposeSignature.Input("新签名"));

        (await studio.RefusalAsync(new ApproveSignature.Input("新签名"))).ShouldBe("marketing.own-draft");
        (await studio.RefusalAsync(approval)).ShouldBe("marketing.own-draft");
        (await studio.RefusalAsync(approval, second: true))
            .ShouldBe("marketing.signature-not-approved");
        await studio.SecondAsync(new ApproveSignature.Input("新签名"));
        (await studio.SecondAsync(approval)).State.ShouldBe(TemplateState.Approved);
        (await studio.RefusalAsync(approval, second: true)).ShouldBe("marketing.not-a-draft");
    }

    [Fact]
    public async Task Approved_words_are_never_changed_under_anybody()
    {
        var studio = await OpenAsync(host);
        var first = await studio.TemplateAsync();

        var draft = await studio.RunAsync(
            new EditTemplate.Input(first.Code, Terms() with { Body = "全场八折,拒收请回复TD", Variables = [] }));

        (draft.Revision, draft.State).ShouldBe((2, TemplateState.Draft));
        (await StatesAsync(studio, first.Code)).ShouldBe([TemplateState.Approved, TemplateState.Draft]);
        await studio.SecondAsync(new ApproveTemplate.Input(first.Code, 2, draft.WordingMark!));
        (await StatesAsync(studio, first.Code)).ShouldBe([TemplateState.Replaced, TemplateState.Approved]);
    }

    [Fact]
    public async Task Words_that_were_changed_since_they_were_read_are_not_approved()
    {
        var studio = await OpenAsync(host);
        var read = await studio.RunAsync(new EditTemplate.Input("unread", Terms()));
        await studio.RunAsync(new EditTemplate.Input("unread", Terms() with { Body = "${name}您好,全场一折。拒收请回复TD" }));

        (await studio.RefusalAsync(new ApproveTemplate.Input("unread", 1, read.WordingMark!), second: true))
            .ShouldBe("marketing.template-changed");

        var again = (await studio.RunAsync(new ReadTemplate.Input("unread"))).Revisions.ShouldHaveSingleItem();
        (again.State, again.Revision).ShouldBe((TemplateState.Draft, 1));
        var approved = await studio.SecondAsync(new ApproveTemplate.Input("unread", 1, again.WordingMark!));
        (approved.State, approved.WordingMark).ShouldBe((TemplateState.Approved, null));
    }

    [Fact]
    public async Task A_template_is_approved_as_its_page_showed_it()
    {
        var studio = await OpenAsync(host);
        await studio.RunAsync(new EditTemplate.Input("shown", Terms()));
        var browser = await host.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, studio.Brand);
        var page = $"/brands/{studio.Brand.Code}/marketing/templates/shown";
        var stale = (await browser.OpenAsync(page)).MarkIn();
        await studio.RunAsync(new EditTemplate.Input("shown", Terms() with { Name = "秋日" }));

        var refused = await browser.SubmitAsync(page + "/approval", ("revision", "1"), ("wordingMark", stale));
        var told = await refused.Content.ReadAsStringAsync();
        told.ShouldContain("was changed since you read it");
        await browser.SubmitAsync(page + "/approval", ("revision", "1"), ("wordingMark", told.MarkIn()));

        (await StatesAsync(studio, "shown")).ShouldBe([TemplateState.Approved]);
        (await browser.OpenAsync(page)).ShouldNotContain("wordingMark");
    }

    [Fact]
    public async Task Who_edited_and_approved_is_called_by_a_name_also_where_it_was_no_person()
    {
        var studio = await OpenAsync(host);
        var editor = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = studio.Brand };
        var draft = await host.Host.Entry.RunAsync(new EditTemplate.Input("housed", Terms()), editor);
        await host.Host.Entry.RunAsync(
            new ApproveTemplate.Input("housed", 1, draft.WordingMark!), editor with { Caller = Caller.House("head-office") });
        var browser = await host.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, studio.Brand);

        (await browser.OpenAsync($"/brands/{studio.Brand.Code}/marketing/templates/housed")).ShouldSatisfyAllConditions(
            page => page.ShouldContain(">Demonstration<"), page => page.ShouldContain(">Head office<"),
            page => page.ShouldNotContain("head-office"));
    }

    [Theory]
    [InlineData("${name}和${other},退订回T", "marketing.variable-undeclared")]
    [InlineData("没有变量,退订回T", "marketing.variable-unused")]
    [InlineData("${name}您好", "marketing.no-way-out")]
    [InlineData("${name}您好,Harbour Ltd 全场八折", "marketing.no-way-out")]
    [InlineData("${name}${名字},退订回T", "marketing.variable-malformed")]
    [InlineData("${name}${b,退订回T", "marketing.variable-malformed")]
    [InlineData("${name}${1x},退订回T", "marketing.variable-malformed")]
    [InlineData("【店】${name}退订回T", "marketing.signature-in-body")]
    public async Task Words_are_checked_before_anybody_looks_at_them(string body, string refusal)
    {
        var studio = await OpenAsync(host);

        (await studio.RefusalAsync(new EditTemplate.Input("t1", Terms() with { Body = body }))).ShouldBe(refusal);
    }

    [Theory]
    [InlineData("${name}您好,退订回T", "marketing.reply-to-mail")]
    [InlineData("${name}您好,拒收请回复“TD”", "marketing.reply-to-mail")]
    [InlineData("${name}您好,回复退订", "marketing.reply-to-mail")]
    [InlineData("${name}, reply STOP to end", "marketing.reply-to-mail")]
    [InlineData("${name}您好,我们会尽快回复。发货通知另行发送", null)]
    [InlineData("${name}, we reply to everybody at the till", null)]
    public async Task A_commercial_mail_asks_for_no_reply_and_need_not_say_how_to_leave(string body, string? refusal)
    {
        var studio = await OpenAsync(host);
        var mail = Terms() with { Channel = MessageChannel.Mail, Body = body };

        (await studio.RefusalAsync(new EditTemplate.Input("t1", mail))).ShouldBe(refusal);
    }

    [Theory]
    [InlineData(66, 1)]
    [InlineData(67, 2)]
    [InlineData(130, 2)]
    [InlineData(131, 3)]
    public void Parts_are_counted_as_they_are_billed_with_the_signature(int characters, int parts) =>
        TemplateText.PartsOf("海棠", new string('字', characters)).ShouldBe(parts);

    [Fact]
    public async Task A_preview_shows_a_real_member_with_his_name_masked()
    {
        var studio = await OpenAsync(host);
        var (template, member) = (await studio.TemplateAsync(), await studio.MemberAsync());

        var preview = await studio.RunAsync(new PreviewTemplate.Input(template.Code, member.MemberNo));

        preview.ShouldBe(new PreviewTemplate.Result("【海棠】李*您好,夏日新品到店。拒收请回复TD", 23, 1));
    }

    [Fact]
    public async Task A_test_goes_with_the_samples_to_an_address_of_the_list_alone_that_nobody_reads_in_full()
    {
        var (studio, other) = (await OpenAsync(host), await OpenAsync(host));
        await studio.RunAsync(new EditTemplate.Input("t1", Terms()));
        var own = await studio.TestAddressAsync("138 1111 2222");
        var mail = await studio.TestAddressAsync("li@example.cn", MessageChannel.Mail);

        (await studio.RunAsync(new SendTest.Input("t1", own))).Name.ShouldBe("运营");

        host.Gateway.TextsTo("13811112222").ShouldBe(["王芳您好,夏日新品到店。拒收请回复TD"]);
        (await studio.RunAsync(new FindTestAddresses.Input())).TestAddresses.Select(a => a.MaskedAddress)
            .ShouldBe(["138****2222", "l***@example.cn"], ignoreOrder: true);
        (await studio.RefusalAsync(new AddTestAddress.Input(MessageChannel.Sms, "运营", "13811112222")))
            .ShouldBe("marketing.test-address-known");
        (await studio.RefusalAsync(new AddTestAddress.Input(MessageChannel.Sms, "运营", "12"))).ShouldBe("marketing.no-such-address");
        (await studio.RefusalAsync(new SendTest.Input("t1", mail))).ShouldBe("marketing.no-such-address");
        (await studio.RefusalAsync(new SendTest.Input("t1", await other.TestAddressAsync("13811113333"))))
            .ShouldBe("marketing.test-address-not-found");
        await studio.RunAsync(new RemoveTestAddress.Input(own));
        (await studio.RefusalAsync(new SendTest.Input("t1", own))).ShouldBe("marketing.test-address-not-found");
        (await studio.RefusalAsync(new RemoveTestAddress.Input(own))).ShouldBe("marketing.test-address-not-found");
    }

    [Fact, Trait("Req", "SMS-13")]
    public async Task No_test_goes_to_who_wants_no_more_messages_from_whatever_brand_until_he_agrees_again()
    {
        var (studio, other) = (await OpenAsync(host), await OpenAsync(host));
        await studio.RunAsync(new EditTemplate.Input("t1", Terms()));
        var member = await studio.MemberAsync();
        var own = await studio.TestAddressAsync(member.Mobile);
        (await studio.RefusalAsync(new SendTest.Input("t1", own))).ShouldBeNull();
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await studio.OptOutInStoreAsync(member.MemberNo);

        (await studio.RefusalAsync(new SendTest.Input("t1", own))).ShouldBe("marketing.test-address-opted-out");
        (await other.RefusalAsync(new AddTestAddress.Input(MessageChannel.Sms, "运营", member.Mobile)))
            .ShouldBe("marketing.test-address-opted-out");
        host.Gateway.TextsTo(member.Mobile).Count.ShouldBe(1);
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await studio.AgreeAsync(member.MemberNo);
        (await studio.RefusalAsync(new SendTest.Input("t1", own))).ShouldBeNull();
        await other.TestAddressAsync(member.Mobile);
    }

    [Fact, Trait("Req", "SMS-13")]
    public async Task No_test_goes_to_a_number_or_an_address_of_mail_for_which_it_was_said_alone()
    {
        var studio = await OpenAsync(host);
        await studio.RunAsync(new EditTemplate.Input("t1", Terms()));
        var own = await studio.TestAddressAsync("13811115555");
        await host.PushAsync("replies", [new { phone_number = "13811115555", content = "TD" }]);
        await host.Host.InBrandAsync(studio.Brand, async scope =>
        {
            var (session, book) = (scope.GetRequiredService<DataSession>(), scope.GetRequiredService<RecipientBook>());
            await session.BeginAsync();
            await book.OptOutAsync([book.IdOf("left@example.cn")], OptOutWay.Store, host.Host.Time.GetUtcNow().UtcDateTime, default);
            await session.CommitAsync();
            return true;
        });

        (await studio.RefusalAsync(new SendTest.Input("t1", own))).ShouldBe("marketing.test-address-opted-out");
        (await studio.RefusalAsync(new AddTestAddress.Input(MessageChannel.Mail, "运营", "left@example.cn")))
            .ShouldBe("marketing.test-address-opted-out");
    }

    [Fact]
    public async Task One_person_sends_so_many_tests_a_day_however_many_he_asks_for_at_once()
    {
        var studio = await OpenAsync(host);
        await studio.RunAsync(new EditTemplate.Input("t1", Terms()));
        var own = await studio.TestAddressAsync("13811114444");
        await studio.SetAsync(TestAllowance.PerPersonPerDay, "3");

        var refusals = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => studio.RefusalAsync(new SendTest.Input("t1", own))));

        refusals.Count(r => r is null).ShouldBe(3);
        refusals.OfType<string>().ShouldAllBe(r => r == "marketing.tests-used-up");
        host.Gateway.TextsTo("13811114444").Count.ShouldBe(3);
        (await studio.RefusalAsync(new SendTest.Input("t1", own), second: true)).ShouldBe("marketing.tests-used-up", "the house is one");
        host.Host.Clock.Advance(TimeSpan.FromDays(1));
        (await studio.RefusalAsync(new SendTest.Input("t1", own))).ShouldBeNull();
    }

    [Fact]
    public async Task A_test_by_mail_says_that_there_is_no_mail_server()
    {
        var studio = await OpenAsync(host);
        await studio.RunAsync(new EditTemplate.Input("t1", TermsFor(MessageChannel.Mail)));
        var mail = await studio.TestAddressAsync("li@example.cn", MessageChannel.Mail);

        (await studio.RefusalAsync(new SendTest.Input("t1", mail))).ShouldBe("marketing.no-mail-gateway");
    }

    [Fact]
    public async Task A_one_time_code_goes_out_in_the_approved_template_of_its_purpose()
    {
        var studio = await OpenAsync(host);
        await studio.TemplateAsync(terms: new TemplateTerms
        {
            Name = "验证码", Kind = TemplateKind.Code, Purpose = "portal.login", Signature = "海棠", ProviderCode = "SMS_9",
            Body = "验证码${code}", Variables = [new TemplateVariable("code", VariableSource.Given, 6, "123456")],
        });

        (await SendCodeAsync(studio, "13833334444")).Accepted.ShouldBeTrue();

        host.Gateway.TextsTo("13833334444").ShouldBe(["验证码654321"]);
        host.Gateway.Taken.Single(t => t.Letter.Address == "13833334444").Order.ProviderCode.ShouldBe("SMS_9");
        var row = await studio.LookAsync(db => db.Messages.AsNoTracking().SingleAsync(m => m.Purpose == "portal.login"));
        (row.Lane, row.State, row.MemberId).ShouldBe((MessageLane.Code, MessageState.Accepted, null));
    }

    [Fact]
    public async Task Without_a_template_only_a_gateway_that_takes_any_words_carries_a_code()
    {
        var studio = await OpenAsync(host);

        (await SendCodeAsync(studio, "13833335555")).Accepted.ShouldBeTrue();
        host.Gateway.NeedsProviderCode = true;
        var outcome = await SendCodeAsync(studio, "13833336666");
        host.Gateway.NeedsProviderCode = false;

        outcome.Accepted.ShouldBeFalse();
        host.Gateway.TextsTo("13833336666").ShouldBeEmpty();
        host.Gateway.TextsTo("13833335555").ShouldHaveSingleItem().ShouldContain("654321");
    }

    private Task<MessageOutcome> SendCodeAsync(Studio studio, string mobile) =>
        host.Host.Services.GetRequiredService<IMessageSender>().SendAsync(
            new OutgoingMessage(
                studio.Brand, mobile, "portal.login", "portal.message.code",
                [("brand", studio.Brand.Name), ("code", "654321"), ("minutes", 5)], "zh-Hans"),
            TestContext.Current.CancellationToken);

    private static Task<List<TemplateState>> StatesAsync(Studio studio, string code) => studio.LookAsync(db =>
        db.Templates.Where(t => t.Code == code).OrderBy(t => t.Revision).Select(t => t.State).ToListAsync());
}

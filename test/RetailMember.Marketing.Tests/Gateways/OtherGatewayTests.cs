using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using RetailMember.Marketing.Gateways;
using RetailMember.Testing;

namespace RetailMember.Marketing.Tests.Gateways;

/// <summary>Mail and files behind the same interface as the provider of short messages.</summary>
[Trait("Req", "SMS-10")]
public sealed class OtherGatewayTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_reaches_the_server_with_its_words_and_its_writer()
    {
        await using var server = new MailServer();

        (await Mail(server).SendAsync(Order("li@example.cn"), Cancel)).Outcome.ShouldBe(GatewayOutcome.Accepted);

        var mail = server.Mails.ShouldHaveSingleItem();
        mail.ShouldContain("To: li@example.cn");
        mail.ShouldContain("Message-ID: <r1@shop.example>");
        mail.ShouldContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("新品到店")));
    }

    [Fact, Trait("Req", "SMS-13")]
    public async Task A_commercial_mail_tells_mail_programs_and_people_how_to_leave_and_another_does_not()
    {
        const string Way = "https://club.shop.example/api/marketing/mail-opt-outs?token=v1.";
        var way = Way + new string('A', 96);
        await using var server = new MailServer();
        var order = Order("li@example.cn");

        await Mail(server).SendAsync(order with { Letters = [order.Letters[0] with { WayOut = way }] }, Cancel);
        await Mail(server).SendAsync(order, Cancel);

        var (commercial, other) = (server.Mails.First(), server.Mails.Last());
        commercial.Replace("\n ", "", StringComparison.Ordinal).Split('\n').ShouldSatisfyAllConditions(
            lines => lines.ShouldContain($"List-Unsubscribe: <{way}>"),
            lines => lines.ShouldContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
        var words = commercial[commercial.IndexOf("\n\n", StringComparison.Ordinal)..].Replace("\n", "", StringComparison.Ordinal);
        Encoding.UTF8.GetString(Convert.FromBase64String(words.TrimEnd('.'))).ShouldSatisfyAllConditions(
            text => text.ShouldStartWith("新品到店"), text => text.ShouldContain($"退订 / Unsubscribe: {way}"));
        other.ShouldNotContain("List-Unsubscribe");
        other.ShouldContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("新品到店")));
    }

    [Theory]
    [InlineData("550 no such mailbox", GatewayOutcome.Refused)]
    [InlineData("450 mailbox busy", GatewayOutcome.Busy)]
    public async Task What_the_server_says_of_a_mailbox_counts(string said, object outcome)
    {
        await using var server = new MailServer { Recipient = said };

        (await Mail(server).SendAsync(Order("li@example.cn"), Cancel)).Outcome.ShouldBe((GatewayOutcome)outcome);

        server.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("530 5.7.0 authentication required", GatewayOutcome.Busy, MessageReason.NotAuthorised)]
    [InlineData("550 5.7.1 sender refused", GatewayOutcome.Busy, MessageReason.NotAuthorised)]
    [InlineData("552 message too large", GatewayOutcome.Refused, MessageReason.ContentIllegal)]
    public async Task What_is_wrong_with_the_sender_is_not_the_recipients_fault(string said, object outcome, object reason)
    {
        await using var server = new MailServer { Sender = said };

        var answer = await Mail(server).SendAsync(Order("li@example.cn"), Cancel);

        (answer.Outcome, answer.Reason).ShouldBe(((GatewayOutcome)outcome, (MessageReason)reason));
    }

    [Fact]
    public async Task A_line_that_breaks_after_the_letter_may_have_carried_it_and_one_that_never_stood_has_not()
    {
        MailGateway gateway;
        await using (var server = new MailServer { BreaksAfterLetter = true })
        {
            gateway = Mail(server);
            (await gateway.SendAsync(Order("li@example.cn"), Cancel)).Outcome.ShouldBe(GatewayOutcome.Unknown);
            server.Mails.Count.ShouldBe(1);
        }

        (await gateway.SendAsync(Order("li@example.cn"), Cancel)).Outcome.ShouldBe(GatewayOutcome.Busy);
    }

    [Fact]
    public async Task What_is_no_address_is_refused_before_anybody_is_asked()
    {
        await using var server = new MailServer();

        (await Mail(server).SendAsync(Order("13800000000"), Cancel)).Reason.ShouldBe(MessageReason.NumberIllegal);
    }

    [Fact]
    public async Task Files_hold_a_line_for_each_letter_and_know_what_they_took()
    {
        var folder = Directory.CreateTempSubdirectory("retailmember-messages-").FullName;
        using var gateway = new FileGateway(
            MessageChannel.Sms, Configured(("Messages:File:Folder", folder)), new HostingEnvironment(),
            new TestClock(TestClock.Morning));

        (await gateway.SendAsync(Order("13800000000"), Cancel)).Outcome.ShouldBe(GatewayOutcome.Accepted);

        var lines = await File.ReadAllLinesAsync(Path.Combine(folder, "messages-2025-06-18.jsonl"), Cancel);
        lines.ShouldHaveSingleItem().ShouldContain("新品到店");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(folder, "messages-2025-06-18.jsonl"))
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await AskAsync(gateway, "r1"))!.Delivered.ShouldBe(true);
        (await AskAsync(gateway, "r2")).ShouldBeNull();
        Directory.Delete(folder, recursive: true);
    }

    [Fact, Trait("Req", "SMS-15")]
    public async Task Half_a_line_holds_nothing_and_spoils_neither_the_lines_before_it_nor_those_after()
    {
        var folder = Directory.CreateTempSubdirectory("retailmember-messages-").FullName;
        using var gateway = Files(folder, new TestClock(TestClock.Morning));
        var file = Path.Combine(folder, "messages-2025-06-18.jsonl");
        await gateway.SendAsync(Order("13800000000"), Cancel);
        await File.AppendAllTextAsync(file, """{"requestId":"r2","at":"2025-06-18T02:""", Cancel);

        (await AskAsync(gateway, "r2")).ShouldBeNull();
        await gateway.SendAsync(Order("13800000000") with { RequestId = "r3" }, Cancel);

        (await AskAsync(gateway, "r1"))!.Delivered.ShouldBe(true);
        (await AskAsync(gateway, "r2")).ShouldBeNull();
        (await AskAsync(gateway, "r3"))!.Delivered.ShouldBe(true);
        Directory.Delete(folder, recursive: true);
    }

    [Fact, Trait("Req", "SMS-15")]
    public async Task A_file_that_was_moved_away_says_of_no_message_that_it_never_took_it()
    {
        var folder = Directory.CreateTempSubdirectory("retailmember-messages-").FullName;
        var clock = new TestClock(TestClock.Morning);
        using var gateway = Files(folder, clock);
        using var other = Files(folder, clock);
        var file = Path.Combine(folder, "messages-2025-06-18.jsonl");
        await gateway.SendAsync(Order("13800000000"), Cancel);
        (await AskAsync(gateway, "r9")).ShouldBeNull();
        File.Move(file, file + ".sent");

        await Should.ThrowAsync<GatewayUnreachableException>(() => AskAsync(other, "r1"));
        clock.Advance(TimeSpan.FromMinutes(5));
        await gateway.SendAsync(Order("13800000001") with { RequestId = "r2" }, Cancel);
        await Should.ThrowAsync<GatewayUnreachableException>(() => AskAsync(other, "r1"));
        await Should.ThrowAsync<GatewayUnreachableException>(() => AskAsync(gateway, "r9"));

        (await AskAsync(gateway, "r1"))!.Delivered.ShouldBe(true, "it read so before the file was moved");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Messages_for_WeChat_have_a_file_of_their_own_with_each_field_and_the_page_to_open()
    {
        var folder = Directory.CreateTempSubdirectory("retailmember-messages-").FullName;
        using var gateway = new FileGateway(
            MessageChannel.WeChat, Configured(("Messages:File:Folder", folder)), new HostingEnvironment(),
            new TestClock(TestClock.Morning));
        var letter = new GatewayLetter("oia2TjuEGTNoeX76QEjQNrcURxG8", new Dictionary<string, string> { ["thing1"] = "李明" }, "到店");

        (await gateway.SendAsync(new GatewayOrder("r1", "海棠", "T1", "", [letter]) { Link = "https://shop.example" }, Cancel))
            .Outcome.ShouldBe(GatewayOutcome.Accepted);

        (await File.ReadAllLinesAsync(Path.Combine(folder, "wechat-2025-06-18.jsonl"), Cancel)).ShouldBe(
        [
            """{"requestId":"r1","at":"2025-06-18T02:00:00Z","to":"oia2TjuEGTNoeX76QEjQNrcURxG8","signName":"海棠","template":"T1","text":"到店","values":{"thing1":"李明"},"link":"https://shop.example"}""",
        ]);
        gateway.Name.ShouldBe("wechat-file");
        Directory.Delete(folder, recursive: true);
    }

    private static FileGateway Files(string folder, TestClock clock) => new(
        MessageChannel.Sms, Configured(("Messages:File:Folder", folder)), new HostingEnvironment(), clock);

    private static Task<GatewayRecord?> AskAsync(FileGateway gateway, string request) =>
        gateway.FindAsync(new GatewayQuestion(request, "13800000000", TestClock.Morning, null), Cancel);

    private static MailGateway Mail(MailServer server) => new(Configured(
        ("Messages:Smtp:Host", "127.0.0.1"), ("Messages:Smtp:Port", $"{server.Port}"),
        ("Messages:Smtp:From", "club@shop.example"), ("Messages:Smtp:Tls", "false")));

    private static IConfigurationRoot Configured(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.ToDictionary(v => v.Key, v => (string?)v.Value)).Build();

    private static GatewayOrder Order(string address) => new(
        "r1", "海棠", "", "新品", [new GatewayLetter(address, new Dictionary<string, string>(), "新品到店")]);
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Portal.Data;

namespace RetailMember.Portal.Tests.Codes;

public sealed class CodesOnSqlite(SqlitePortal portal) : CodeTests(portal), IClassFixture<SqlitePortal>;

public sealed class CodesOnPostgres(PostgresPortal portal) : CodeTests(portal), IClassFixture<PostgresPortal>;

[Trait("Req", "SMS-14"), Trait("Req", "CORE-38")]
public abstract class CodeTests(PortalHost portal)
{
    [Fact]
    public async Task A_number_gets_one_code_a_minute_five_an_hour_and_ten_in_24_hours()
    {
        var mobile = PortalHost.Mobile();
        (await AskAsync(mobile)).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(mobile)).ShouldBe(HttpStatusCode.TooManyRequests);

        for (var i = 0; i < 4; i++) (await AskAsync(mobile, after: TimeSpan.FromMinutes(1))).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(mobile, after: TimeSpan.FromMinutes(1))).ShouldBe(HttpStatusCode.TooManyRequests);

        for (var i = 0; i < 5; i++) (await AskAsync(mobile, after: TimeSpan.FromHours(1))).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(mobile, after: TimeSpan.FromHours(1))).ShouldBe(HttpStatusCode.TooManyRequests);
        (await AskAsync(mobile, after: TimeSpan.FromHours(24))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_twenty_who_ask_at_once_for_one_number_one_is_sent()
    {
        var mobile = PortalHost.Mobile();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => portal.AskCodeAsync(mobile)));

        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        portal.Sent.All.Count(m => m.Mobile == mobile).ShouldBe(1);
    }

    [Fact]
    public async Task A_number_that_is_nobodys_is_answered_and_sent_to_as_a_members_is()
    {
        var (member, nobody) = (PortalHost.Mobile(), PortalHost.Mobile());
        await portal.MemberAsync(member);

        var known = await (await portal.AskCodeAsync(member)).Content.ReadAsStringAsync();
        var unknown = await (await portal.AskCodeAsync(nobody)).Content.ReadAsStringAsync();

        unknown.ShouldBe(known);
        portal.Sent.All.Count(m => m.Mobile == nobody).ShouldBe(1);
        (await PortalHost.RefusalOf(await portal.TryLogInAsync(nobody, "000000"))).ShouldBe("portal.code-wrong");
        (await PortalHost.RefusalOf(await portal.TryLogInAsync(member, "000000"))).ShouldBe("portal.code-wrong");
        (await PortalHost.RefusalOf(await portal.TryLogInAsync(nobody, portal.Sent.CodeFor(nobody)))).ShouldBe("portal.no-member");
    }

    [Fact]
    public async Task A_code_opens_once_for_its_own_purpose_brand_and_five_minutes()
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile);
        await portal.MemberAsync(mobile, portal.Other);

        var enrolment = await portal.CodeAsync(mobile, "enrol");
        (await PortalHost.RefusalOf(await portal.TryLogInAsync(mobile, enrolment))).ShouldBe("portal.code-wrong");

        var code = await portal.CodeAsync(mobile);
        (await PortalHost.RefusalOf(await portal.TryLogInAsync(mobile, code, portal.Other))).ShouldBe("portal.code-wrong");
        portal.Host.Clock.Advance(TimeSpan.FromMinutes(5));
        (await PortalHost.RefusalOf(await portal.TryLogInAsync(mobile, code))).ShouldBe("portal.code-wrong");

        var fresh = await portal.CodeAsync(mobile);
        (await portal.TryLogInAsync(mobile, fresh)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PortalHost.RefusalOf(await portal.TryLogInAsync(mobile, fresh))).ShouldBe("portal.code-wrong");
    }

    [Fact]
    public async Task Five_wrong_tries_use_a_code_up_and_the_right_one_comes_too_late()
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile);
        var code = await portal.CodeAsync(mobile);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => portal.TryLogInAsync(mobile, Other(code))));

        (await PortalHost.RefusalOf(await portal.TryLogInAsync(mobile, code))).ShouldBe("portal.code-wrong");
    }

    [Fact]
    public async Task Of_twenty_with_the_right_code_one_gets_in()
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile);
        var code = await portal.CodeAsync(mobile);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => portal.TryLogInAsync(mobile, code)));

        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
    }

    [Fact]
    public async Task Neither_code_nor_mobile_stands_in_the_tables()
    {
        var mobile = PortalHost.Mobile();
        var code = await portal.CodeAsync(mobile);

        var rows = await portal.Host.InBrandAsync(portal.Brand, async scope =>
            await scope.GetRequiredService<PortalDb>().OneTimeCodes.AsNoTracking().ToListAsync());

        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(r => r.Recipient != mobile && r.Hash.Length == 32 && !System.Text.Encoding.UTF8.GetString(r.Hash).Contains(code));
    }

    private async Task<HttpStatusCode> AskAsync(string mobile, TimeSpan after = default)
    {
        portal.Host.Clock.Advance(after);
        return (await portal.AskCodeAsync(mobile)).StatusCode;
    }

    private static string Other(string code) => code == "123456" ? "654321" : "123456";
}

using System.Net;
using System.Net.Http.Json;
using RetailMember.Marketing.Data;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

/// <summary>Hours in which commercial messages go, and replies that come by the hundred.</summary>
public abstract partial class PermissionToSendTests
{
    [Fact, Trait("Req", "SMS-13")]
    public async Task Hours_between_which_there_is_none_or_that_are_wider_than_the_law_has_them_are_refused()
    {
        var studio = await OpenAsync(host);
        using var office = await host.Host.Staff.AdministratorAsync();

        (await SetAsync("SendFromHour", "20")).ShouldBeEmpty();
        (await SetAsync("SendUntilHour", "20")).ShouldContain("marketing.no-sending-hours");
        (await SetAsync("SendFromHour", null)).ShouldBeEmpty();
        (await SetAsync("SendUntilHour", "12")).ShouldBeEmpty();
        (await SetAsync("SendFromHour", "12")).ShouldContain("marketing.no-sending-hours");
        (await SetAsync("SendFromHour", "7")).ShouldContain("field.inclusive-between");
        (await SetAsync("SendFromHour", "22")).ShouldContain("field.inclusive-between");
        (await SetAsync("SendUntilHour", "23")).ShouldContain("field.inclusive-between");
        (await SetAsync("SendUntilHour", "8")).ShouldContain("field.inclusive-between");

        async Task<string> SetAsync(string setting, string? value)
        {
            using var answer = await office.PutAsJsonAsync(
                $"/api/brands/{studio.Brand.Code}/platform/settings/Marketing.{setting}", new { value });
            if (answer.IsSuccessStatusCode) return "";
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            return await answer.Content.ReadAsStringAsync();
        }
    }

    [Fact, Trait("Req", "SMS-13")]
    public async Task Replies_that_come_at_once_in_whatever_order_never_wait_for_one_another_crosswise()
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        object[] replies =
        [
            .. Enumerable.Range(0, 60).Select(i => new { phone_number = $"1990000{i:0000}", content = "TD" }),
            new { phone_number = member.Mobile, content = "TD" },
        ];
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));

        for (var round = 0; round < 3; round++)
            await Task.WhenAll(
                host.PushAsync("replies", replies), host.PushAsync("replies", [.. Enumerable.Reverse(replies)]),
                host.PushAsync("replies", [.. replies.Skip(30), .. replies.Take(30)]));

        var batch = await studio.QueueAsync([member]);
        await studio.HandOverAsync();
        (await studio.MessageAsync(batch, member)).Reason.ShouldBe(MessageReason.OptedOut);
    }
}

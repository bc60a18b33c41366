using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Messages;
using RetailMember.Redemption.Tests.Tenders;
using RetailMember.Testing;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Notices;

public sealed class NoticeTestsOnSqlite(NoticeTestsOnSqlite.Phones phones)
    : NoticeTests(phones), IClassFixture<NoticeTestsOnSqlite.Phones>
{
    public sealed class Phones() : PhoneHost(DatabaseKind.Sqlite, new SentMessages());
}

public sealed class NoticeTestsOnPostgres(NoticeTestsOnPostgres.Phones phones)
    : NoticeTests(phones), IClassFixture<NoticeTestsOnPostgres.Phones>
{
    public sealed class Phones() : PhoneHost(DatabaseKind.Postgres, new SentMessages());
}

/// <summary>A host whose messages tests read.</summary>
public abstract class PhoneHost(DatabaseKind database, SentMessages sent) : HostFixture(
    new TestHostOptions { Database = database, Replace = s => s.AddSingleton<IMessageSender>(sent) })
{
    public SentMessages Sent => sent;
}

/// <summary>What a member reads on his phone of what was done with what is his.</summary>
[Trait("Req", "CORE-35")]
public abstract class NoticeTests(PhoneHost phones)
{
    private static readonly object Service = new { uses = 2, days = 30 };

    private static readonly Dictionary<string, string> Name = new() { ["zh-Hans"] = "礼品", ["en"] = "Gift" };

    [Fact]
    public async Task The_receipt_of_a_used_voucher_comes_to_the_members_phone()
    {
        var counter = await OpenAsync();

        await UseVoucherAsync(counter);

        var receipt = await ToldAsync(counter, "redemption.voucher-used");
        receipt.Text.ShouldBe("redemption.notice.voucher-used");
        Values(receipt)["voucher"].ShouldBe("服装券");
        Values(receipt)["yuan"].ShouldBe("50.00");
        Values(receipt)["store"].ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_order_is_told_when_it_is_made_and_when_its_service_is_had()
    {
        var counter = await OpenAsync();

        var order = await OrderAsync(counter, new { name = Name, kind = "service", points = 100, service = Service });
        await counter.PostAsync("redemption/entitlement-uses", new { key = Key(), storeCode = "s1", entitlement = order, check = "card" });

        Values(await ToldAsync(counter, "redemption.redeemed"))["points"].ShouldBe("100");
        Values(await ToldAsync(counter, "redemption.service-used"))["left"].ShouldBe("1");
    }

    [Fact]
    public async Task Goods_are_told_at_each_step()
    {
        var counter = await OpenAsync();

        var order = await OrderAsync(counter, new { name = Name, kind = "goods", points = 100, holdDays = 3 });
        await counter.PostAsync($"redemption/orders/{order}/readiness", new { storeCode = "s1" });
        await counter.PostAsync($"redemption/orders/{order}/cancellation", new { reason = "not wanted" });

        Values(await ToldAsync(counter, "redemption.order-ready"))["until"].ShouldNotBeNullOrEmpty();
        Values(await ToldAsync(counter, "redemption.order-cancelled"))["points"].ShouldBe("100");
    }

    [Fact]
    public async Task A_gateway_that_fails_undoes_nothing_and_stops_nothing()
    {
        var (first, second) = (await OpenAsync(), await OpenAsync());
        phones.Sent.Before = m =>
        {
            if (m.Mobile == first.Mobile) throw new HttpRequestException("The gateway is away.");
        };

        var voucher = await UseVoucherAsync(first);
        await UseVoucherAsync(second);

        await ToldAsync(second, "redemption.voucher-used");
        (await first.StateAsync(voucher)).ShouldBe("used");
        phones.Sent.All.ShouldNotContain(m => m.Mobile == first.Mobile);
    }

    /// <summary>At a brand that wants its members to be told.</summary>
    private async Task<Counter> OpenAsync()
    {
        var counter = await Counter.OpenAsync(phones);
        var client = await phones.Host.AdministratorAsync();
        using var set = await client.PutAsJsonAsync("/api/brands/apparel/platform/settings/Redemption.Notices", new { value = "true" });
        set.IsSuccessStatusCode.ShouldBeTrue(await set.Content.ReadAsStringAsync());
        return counter;
    }

    private Task<OutgoingMessage> ToldAsync(Counter counter, string purpose) =>
        phones.Sent.FirstAsync(m => m.Mobile == counter.Mobile && m.Purpose == purpose);

    private static Dictionary<string, string?> Values(OutgoingMessage message) =>
        message.Values.ToDictionary(v => v.Name, v => v.Value?.ToString());

    private static async Task<Guid> UseVoucherAsync(Counter counter)
    {
        var (voucher, code) = await counter.VoucherAsync(Counter.Clothes());
        await counter.BuyAsync(counter.Receipt(Counter.ShirtAndUmbrella, Counter.Voucher(code)));
        return voucher;
    }

    private static async Task<Guid> OrderAsync(Counter counter, object terms)
    {
        await counter.PostAsync(
            $"membership/members/{counter.Member}/adjustments", new { key = Key(), points = 500, reason = "correction" });
        return await counter.OrderAsync(terms);
    }
}

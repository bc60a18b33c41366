using System.Net;
using RetailMember.Testing;
using static RetailMember.Redemption.Tests.Tenders.Counter;

namespace RetailMember.Redemption.Tests.Tenders;

public sealed class TenderRaceTestsOnSqlite(SqliteHost fixture) : TenderRaceTests(fixture), IClassFixture<SqliteHost>;

public sealed class TenderRaceTestsOnPostgres(PostgresHost fixture) : TenderRaceTests(fixture), IClassFixture<PostgresHost>;

/// <summary>On a host of their own: what is refused here counts against whoever looks codes up.</summary>
public abstract class TenderRaceTests(HostFixture fixture)
{
    [Fact, Trait("Req", "CORE-35")]
    public async Task Twenty_tills_with_one_voucher_use_it_once()
    {
        var counter = await OpenAsync(fixture);
        var (_, code) = await counter.VoucherAsync(Clothes());

        var responses = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => counter.TryBuyAsync(counter.Receipt(ShirtAndUmbrella, Voucher(code)))));

        responses.Count(r => r.IsSuccessStatusCode).ShouldBe(1);
        foreach (var refused in responses.Where(r => !r.IsSuccessStatusCode))
            (await CodeOf(refused)).ShouldBe("redemption.voucher-not-usable");
        foreach (var response in responses) response.Dispose();
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task One_receipt_sent_twenty_times_uses_its_voucher_once()
    {
        var counter = await OpenAsync(fixture);
        var (_, code) = await counter.VoucherAsync(Clothes());
        var receipt = counter.Receipt(ShirtAndUmbrella, Voucher(code));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var response = await counter.TryBuyAsync(receipt);
            response.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Created);
            return await response.Content.ReadAsStringAsync();
        }));

        answers.Distinct().ShouldHaveSingleItem();
    }
}

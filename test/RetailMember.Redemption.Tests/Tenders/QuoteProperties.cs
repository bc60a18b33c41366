using System.Text.Json;
using RetailMember.Testing;
using static RetailMember.Redemption.Tests.Tenders.Counter;

namespace RetailMember.Redemption.Tests.Tenders;

public sealed class QuotePropertiesOnSqlite(SqliteHost fixture) : QuoteProperties(fixture), IClassFixture<SqliteHost>;

public sealed class QuotePropertiesOnPostgres(PostgresHost fixture) : QuoteProperties(fixture), IClassFixture<PostgresHost>;

/// <summary>Whatever is quoted with vouchers and points is what is recorded.</summary>
public abstract class QuoteProperties(HostFixture fixture)
{
    private const int Receipts = 12;

    [Theory, Trait("Req", "CORE-35"), Trait("Req", "CORE-37")]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_is_quoted_with_vouchers_is_what_is_recorded(int seed)
    {
        var random = new Random(seed);
        var counter = await OpenAsync(fixture);
        await counter.BuyAsync(counter.Receipt([new { amount = 5_000 }]));
        var accepted = 0;
        for (var i = 0; i < Receipts; i++)
        {
            object[] lines = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => AnyLine(random))];
            object[] tenders = [.. await AnyTendersAsync(counter, random)];

            var quoted = await counter.TryPostAsync(
                "membership/quotes", new { storeCode = "s1", member = counter.Member, lines, tenders });
            var recorded = await counter.TryPostAsync("membership/purchases", counter.Receipt(lines, tenders));

            CodeIn(recorded).ShouldBe(CodeIn(quoted));
            if (CodeIn(quoted) is not null) continue;
            accepted++;
            foreach (var name in (string[])["money", "points", "growth", "tierCode", "tierCodeAfter"])
                recorded.GetProperty(name).GetRawText().ShouldBe(quoted.GetProperty(name).GetRawText(), name);
            recorded.GetProperty("paid").GetDecimal().ShouldBe(quoted.GetProperty("payable").GetDecimal());
            if (tenders.Length == 0) continue;
            TendersIn(recorded).ShouldBe(TendersIn(quoted));
            recorded.GetProperty("lines").GetRawText().ShouldBe(quoted.GetProperty("lines").GetRawText());
        }

        // What is refused on both sides alone would prove little.
        accepted.ShouldBeGreaterThan(Receipts / 3);
    }

    private static object AnyLine(Random random)
    {
        var category = random.Next(2) == 0 ? "clothes" : "umbrellas";
        var yuan = random.Next(1, 300_00) / 100m;
        return random.Next(2) == 0 ? new { category, amount = yuan } : new { category, listAmount = yuan };
    }

    private static async Task<IReadOnlyList<object>> AnyTendersAsync(Counter counter, Random random)
    {
        var tenders = new List<object>();
        if (random.Next(3) > 0) tenders.Add(Voucher((await counter.VoucherAsync(Clothes(random.Next(5, 80)))).Code));
        if (random.Next(2) > 0) tenders.Add(Points(random.Next(1, 6) * 100));
        return tenders;
    }

    private static IEnumerable<string> TendersIn(JsonElement answer) => answer.GetProperty("tenders").EnumerateArray()
        .Select(t => string.Join(' ', ((string[])["kind", "name", "amount", "points"]).Select(n => t.GetProperty(n).GetRawText())));

    private static string? CodeIn(JsonElement answer) => answer.TryGetProperty("code", out var code) ? code.GetString() : null;
}

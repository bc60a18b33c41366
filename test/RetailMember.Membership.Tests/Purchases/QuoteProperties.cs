using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Tests.Points;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Purchases.ShopExtensions;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Purchases;

public sealed class QuotePropertiesOnSqlite() : QuoteProperties(DatabaseKind.Sqlite);

public sealed class QuotePropertiesOnPostgres() : QuoteProperties(DatabaseKind.Postgres);

/// <summary>Whatever is quoted is what is recorded, to the point and to the fen.</summary>
public abstract class QuoteProperties(DatabaseKind kind)
{
    private const int Receipts = 150;

    private static readonly Gen<Money> Price = Gen.Choose(0, 3_000_00).Select(fen => new Money(fen));

    private static readonly Gen<ReceiptLine> Line =
        from list in Price
        from priced in Gen.Elements(true, false)
        from share in Gen.Choose(0, 100)
        from pieces in Gen.Choose(1, 9)
        from category in Gen.Elements("tea", "cup", null)
        select new ReceiptLine
        {
            ListAmount = list,
            Amount = priced ? new Money(list.Fen * share / 100) : null,
            Quantity = pieces,
            Category = category,
        };

    private static readonly Gen<TenderForm[]> Tenders = Gen.Elements<TenderForm[]>(
        [],
        [],
        [new() { Kind = "points" }],
        [new() { Kind = "points", Points = 300 }],
        [new() { Kind = "points", Points = 1_000_000 }],
        [new() { Kind = "external", Code = "mall-card", Amount = new Money(5_05) }],
        [new() { Kind = "points", Points = 200 }, new() { Kind = "external", Amount = new Money(3_33) }]);

    private static readonly Gen<(int Member, ReceiptLine[] Lines, TenderForm[] Tenders, Money Voucher)> Cases =
        from member in Gen.Choose(0, 3)
        from lines in Gen.NonEmptyListOf(Line)
        from tenders in Tenders
        from voucher in Gen.Elements(0L, 0L, 1_50L)
        select (member, lines.Take(6).ToArray(), tenders, new Money(tenders.Length == 0 ? voucher : 0));

    [Fact, Trait("Req", "CORE-37"), Trait("Req", "CORE-48")]
    public async Task What_is_quoted_is_what_is_recorded()
    {
        await using var shop = new GenerousShop(kind);
        await shop.InitializeAsync();
        await shop.ChangeAsync(d => d with { BalanceBands = [new(0, 1), new(1_000, 1.5m)] });
        string[] members =
        [
            await shop.MemberAsync(), await shop.MemberAsync(), await shop.HolderAsync(5_000), await shop.HolderAsync(123_456),
        ];
        var (accepted, refused) = (0, 0);
        foreach (var one in Cases.Sample(Receipts))
        {
            var receipt = Buy(members[one.Member], 0m) with
            {
                Amount = null, Lines = one.Lines, Tenders = one.Tenders, VoucherAmount = one.Voucher,
            };

            var quoted = await shop.TryDo(QuoteOf(receipt));
            var recorded = await shop.TryDo(receipt);

            recorded.Refusal?.Code.ShouldBe(quoted.Refusal?.Code);
            if (quoted.Refusal is null) ShouldAgree(quoted.Value, recorded.Value);
            _ = quoted.Refusal is null ? accepted++ : refused++;
        }

        // Neither kind is so rare that the rest would prove nothing.
        accepted.ShouldBeGreaterThan(Receipts / 3);
        refused.ShouldBeGreaterThan(0);
    }

    private static void ShouldAgree(Quote.Result quoted, RecordPurchase.Result recorded)
    {
        (recorded.Paid, recorded.Money, recorded.Points, recorded.Growth)
            .ShouldBe((quoted.Payable, quoted.Money, quoted.Points, quoted.Growth));
        (recorded.UsableFrom, recorded.ExpiresOn, recorded.TierCode, recorded.TierCodeAfter)
            .ShouldBe((quoted.UsableFrom, quoted.ExpiresOn, quoted.TierCode, quoted.TierCodeAfter));
        (recorded.Tenders ?? []).ShouldBe(quoted.Tenders);
        if (recorded.Lines is { } lines)
            lines.Select(l => (l.Payable, l.Money)).ShouldBe(quoted.Lines.Select(l => (l.Payable, l.Money)));
        quoted.Why.ShouldBe(quoted.Why.Distinct());
    }

    /// <summary>Modules add by what they see of a receipt; one of them only every other yuan.</summary>
    private sealed class GenerousShop(DatabaseKind kind) : Shop.Shop(kind)
    {
        protected override void AddMore(IServiceCollection services)
        {
            services.AddSingleton<IEarningAddition>(new Addition(1, r => r.EarningFen / 777));
            services.AddSingleton<IEarningAddition>(new Addition(2, r => r.ProgrammePoints % 2 == 0 ? 7 : 0));
        }
    }

    private sealed class Addition(int order, Func<ReceiptUnderway, long> points) : IEarningAddition
    {
        public string Module => "Membership";

        public int Order => order;

        public ValueTask AddAsync(IReadOnlyList<ReceiptUnderway> receipts, CancellationToken cancel)
        {
            foreach (var receipt in receipts)
                if (points(receipt) is > 0 and var given) receipt.Add($"extra-{order}", given);
            return ValueTask.CompletedTask;
        }
    }
}

using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Tests.Points;
using RetailMember.Membership.Tests.Shop;
using static RetailMember.Membership.Tests.Purchases.ShopExtensions;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Purchases;

public sealed class AdditionTestsOnSqlite() : AdditionTests(DatabaseKind.Sqlite);

public sealed class AdditionTestsOnPostgres() : AdditionTests(DatabaseKind.Postgres);

public abstract class AdditionTests(DatabaseKind kind)
{
    [Fact, Trait("Req", "CORE-48")]
    public async Task What_a_module_adds_is_granted_with_the_receipt()
    {
        await using var shop = await OpenAsync(receipts => receipts[0].Add("welcome", 5));

        (await shop.Do(Buy(await shop.MemberAsync(), 10m))).Points.ShouldBe(15);
    }

    [Fact, Trait("Req", "CORE-48")]
    public async Task A_quote_promises_what_modules_will_add_and_says_who_adds_it()
    {
        await using var shop = await OpenAsync(receipts => receipts[0].Add("welcome", 5));
        var receipt = Buy(await shop.MemberAsync(), 10m);

        var quoted = await shop.Do(QuoteOf(receipt));

        quoted.Points.ShouldBe(15);
        quoted.Why.ShouldBe(quoted.Why.Distinct());
        quoted.Why.ShouldContain(why => why.Contains("welcome"));
        (await shop.Do(receipt)).Points.ShouldBe(15);
    }

    [Fact, Trait("Req", "CORE-48")]
    public async Task Points_that_only_modules_give_say_how_long_they_last()
    {
        await using var shop = await OpenAsync(receipts => receipts[0].Add("welcome", 5));
        var receipt = Buy(await shop.MemberAsync(), 0.50m);

        var quoted = await shop.Do(QuoteOf(receipt));

        var recorded = await shop.Do(receipt);
        (quoted.Points, quoted.UsableFrom, quoted.ExpiresOn).ShouldBe((recorded.Points, recorded.UsableFrom, recorded.ExpiresOn));
        quoted.UsableFrom.ShouldNotBeNull();
    }

    [Theory, Trait("Req", "CORE-10")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_next_receipt_sees_what_was_added_to_the_one_before_however_they_are_gathered(bool together)
    {
        await using var shop = await OpenAsync(receipts => receipts.ToList().ForEach(r => r.Add("bonus", 90)));
        await shop.ChangeAsync(d => d with { BalanceBands = [new(0, 1), new(100, 2)] });
        var member = await shop.MemberAsync();
        RecordPurchase.Input[] receipts = [Buy(member, 10m), Buy(member, 10m), Buy(member, 10m)];

        var points = new List<long>();
        if (together) points.AddRange((await shop.TryAll(receipts)).Select(o => o.Value.Points));
        else foreach (var receipt in receipts) points.Add((await shop.Do(receipt)).Points);

        points.ShouldBe([100, 110, 110]);
    }

    [Fact, Trait("Req", "CORE-48")]
    public async Task Modules_together_add_no_more_than_the_most()
    {
        await using var shop = await OpenAsync(
            receipts => receipts[0].Add("first", ReceiptUnderway.MostPoints - 5), receipts => receipts[0].Add("second", 6));

        (await shop.Do(Buy(await shop.MemberAsync(), 10m))).Points.ShouldBe(10 + ReceiptUnderway.MostPoints - 5);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_module_that_fails_is_left_out_and_the_receipt_goes_on(string failure)
    {
        var fail = ByName[failure];
        await using var shop = await OpenAsync(fail);
        var receipt = Buy(await shop.MemberAsync(), 10m);

        (await shop.Do(QuoteOf(receipt))).Points.ShouldBe(10);
        (await shop.Do(receipt)).Points.ShouldBe(10);
    }

    public static TheoryData<string> Failures => [.. ByName.Keys];

    private static Dictionary<string, Action<IReadOnlyList<ReceiptUnderway>>> ByName { get; } = new()
    {
        ["throws"] = _ => throw new InvalidOperationException("out of order"),
        ["gives up as a cancelled call does"] = _ => throw new TaskCanceledException(),
        ["adds before it throws"] = receipts =>
        {
            receipts[0].Add("half", 7);
            throw new InvalidOperationException("half way");
        },
        ["adds an absurd number"] = receipts => receipts[0].Add("absurd", long.MaxValue),
        ["blocks its thread"] = _ => new ManualResetEventSlim().Wait(TimeSpan.FromMinutes(1)),
    };

    private async Task<ShopWith> OpenAsync(params Action<IReadOnlyList<ReceiptUnderway>>[] adds)
    {
        var shop = new ShopWith(kind, adds);
        await shop.InitializeAsync();
        return shop;
    }

    private sealed class ShopWith(DatabaseKind kind, Action<IReadOnlyList<ReceiptUnderway>>[] adds) : Shop.Shop(kind)
    {
        protected override void AddMore(IServiceCollection services)
        {
            foreach (var (order, add) in adds.Index()) services.AddSingleton<IEarningAddition>(new Addition(order, add));
        }
    }

    private sealed class Addition(int order, Action<IReadOnlyList<ReceiptUnderway>> add) : IEarningAddition
    {
        public string Module => "Membership";

        public int Order => order;

        public ValueTask AddAsync(IReadOnlyList<ReceiptUnderway> receipts, CancellationToken cancel)
        {
            add(receipts);
            return ValueTask.CompletedTask;
        }
    }
}

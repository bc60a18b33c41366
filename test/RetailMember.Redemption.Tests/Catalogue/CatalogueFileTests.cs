using System.Text;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Files;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Tests.Shop;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Catalogue;

public sealed class CatalogueFileTestsOnSqlite(SqliteShop shop) : CatalogueFileTests(shop), IClassFixture<SqliteShop>;

public sealed class CatalogueFileTestsOnPostgres(PostgresShop shop) : CatalogueFileTests(shop), IClassFixture<PostgresShop>;

[Trait("Req", "RD-01")]
public abstract class CatalogueFileTests(Shop.Shop shop)
{
    private const string Headings = "code,name_zh,name_en,kind,points,prices,stock,limits\n";

    [Fact]
    public async Task A_row_becomes_a_reward_and_a_second_time_nothing_changes()
    {
        var code = Rewards.Code();
        var file = $"{Headings}{code},保温杯,Mug,goods,800,gold-card=600 tiers=gold; big=400 receipt=480.00,perStore,month=2 ever=5\n";

        var done = await ImportAsync(file);

        (done.Written, done.Added, done.Changed, done.Unchanged).ShouldBe((true, 1, 0, 0));
        var terms = (await shop.Do(new ReadReward.Input(code))).Terms;
        (terms.Name, terms.Points, terms.Stock).ShouldBe((new LocalName("保温杯", "Mug"), 800L, StockKind.PerStore));
        terms.Limits.ShouldBe([new(LimitPeriod.Month, 2), new(LimitPeriod.Ever, 5)]);
        (terms.Prices[0].Tiers, terms.Prices[1].ReceiptOfToday).ShouldSatisfyAllConditions(
            p => p.Tiers.ShouldBe(["gold"]), p => p.ReceiptOfToday.ShouldBe(Yuan(480)));
        (await ImportAsync(file)).Unchanged.ShouldBe(1);
    }

    [Fact]
    public async Task What_an_export_writes_an_import_reads_without_a_change()
    {
        await shop.Do(new EditReward.Input(Rewards.Code(), Rewards.Goods(300) with
        {
            Stores = ["s1"],
            From = Rewards.Day("2026-04-01"),
            Prices = [new ConditionalPrice { Code = "p", Points = 200, From = Rewards.Day("2026-04-02"), Condition = "test.special" }],
        }));
        await shop.Do(new EditReward.Input(Rewards.Code(), new RewardTerms
        {
            Name = new LocalName("检测", "Test"),
            Kind = RewardKind.Service,
            Points = 50,
            Service = new ServiceTerms { Uses = 3, Days = 90, Pace = new RewardLimit(LimitPeriod.Month, 1) },
        }));
        var rows = (await shop.Do(new FindRewards.Input { Withdrawn = true, Size = 200 })).Items;
        var text = new StringBuilder(string.Join(',', RewardColumns.All.Select(c => c.Title))).Append('\n');
        foreach (var row in rows)
            text.AppendJoin(',', RewardColumns.All.Select(c => Cell(c.Value(row)))).Append('\n');

        var done = await ImportAsync(text.ToString());

        done.Faults.ShouldBeEmpty();
        (done.Rows, done.Unchanged).ShouldBe((rows.Count, rows.Count));
    }

    [Fact]
    public async Task One_row_at_fault_and_nothing_of_the_file_is_written()
    {
        var good = Rewards.Code();

        var done = await ImportAsync(
            $"{Headings}{good},好,Good,goods,10,,none,\nbad-kind,坏,Bad,gift,10,,none,\nbad-points,坏,Bad,goods,-5,,none,\n"
            + $"{good},又,Again,goods,10,,none,\nshort,坏\nbad-price,坏,Bad,goods,10,oops,none,\n");

        done.Written.ShouldBeFalse();
        done.Faults.Select(f => (f.Line, f.Column, f.Code)).ShouldBe(
        [
            (3, "kind", "field.enum"), (4, "points", "field.inclusive-between"), (5, "code", "redemption.row-doubled"),
            (6, null, "redemption.row-cut-short"), (7, "prices", "field.malformed"),
        ]);
        (await shop.RefusalOf(new ReadReward.Input(good))).ShouldBe("redemption.reward-not-found");
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        var code = Rewards.Code();

        var done = await ImportAsync($"{Headings}{code},好,Good,goods,10,,none,\n", dryRun: true);

        (done.Written, done.Added).ShouldBe((false, 1));
        (await shop.RefusalOf(new ReadReward.Input(code))).ShouldBe("redemption.reward-not-found");
    }

    [Fact]
    public async Task Columns_that_a_file_does_not_have_keep_what_stands_there()
    {
        var code = Rewards.Code();
        var terms = Rewards.Goods(300) with
        {
            Stock = StockKind.PerStore,
            Stores = ["s1"],
            Tiers = ["gold"],
            HoldDays = 3,
            To = Rewards.Day("2026-12-31"),
            Limits = [new(LimitPeriod.Month, 2)],
            Prices = [new ConditionalPrice { Code = "p", Points = 200, Tiers = ["gold"] }],
        };
        await shop.Do(new EditReward.Input(code, terms, Withdrawn: true));

        var file = $"code,name_zh,name_en,kind,points,tiers\n{code},礼品,Gift,goods,350,\n";
        var tried = await ImportAsync(file, dryRun: true);
        tried.Changes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            c => c.Reward.ShouldBe(code), c => c.Columns.ShouldBe(["points", "tiers"]));
        (await ImportAsync(file)).Written.ShouldBeTrue();

        var read = await shop.Do(new ReadReward.Input(code));
        (read.Terms.Points, read.Terms.Tiers.Count, read.Withdrawn).ShouldBe((350L, 0, true));
        (read.Terms.Stock, read.Terms.HoldDays, read.Terms.To).ShouldBe((StockKind.PerStore, 3, Rewards.Day("2026-12-31")));
        (read.Terms.Limits.Single(), read.Terms.Stores.Single()).ShouldBe((new RewardLimit(LimitPeriod.Month, 2), "s1"));
        read.Terms.Prices.Single().Points.ShouldBe(200);
    }

    [Fact]
    public async Task Names_that_nobody_knows_are_told_row_by_row()
    {
        var done = await ImportAsync(
            "code,name_zh,name_en,kind,points,stores,voucher_definition\n"
            + "a,甲,A,goods,10,nowhere,\nb,乙,B,coupon,10,,no-definition\n");

        done.Faults.Select(f => f.Code).ShouldBe(["store.not-found", "redemption.voucher-definition-not-found"]);
    }

    [Theory]
    [InlineData("", "field.not-empty")]
    [InlineData("a,b\n1,2\n", "redemption.file-columns")]
    [InlineData("code,code,name_zh,name_en,kind,points\n", "redemption.file-columns")]
    [InlineData("\0\0\0\0", "redemption.file-not-text")]
    public async Task A_file_that_is_none_is_refused(string file, string code) =>
        (await shop.RefusalOf(new ImportRewards.Input(false) { Content = Encoding.UTF8.GetBytes(file) })).ShouldBe(code);

    [Fact]
    public async Task A_file_in_GBK_between_semicolons_is_read()
    {
        var code = Rewards.Code();
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;

        await shop.Do(new ImportRewards.Input(false)
        {
            Content = gbk.GetBytes($"code;name_zh;name_en;kind;points\n{code};雨伞;Umbrella;goods;90\n"),
        });

        (await shop.Do(new ReadReward.Input(code))).Terms.Name.ZhHans.ShouldBe("雨伞");
    }

    private Task<ImportRewards.Result> ImportAsync(string file, bool dryRun = false) =>
        shop.Do(new ImportRewards.Input(dryRun) { Content = Encoding.UTF8.GetBytes(file) });

    private static string Cell(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}

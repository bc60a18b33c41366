using System.Globalization;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.People;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Cards.Changes;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Settlement;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Targets;
using RetailMember.StoredValue.Targets.Assessments;
using RetailMember.StoredValue.Tests.Sales;
using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.Tests.Sales.SalesGiven;
using static RetailMember.StoredValue.Tests.Shop.Given;
using static RetailMember.StoredValue.Tests.Shop.Till;

namespace RetailMember.StoredValue.Tests.Auditing;

public sealed class SalesPropertiesOnSqlite(SqliteCards shop) : SalesProperties(shop), IClassFixture<SqliteCards>;

public sealed class SalesPropertiesOnPostgres(PostgresCards shop) : SalesProperties(shop), IClassFixture<PostgresCards>;

/// <summary>
/// Whatever is sold, spent, given back, closed, credited or handed over to another in whatever order, and whatever money comes
/// that no order waits for: sellers have what the sales that
/// were kept come to by arithmetic of its own, and cards hold what came onto them less what left them.
/// </summary>
public abstract partial class SalesProperties(CardShop shop)
{
    private const int Courses = 4;
    private static readonly DateOnly First = new(2030, 1, 1);

    [Fact, Trait("Req", "SV-02"), Trait("Req", "SV-04"), Trait("Req", "SV-05"), Trait("Req", "SV-07"), Trait("Req", "SV-08"),
     Trait("Yardstick", "R4")]
    public async Task No_sequence_of_sales_pays_sellers_more_or_less_than_what_was_kept_comes_to()
    {
        shop.Clock.Set("2030-01-01");
        await shop.Do(new SetUsualTargets.Input());
        foreach (var (i, seed) in Gen.Choose(1, int.MaxValue).Sample(0, Courses).Index())
            await new Course(shop, First.AddMonths(2 * i), seed).RunAsync();

        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    /// <summary>A month of sales and the month after it, told by its seed.</summary>
    private sealed partial class Course(CardShop shop, DateOnly month, int seed)
    {
        private readonly Random random = new(seed);
        private readonly StaffPerson[] sellers =
            [shop.Seller(DefaultRole.FloorManager), shop.Seller(DefaultRole.FloorManager), shop.Seller(DefaultRole.FloorManager)];
        private readonly List<long> sales = [];
        private readonly List<Guid> cards = [];
        private readonly List<Guid> holds = [];
        private readonly Dictionary<long, long> atClose = [];
        private long loaded;
        private long left;
        private long paidOut;
        private string type = "";

        public async Task RunAsync()
        {
            var begin = month.AddDays(1);
            shop.Clock.Set(Day(begin));
            type = await shop.TypeAsync(Restaurant);
            await shop.CampaignAsync("c" + Key(), Day(month), Day(month.AddMonths(1).AddDays(-1)));
            for (var i = 0; i < 36; i++)
            {
                shop.Clock.Set(Day(begin.AddDays(i / 3)));
                await StepAsync(random.Next(18));
                await CardsAgreeAsync($"seed {seed}, step {i}");
            }

            shop.Clock.Set(Day(month.AddMonths(1).AddDays(14)));
            await shop.Do(new MakePayable.Input());
            await shop.Do(new CloseSalesCampaigns.Input());
            foreach (var sale in await RowsAsync()) atClose[sale.Id] = sale.PrincipalFen - sale.RefundedFen;
            await FixAsync(month);
            await SellersAgreeAsync($"seed {seed}, closed");
            for (var i = 0; i < 12; i++)
            {
                if (random.Next(4) == 0) await shop.TryDo(new PrepareSettlement.Input { Key = Key() });
                await StepAsync(9 + random.Next(9));
            }

            shop.Clock.Set(Day(month.AddMonths(2)));
            await FixAsync(month.AddMonths(1));
            await CardsAgreeAsync($"seed {seed}, end");
            await SellersAgreeAsync($"seed {seed}, end");
        }

        private async Task StepAsync(int step)
        {
            switch (step)
            {
                case 0 or 1 or 2:
                    await DraftAsync();
                    break;
                case 3 or 4 when sales.Count > 0:
                    await ForwardAsync(Any(sales));
                    break;
                case 5 when sales.Count > 0:
                    if ((await RowsAsync()).Find(s => s.State == SaleState.Draft) is { } draft)
                        await shop.Do(new CancelSale.Input(draft.Id, "test") { Key = Key() });
                    break;
                case 6 or 7 when cards.Count > 0:
                    await SpendAsync();
                    break;
                case 8 when cards.Count > 0:
                    await HoldAsync();
                    break;
                case 9 when sales.Count > 0:
                    await shop.TryDo(new CorrectSeller.Input(Any(sales), Any(sellers).UserName, "test"));
                    break;
                case 10 or 11 when sales.Count > 0:
                    await GiveBackAsync(Any(sales));
                    break;
                case 12 when cards.Count > 0:
                    await CloseAsync(Any(cards));
                    break;
                case 13 when cards.Count > 0:
                    await shop.TryDo(new ReplaceCard.Input { Key = Key(), Card = Any(cards), Note = "test" });
                    break;
                case 14 when sales.Count > 0:
                    await CancelPaidAsync();
                    break;
                case 15 when cards.Count > 0:
                    await PassOnAsync(Any(cards));
                    break;
                case 16:
                    await UnexpectedAsync();
                    break;
                case 17 when cards.Count > 0:
                    await HandOverAsync(Any(sellers), Any(sellers));
                    break;
            }
        }

        /// <summary>What is paid and on no card goes back, or is loaded after all.</summary>
        private async Task CancelPaidAsync()
        {
            if ((await RowsAsync()).Find(s => s.State == SaleState.Paid) is not { } paid) return;
            await shop.Do(new CancelSale.Input(paid.Id, "test") { Key = Key() });
            var approver = CardShop.Person("店总", StoredValuePermissions.ApproveClosings);
            await shop.Do(new DecideCancellation.Input(paid.Id, random.Next(2) == 0, "test"), caller: approver);
            await ForwardAsync(paid.Id);
        }

        /// <summary>To a member, whoever had it before; of much on it, somebody else decides.</summary>
        private async Task PassOnAsync(Guid card)
        {
            var asked = await shop.TryDo(new PassOnCard.Input { Card = card, Receiver = shop.Members.Add().MemberNo, Note = "test" });
            if (asked is { Accepted: true, Value.ChangeRequest: { } request })
                await shop.TryDo(
                    new DecideCardChange.Input(request.CardChange, random.Next(2) == 0, "test"),
                    caller: CardShop.Person("店总", StoredValuePermissions.ApproveClosings));
        }

        private T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

        private async Task DraftAsync()
        {
            var seller = random.Next(4) == 0 ? null : Any(sellers);
            var yuan = 5_000m + (random.Next(0, 1_500_000) / 100m);
            var draft = cards.Count > 0 && random.Next(3) == 0
                ? Reload((await shop.ReadAsync(Any(cards))).Number, yuan, seller)
                : Draft(type, yuan, seller);
            if (await shop.TryDo(draft) is not { Accepted: true } drafted) return;
            sales.Add(drafted.Value.CardSale.SaleNo);
            await ForwardAsync(drafted.Value.CardSale.SaleNo);
        }

        /// <summary>As many steps as come out, at most all of them.</summary>
        private async Task ForwardAsync(long sale)
        {
            await shop.TryDo(Paid(sale), caller: CardShop.Person("收银", SalesPermissions.TakePayments));
            if (random.Next(5) == 0) return;
            if ((await shop.TryDo(new LoadSale.Input(sale))) is { Accepted: true, Replayed: false } now)
            {
                if (!cards.Contains(now.Value.Card!.Value)) cards.Add(now.Value.Card.Value);
                loaded += now.Value.Principal.Fen + now.Value.Bonus.Fen;
            }

            if (random.Next(5) > 0) await shop.TryDo(new DeliverSale.Input(sale));
        }

        private async Task SpendAsync()
        {
            var yuan = random.Next(1, 400_000) / 100m;
            if ((await shop.TryDo(Charge(yuan, await shop.ReadAsync(Any(cards))))).Accepted) left += (long)(yuan * 100);
        }

        private async Task HoldAsync()
        {
            var yuan = random.Next(1, 100_000) / 100m;
            if (await shop.TryDo(Hold(yuan, await shop.ReadAsync(Any(cards)))) is { Accepted: true } held) holds.Add(held.Value.Hold);
            var hold = holds.Count > 0 ? Any(holds) : Guid.Empty;
            if (random.Next(2) == 0) await shop.TryDo(Release(hold));
            else if ((await shop.TryDo(Capture(hold, 0.01m))).Accepted) left += 1;
        }

        private async Task GiveBackAsync(long sale)
        {
            if (!(await shop.TryDo(ToAccount(sale), caller: CardShop.Person("财务", SalesPermissions.RefundSales))).Accepted) return;
            var approver = CardShop.Person("店总", StoredValuePermissions.ApproveClosings);
            var decide = new DecideRefund.Input(sale, Approve: true, "test", "T-1");
            if (await shop.TryDo(decide, caller: approver) is not { Accepted: true } decided) return;
            var paid = decided.Value;
            (left, paidOut) = (left + paid.PaidOut.Fen + paid.Cancelled.Fen, paidOut + paid.PaidOut.Fen);
        }

        private async Task CloseAsync(Guid card)
        {
            if (await shop.TryDo(ToClose(card)) is not { Accepted: true } asked) return;
            var approver = CardShop.Person("店总", StoredValuePermissions.ApproveClosings);
            var decide = new DecideClosing.Input(asked.Value.Closing, Approve: true, "test") { PayoutReference = "T-1" };
            if (await shop.TryDo(decide, caller: approver) is not { Accepted: true } decided) return;
            var closed = decided.Value;
            (left, paidOut) = (left + closed.PaidOut.Fen + closed.Cancelled.Fen, paidOut + closed.PaidOut.Fen);
        }

        private async Task FixAsync(DateOnly of)
        {
            await shop.Do(new PrepareAssessment.Input(of));
            await shop.Do(new DecideAssessment.Input(of, Approve: true));
        }

        private Task<List<CardSale>> RowsAsync() => shop.InTables(scope => scope.GetRequiredService<StoredValueDb>().CardSales
            .AsNoTracking().Where(s => EF.Parameter(sales).Contains(s.Id)).OrderBy(s => s.Id).ToListAsync());

        private async Task CardsAgreeAsync(string when)
        {
            var (moves, standing) = await shop.InTables(async scope =>
            {
                var db = scope.GetRequiredService<StoredValueDb>();
                return (
                    await db.CardMoves.AsNoTracking().Where(m => EF.Parameter(cards).Contains(m.CardId)).ToListAsync(),
                    await db.Cards.AsNoTracking().Where(c => EF.Parameter(cards).Contains(c.Id)).ToListAsync());
            });
            moves.ShouldAllBe(m => m.PrincipalAfterFen >= 0 && m.BonusAfterFen >= 0
                && m.FrozenPrincipalAfterFen >= 0 && m.FrozenBonusAfterFen >= 0);
            standing.Sum(c => (c.Available + c.Frozen).TotalFen).ShouldBe(loaded - left, when);
        }

        private async Task SellersAgreeAsync(string when)
        {
            var rows = (await RowsAsync()).FindAll(s => s.DeliveredOn is not null);
            rows.Sum(s => s.RefundedFen).ShouldBeLessThanOrEqualTo(paidOut, when);
            var lines = await shop.InTables(
                scope => scope.GetRequiredService<StoredValueDb>().CommissionLines.AsNoTracking().ToListAsync());
            foreach (var gone in rows.Where(s => s.RefundedFen == s.PrincipalFen))
                lines.Where(l => l.SaleId == gone.Id).Sum(l => l.Fen).ShouldBe(0, $"{when}, sale {gone.Id}");
            foreach (var seller in sellers)
            {
                var own = lines.Where(l => l.SellerId == seller.Id).ToLookup(l => l.Kind, l => l.Fen);
                var sold = rows.Where(s => s.SellerId == seller.Id).ToList();
                var net = sold.Where(s => TargetBook.MonthOf(s.DeliveredOn!.Value) == month).Sum(s => s.PrincipalFen - s.RefundedFen);
                own[CommissionKind.Commission].Sum().ShouldBe(sold.Sum(CommissionOf), when);
                own[CommissionKind.FirstCard].Sum().ShouldBe(FirstOf(rows)?.SellerId == seller.Id ? 100_00 : 0, when);
                own[CommissionKind.TopSeller].Sum().ShouldBe(BestOf(rows) == seller.Id ? 200_00 : 0, when);
                own[CommissionKind.Assessment].Sum().ShouldBe(Part(500_00, Math.Min(net, 20_000_00), 20_000_00), when);
            }
        }

        private static long CommissionOf(CardSale sale)
        {
            var whole = Part(sale.PrincipalFen, 1, 100);
            return whole - Part(whole, sale.RefundedFen, sale.PrincipalFen);
        }

        private static CardSale? FirstOf(List<CardSale> rows) => rows
            .Where(s => s is { Kind: SaleKind.Card, State: SaleState.Delivered, Campaign: not null, SellerId: not null })
            .OrderBy(s => s.DeliveredAt).ThenBy(s => s.Id).FirstOrDefault();

        /// <summary>By what counted when the campaign was closed, of those who kept something.</summary>
        private Guid? BestOf(List<CardSale> rows)
        {
            var counted = rows.FindAll(s => s is { Campaign: not null, SellerId: not null });
            return counted.GroupBy(s => s.SellerId)
                .Select(g => (Seller: g.Key, Sold: g.Sum(s => atClose[s.Id]), Kept: g.Any(s => s.PrincipalFen > s.RefundedFen),
                    Last: g.Where(s => atClose[s.Id] > 0).Select(s => (s.DeliveredAt, s.Id)).DefaultIfEmpty().Max()))
                .Where(g => g is { Sold: > 0, Kept: true })
                .OrderByDescending(g => g.Sold).ThenBy(g => g.Last).FirstOrDefault().Seller;
        }

        private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        /// <summary>Rounded half up.</summary>
        private static long Part(long of, long share, long whole) => ((2 * of * share) + whole) / (2 * whole);
    }
}

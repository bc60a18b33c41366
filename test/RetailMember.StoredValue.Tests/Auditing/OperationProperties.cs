using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.StoredValue.Value;
using RetailMember.StoredValue.Value.Holds;
using static RetailMember.StoredValue.Tests.Shop.Given;
using static RetailMember.StoredValue.Tests.Shop.Till;

namespace RetailMember.StoredValue.Tests.Auditing;

public sealed class OperationPropertiesOnSqlite(SqliteCards shop) : OperationProperties(shop), IClassFixture<SqliteCards>;

public sealed class OperationPropertiesOnPostgres(PostgresCards shop) : OperationProperties(shop), IClassFixture<PostgresCards>;

/// <summary>
/// Whatever is done to a card in whatever order: no pocket is ever below zero, all that was loaded is still there, was
/// spent or was taken off, and the books are sound.
/// </summary>
public abstract class OperationProperties(CardShop shop)
{
    private const int Sequences = 12;
    private const int Steps = 40;

    [Fact, Trait("Req", "SV-14"), Trait("Req", "SV-15"), Trait("Req", "SV-17"), Trait("Yardstick", "R4")]
    public async Task No_sequence_of_operations_loses_or_makes_a_fen()
    {
        foreach (var seed in Gen.Choose(1, int.MaxValue).Sample(0, Sequences)) await RunAsync(new Random(seed));

        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    private async Task RunAsync(Random random)
    {
        shop.Clock.Set("2026-03-02");
        var rule = (SpendRule)random.Next(3);
        var card = await shop.CardAsync(Plain with { SpendRule = rule, ValidityMonths = 1 }, Pockets(0, 0));
        var (bills, holds, loads) = (new List<Guid>(), new List<Guid>(), new List<CardLoad>());
        for (var i = 0; i < Steps; i++)
        {
            var yuan = random.Next(1, 20_000) / 100m;
            switch (random.Next(10))
            {
                case 0 or 1:
                    loads.Add(await shop.LoadAsync(card.Id, new Pockets(random.Next(1, 20_000), random.Next(0, 9_000))));
                    break;
                case 2 or 3 or 4 when await shop.TryDo(Charge(yuan, card)) is { Accepted: true } charged:
                    bills.Add(charged.Value.Bill);
                    break;
                case 5 when bills.Count > 0:
                    await shop.TryDo(Refund(bills[random.Next(bills.Count)], yuan));
                    break;
                case 6 when await shop.TryDo(Hold(yuan, card)) is { Accepted: true } held:
                    holds.Add(held.Value.Hold);
                    break;
                case 7 when holds.Count > 0:
                    var hold = holds[random.Next(holds.Count)];
                    if ((await shop.TryDo(Capture(hold, yuan))).Accepted) bills.Add(hold);
                    else await shop.TryDo(Release(hold));
                    break;
                case 8 when loads.Count > 0 && random.Next(3) == 0:
                    await TakeBackAsync(card, loads[random.Next(loads.Count)]);
                    break;
                case 9 when random.Next(4) == 0:
                    shop.Clock.Set(random.Next(2) == 0 ? "2026-03-20" : "2026-04-15");
                    await shop.Do(new ExpireHolds.Input());
                    await shop.Do(new ExpireLoads.Input());
                    if (random.Next(2) == 0) await shop.TryDo(new ExtendCard.Input(card.Id, new DateOnly(2026, 6, 1), "test"));
                    break;
            }
        }

        await AllIsThereAsync(card);
    }

    private async Task TakeBackAsync(Card card, CardLoad load)
    {
        var left = await shop.InTables(scope => scope.GetRequiredService<StoredValueDb>().CardLoads.AsNoTracking()
            .SingleAsync(l => l.Id == load.Id));
        if (left.Left == RetailMember.StoredValue.Types.Rules.Pockets.None) return;
        await shop.TakeBackAsync(card.Id, load.Id);
    }

    private async Task AllIsThereAsync(Card card)
    {
        var now = await shop.ReadAsync(card.Id);
        var moves = await shop.InTables(scope => scope.GetRequiredService<StoredValueDb>().CardMoves.AsNoTracking()
            .Where(m => m.CardId == card.Id).OrderBy(m => m.No).ToListAsync());
        moves.ShouldAllBe(m => m.PrincipalAfterFen >= 0 && m.BonusAfterFen >= 0
            && m.FrozenPrincipalAfterFen >= 0 && m.FrozenBonusAfterFen >= 0);
        moves.Aggregate(RetailMember.StoredValue.Types.Rules.Pockets.None, (sum, m) => sum + m.Whole)
            .ShouldBe(now.Available + now.Frozen);
        moves.Where(m => m.Kind is CardMoveKind.Held or CardMoveKind.Released or CardMoveKind.HoldExpired)
            .ShouldAllBe(m => m.Whole == RetailMember.StoredValue.Types.Rules.Pockets.None);
    }
}

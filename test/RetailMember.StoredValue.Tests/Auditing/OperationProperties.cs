using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Cards.Changes;
using RetailMember.StoredValue.Closings;
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
/// Whatever is done to a card in whatever order: it holds what a plain account of what was asked for says, no pocket is ever
/// below zero, and the books are sound.
/// </summary>
public abstract class OperationProperties(CardShop shop)
{
    private const int Sequences = 12;
    private const int Steps = 40;

    [Fact, Trait("Req", "SV-14"), Trait("Req", "SV-15"), Trait("Req", "SV-17"), Trait("Req", "SV-19"), Trait("Yardstick", "R4")]
    public async Task No_sequence_of_operations_loses_or_makes_a_fen()
    {
        foreach (var seed in Gen.Choose(1, int.MaxValue).Sample(0, Sequences)) await new Sequence(shop, seed).RunAsync();

        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    /// <summary>One card, one course of things, told by its seed.</summary>
    private sealed class Sequence(CardShop shop, int seed)
    {
        private static readonly Caller Approver = CardShop.Person("approver", StoredValuePermissions.ApproveClosings);

        private readonly Random random = new(seed);
        private readonly CardModel model = new();
        private readonly List<Guid> bills = [];
        private readonly List<Guid> holds = [];
        private readonly List<CardLoad> loads = [];
        private readonly MemberSummary[] members = [shop.Members.Add(), shop.Members.Add()];
        private Card card = null!;
        private bool blocked;

        public async Task RunAsync()
        {
            shop.Clock.Set("2026-03-02");
            var rule = (SpendRule)random.Next(3);
            card = await shop.CardAsync(Plain with { SpendRule = rule, ValidityMonths = 1 }, Pockets(0, 0), members[0].Id);
            for (var i = 0; i < Steps; i++)
            {
                await StepAsync(random.Next(1, 20_000));
                await AgreesAsync($"seed {seed}, step {i}");
            }

            if (random.Next(2) == 0) await CloseAsync();
            await AllIsThereAsync();
        }

        private async Task StepAsync(long fen)
        {
            var yuan = fen / 100m;
            switch (random.Next(14))
            {
                case 0 or 1 when !blocked:
                    var pockets = new Pockets(random.Next(1, 20_000), random.Next(0, 9_000));
                    loads.Add(await shop.LoadAsync(card.Id, pockets));
                    model.Load(pockets);
                    break;
                case 2 or 3 or 4 when await shop.TryDo(Charge(yuan, card)) is { Accepted: true } charged:
                    blocked.ShouldBeFalse();
                    bills.Add(charged.Value.Bill);
                    model.Charge(charged.Value.Bill, fen);
                    break;
                case 5 or 6 when bills.Count > 0:
                    var bill = bills[random.Next(bills.Count)];
                    var may = model.MayRefund(bill, fen);
                    (await shop.TryDo(Refund(bill, yuan))).Accepted.ShouldBe(may);
                    if (may) model.Refund(bill, fen);
                    break;
                case 7 when await shop.TryDo(Hold(yuan, card)) is { Accepted: true } held:
                    holds.Add(held.Value.Hold);
                    model.Hold(held.Value.Hold, fen);
                    break;
                case 8 when holds.Count > 0 && random.Next(2) == 0:
                    var raised = holds[random.Next(holds.Count)];
                    if ((await shop.TryDo(Raise(raised, yuan))).Accepted) model.Raise(raised, fen);
                    break;
                case 8 when holds.Count > 0:
                    await EndHoldAsync(holds[random.Next(holds.Count)], fen);
                    break;
                case 9 when loads.Count > 0 && random.Next(3) == 0:
                    model.TakeOff((await shop.TakeBackAsync(card.Id, loads[random.Next(loads.Count)].Id)).TotalFen);
                    break;
                case 10 when random.Next(3) == 0:
                    await TimePassesAsync();
                    break;
                case 11:
                    await PassOnAsync();
                    break;
                case 12:
                    await (blocked
                        ? shop.Do(new UnblockCard.Input(card.Id, "test"))
                        : shop.Do(new BlockCard.Input(card.Id, BlockReason.Request, "test")));
                    blocked = !blocked;
                    break;
                case 13 when random.Next(3) == 0:
                    await ReplaceAsync();
                    break;
            }
        }

        /// <summary>With the old card in hand; of much on it, somebody else decides.</summary>
        private async Task ReplaceAsync()
        {
            var asked = await shop.Do(new ReplaceCard.Input { Key = Key(), Card = card.Id, OldCard = card.Number, Note = "test" });
            if (asked.ChangeRequest is { } request)
                await shop.Do(new DecideCardChange.Input(request.CardChange, true, "test"), caller: Approver);
            (card, blocked) = (await shop.ReadAsync(card.Id), false);
        }

        private async Task EndHoldAsync(Guid hold, long fen)
        {
            if ((await shop.TryDo(Capture(hold, fen / 100m))).Accepted)
            {
                bills.Add(hold);
                model.Capture(hold, fen);
            }
            else if ((await shop.TryDo(Release(hold))).Accepted)
            {
                model.Release(hold);
            }
        }

        private async Task TimePassesAsync()
        {
            shop.Clock.Set(random.Next(2) == 0 ? "2026-03-20" : "2026-04-15");
            await shop.Do(new ExpireHolds.Input());
            model.ReleaseAll();
            var today = shop.Occasion().On;
            model.Lapse(await shop.InTables(scope => scope.GetRequiredService<StoredValueDb>().CardLoads
                .Where(l => l.CardId == card.Id && l.ExpiresOn < today).SumAsync(l => l.PrincipalLeftFen + l.BonusLeftFen)));
            await shop.Do(new ExpireLoads.Input());
            if (random.Next(2) == 0 && (await shop.TryDo(new ExtendCard.Input(card.Id, new DateOnly(2026, 6, 1), "test"))).Accepted)
                model.Revive();
        }

        /// <summary>To the other member, at his wish or because the two are one.</summary>
        private async Task PassOnAsync()
        {
            var holder = (await shop.ReadAsync(card.Id)).MemberId;
            var (from, to) = holder == members[0].Id ? (members[0], members[1]) : (members[1], members[0]);
            if (random.Next(2) == 0)
            {
                var asked = await shop.TryDo(new PassOnCard.Input { Card = card.Id, Receiver = to.MemberNo, Note = "test" });
                if (asked is { Accepted: true, Value.ChangeRequest: { } request })
                    await shop.TryDo(new DecideCardChange.Input(request.CardChange, true, "test"), caller: Approver);
                return;
            }

            await shop.InTables(async scope =>
            {
                var now = shop.Occasion();
                var order = new MemberMergeOrder(Guid.CreateVersion7(), CardShop.Hotel.Id, to.Id, from.Id, now.On, now.At, "house");
                var merge = scope.GetRequiredService<IMemberMerge>();
                await merge.MoveAsync(order, CancellationToken.None);
                if (random.Next(2) == 0) await merge.MoveBackAsync(order, CancellationToken.None);
                return true;
            });
        }

        /// <summary>All of it is paid out or cancelled; a purchase that is returned after that is owed.</summary>
        private async Task CloseAsync()
        {
            foreach (var hold in holds)
                if ((await shop.TryDo(Release(hold))).Accepted) model.Release(hold);
            var asked = await shop.TryDo(new RequestClosing.Input
            {
                Key = Key(), Card = card.Id, Reason = "test", IdentityCheck = "test", Payout = PayoutWay.BankAccount,
                AccountName = "test", AccountNo = "test",
            });
            if (!asked.Accepted)
            {
                (await shop.ReadAsync(card.Id)).PrincipalFen.ShouldBe(0, asked.Refusal!.Code);
                return;
            }

            var decide = new DecideClosing.Input(asked.Value.Closing, true, "test") { PayoutReference = "T-1" };
            var paidOut = await shop.Do(decide, caller: Approver);
            (paidOut.PaidOut.Fen + paidOut.Cancelled.Fen).ShouldBe(model.TotalFen);
            model.TakeOff(model.TotalFen);
            foreach (var bill in bills.Where(b => model.MayRefund(b, 1)))
            {
                await shop.Do(Refund(bill, 0.01m));
                model.Refund(bill, 1);
                model.TakeOff(1);
            }

            await AgreesAsync($"seed {seed}, closed");
        }

        private async Task AgreesAsync(string when)
        {
            var now = await shop.ReadAsync(card.Id);
            ((now.Available + now.Frozen).TotalFen, now.Frozen.TotalFen).ShouldBe((model.TotalFen, model.HeldFen), when);
        }

        private async Task AllIsThereAsync()
        {
            var moves = await shop.InTables(scope => scope.GetRequiredService<StoredValueDb>().CardMoves.AsNoTracking()
                .Where(m => m.CardId == card.Id).OrderBy(m => m.No).ToListAsync());
            moves.ShouldAllBe(m => m.PrincipalAfterFen >= 0 && m.BonusAfterFen >= 0
                && m.FrozenPrincipalAfterFen >= 0 && m.FrozenBonusAfterFen >= 0);
            moves.Where(m => m.Kind == CardMoveKind.Loaded).Sum(m => m.PrincipalFen).ShouldBe(model.LoadedPrincipalFen);
            moves.Where(m => m.Kind is CardMoveKind.Held or CardMoveKind.Released or CardMoveKind.HoldExpired)
                .ShouldAllBe(m => m.Whole.TotalFen == 0);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.People;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.HandOver;
using RetailMember.StoredValue.Sales.Unexpected;
using RetailMember.StoredValue.Tests.Sales;
using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Auditing;

/// <summary>What a course does besides selling: money that nobody waits for, and customers of who leaves.</summary>
public abstract partial class SalesProperties
{
    private sealed partial class Course
    {
        /// <summary>Money for a sale of the counter or for no order is on no card and goes back whole, or waits.</summary>
        private async Task UnexpectedAsync()
        {
            var told = new ConfirmOnlinePayment.Input(sales.Count > 0 ? Any(sales) : 0, Key(), Yuan(random.Next(1, 900_000) / 100m));
            var arrived = (await shop.Do(random.Next(2) == 0 ? told : told with { Sale = 0 })).ArrivedUnexpected.ShouldNotBeNull();
            var id = arrived.UnexpectedPayment;
            var finance = CardShop.Person("财务", SalesPermissions.ConfirmPayments);
            var approver = CardShop.Person("店总", StoredValuePermissions.ApproveClosings);
            for (var i = random.Next(3); i > 0; i--)
            {
                await shop.TryDo(new ReturnUnexpectedPayment.Input(id, "test") { Key = Key() }, caller: finance);
                await shop.TryDo(new DecideUnexpectedReturn.Input(id, random.Next(2) == 0, "test", "T-1"), caller: approver);
            }

            var given = await shop.InTables(scope => scope.GetRequiredService<StoredValueDb>().PaymentReturns.AsNoTracking()
                .Where(r => r.PaymentId == id && r.State == ClosingState.Approved).Select(r => r.Fen).ToListAsync());
            given.Sum().ShouldBeOneOf(0, arrived.Arrived.Fen);
        }

        /// <summary>Somebody leaves for a while: whom he sold to last is the other's, and what he earned stays his.</summary>
        private async Task HandOverAsync(StaffPerson leaver, StaffPerson receiver)
        {
            if (leaver == receiver) return;
            var (own, earned) = (await LastSoldByAsync(leaver), await shop.YuanOfAsync(leaver));
            shop.Staff.Leave(leaver.UserName);
            var given = await shop.TryDo(new HandOverCustomers.Input(leaver.UserName, receiver.UserName, "test"));
            shop.Staff.Add(leaver.UserName, DefaultRole.FloorManager, CardShop.Hotel.Id, 11);
            (given.Accepted ? given.Value.CardCount : 0).ShouldBe(own.Count);
            (await LastSoldByAsync(leaver)).ShouldBeEmpty();
            own.Except(await LastSoldByAsync(receiver)).ShouldBeEmpty();
            (await shop.YuanOfAsync(leaver)).ShouldBe(earned);
        }

        private Task<List<Guid>> LastSoldByAsync(StaffPerson seller) => shop.InTables(
            scope => scope.GetRequiredService<StoredValueDb>().Cards.AsNoTracking()
                .Where(c => c.LastSellerId == seller.Id && c.State != CardState.Closed).Select(c => c.Id).ToListAsync());
    }
}

using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Pictures;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Orders.Services;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Demonstration;

/// <summary>One brand's catalogue with this month's and the next month's edition, its stock, and what members ordered.</summary>
internal sealed class DemoCounter(
    UseCaseEntry entry,
    CallContext call,
    DemoShelf shelf,
    IReadOnlyList<MemberSummary> members,
    IReadOnlyList<Store> stores,
    DateOnly today)
{
    private const int PiecesPerStore = 40;
    private const int Customers = 60;

    public async Task StockAsync(CancellationToken cancel)
    {
        foreach (var (i, (code, terms)) in shelf.Rewards.Index())
        {
            await entry.RunAsync(new EditReward.Input(code, terms), call, cancel);
            if (terms.Kind == RewardKind.Goods)
                await entry.RunAsync(new SetRewardPicture.Input(code) { Content = DemoPicture.Draw(i) }, call, cancel);
            foreach (var store in Places(terms.Stock))
                await entry.RunAsync(
                    new SupplyStock.Input
                    {
                        Key = $"demonstration-{code}-{store}", Reward = code, StoreCode = store, Pieces = PiecesPerStore, Reason = "首批到货",
                    },
                    call, cancel);
        }

        var thisMonth = new DateOnly(today.Year, today.Month, 1);
        await EditionAsync(thisMonth, shelf.Rewards.Count, cancel);
        await entry.RunAsync(new PublishEdition.Input(CodeOf(thisMonth)), call, cancel);
        await EditionAsync(thisMonth.AddMonths(1), shelf.Rewards.Count - 2, cancel);
    }

    /// <summary>Members order what they can pay; some orders are ready, handed out, rated or cancelled by now.</summary>
    public async Task<int> ServeAsync(CancellationToken cancel)
    {
        var orders = 0;
        foreach (var (i, member) in members.Take(Customers).Index())
        {
            var store = stores[i / shelf.Rewards.Count % stores.Count].Code;
            var wanted = shelf.Rewards[i % shelf.Rewards.Count].Code;
            var offered = await entry.TryAsync(new AffordableRewards.Input(member.MemberNo, store), call, cancel);
            if (!offered.Accepted || offered.Value.Rewards.FirstOrDefault(r => r.Reward == wanted) is not { } shown) continue;
            var ordered = await entry.TryAsync(
                new Redeem.Input
                {
                    Key = $"demonstration-{member.MemberNo}",
                    StoreCode = store,
                    Member = member.MemberNo,
                    Reward = wanted,
                    Points = shown.Points,
                },
                call, cancel);
            if (!ordered.Accepted) continue;
            orders++;
            var order = ordered.Value;
            if (order.State == Data.RewardOrderState.Reserved) await MoveAsync(order.Order, store, i, cancel);
            else await RateAsync(order.Order, i, cancel);
            if (shelf.Rewards[i % shelf.Rewards.Count].Terms.Service?.PerDay is not null)
                await BookAsync(order.Order, store, i / shelf.Rewards.Count, cancel);
        }

        return orders;
    }

    private async Task MoveAsync(Guid order, string store, int i, CancellationToken cancel)
    {
        switch (i % 5)
        {
            case 1:
                await entry.RunAsync(
                    new Collect.Input { Key = $"demonstration-{order:N}", StoreCode = store, Order = order, Check = "会员卡" }, call, cancel);
                await RateAsync(order, i, cancel);
                break;
            case 0:
                await entry.RunAsync(new MarkReady.Input(order, store), call, cancel);
                break;
            case 2 when i % 2 == 0:
                await entry.RunAsync(new CancelOrder.Input(order, "会员改变主意"), call, cancel);
                break;
        }
    }

    /// <summary>Some have been served; others come today or in the next days.</summary>
    private async Task BookAsync(Guid service, string store, int number, CancellationToken cancel)
    {
        if (number % 4 == 3)
            await entry.TryAsync(
                new UseEntitlement.Input { Key = $"demonstration-{service:N}", StoreCode = store, Entitlement = service, Check = "会员卡" },
                call, cancel);
        else
            await entry.TryAsync(
                new BookService.Input
                {
                    Key = $"demonstration-{service:N}",
                    StoreCode = store,
                    Entitlement = service,
                    BusinessDate = today.AddDays(number / 3),
                    Time = FormattableString.Invariant($"{10 + number}:30"),
                },
                call, cancel);
    }

    private async Task RateAsync(Guid order, int i, CancellationToken cancel) =>
        await entry.RunAsync(new RateReward.Input(order, i % 4 == 3 ? 2 : 5 - (i % 2)), call, cancel);

    private IEnumerable<string?> Places(StockKind kind)
    {
        if (kind == StockKind.Shared) yield return null;
        if (kind != StockKind.PerStore) yield break;
        foreach (var store in stores) yield return store.Code;
    }

    private async Task EditionAsync(DateOnly month, int rewards, CancellationToken cancel) => await entry.RunAsync(
        new EditEdition.Input(
            CodeOf(month), month, month.AddMonths(1).AddDays(-1),
            [.. shelf.Rewards.Take(rewards).Select(r => new EditionItem(r.Code))]),
        call, cancel);

    private static string CodeOf(DateOnly month) => month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
}

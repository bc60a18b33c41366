using System.Globalization;
using RetailMember.Data;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>
/// Hands out the goods and services of a gift: orders for no points that are collected at once, out of the same stock as
/// everybody's.
/// </summary>
internal sealed class GiftOrders(
    CatalogueShelf catalogue, RewardGates gates, Stocks stocks, SecretCode codes, IRows rows, OrderBook book, Delivery delivery)
{
    /// <summary>Notes on the gift what was handed out. Throws where any of it cannot be had.</summary>
    public async Task HandOutAsync(Gift gift, CallContext call, CancellationToken cancel)
    {
        var parts = GiftPart.Of(gift);
        int[] open = [.. parts.Index().Where(p => p.Item is { IsReward: true, Held: false }).Select(p => p.Index)];
        if (open.Length == 0) return;
        if (call.Store is not { } store) throw new Refusal("store.needed", RefusalKind.Invalid);
        var rewards = new List<(int Part, Reward Reward, RewardTerms Terms)>();
        foreach (var part in open)
        {
            var reward = await catalogue.FindRewardAsync(parts[part].Code, cancel);
            var terms = CatalogueShelf.TermsOf(reward);
            if (reward.Withdrawn || !CanBeGiven(terms))
                throw new Refusal(RewardRefusals.NotOffered, RefusalKind.Conflict);
            if (await gates.RefusalAsync(reward.Code, terms, cancel) is { } forbidden) throw forbidden;
            if (terms.Stores.Count > 0 && !terms.Stores.Contains(store.Code, StringComparer.OrdinalIgnoreCase))
                throw new Refusal(RewardRefusals.NotHere, RefusalKind.Conflict);
            rewards.Add((part, reward, terms));
        }

        var stock = await stocks.OpenAsync(
            [.. rewards.Where(r => r.Terms.Stock != StockKind.None).Select(r => r.Reward.Id)], cancel);
        var handed = rewards.Select(r => (r.Part, r.Reward, r.Terms, Order: Make(gift, r.Reward, r.Terms, call))).ToList();
        foreach (var one in handed)
        {
            if (!stock.TryTake(one.Reward.Id, one.Order.StockPlace, 1))
                throw new Refusal(RewardRefusals.OutOfStock, RefusalKind.Conflict);
            parts[one.Part] = parts[one.Part] with
            {
                Held = true, Key = one.Order.Id.ToString("N", CultureInfo.InvariantCulture),
            };
        }

        gift.Parts = GiftPart.Write(parts);
        await stock.SaveAsync(cancel);
        await rows.InsertAsync([.. handed.Select(h => h.Order)], cancel);
        await book.AppendAsync([.. handed.Select(h => OrderBook.Step(h.Order, call.Occasion(), gift.Reason))], cancel);
        await delivery.DeliverAsync(
            [.. handed.Select(h => new Delivered(h.Order, h.Reward.Code, h.Terms, call.Occasion()))], cancel);
    }

    /// <summary>A coupon is given as a voucher, and a right by whoever grants it.</summary>
    public static bool CanBeGiven(RewardTerms terms) => terms.Kind is RewardKind.Goods or RewardKind.Service;

    private RewardOrder Make(Gift gift, Reward reward, RewardTerms terms, CallContext call)
    {
        var code = SecretCode.Draw();
        var today = call.Occasion().On;
        return new RewardOrder
        {
            Id = Guid.CreateVersion7(),
            BrandId = gift.BrandId,
            MemberId = gift.MemberId,
            RewardId = reward.Id,
            Kind = terms.Kind,
            StoreId = call.Store?.Id,
            StockPlace = Stocks.PlaceOf(terms.Stock, call.Store?.Id),
            Pieces = 1,
            Points = 0,
            Periods = "",
            State = RewardOrderState.Collected,
            Code = code,
            CodeIndex = codes.IndexOf(code, OrderTables.CodePurpose)!,
            OrderedOn = today,
            HeldUntil = today,
            OrderedAt = call.At,
            HandedOutBy = call.Caller.Id,
            ClosedAt = call.At,
        };
    }
}

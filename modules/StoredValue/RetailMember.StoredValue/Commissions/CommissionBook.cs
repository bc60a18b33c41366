using RetailMember.Data;
using RetailMember.People;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Value;

namespace RetailMember.StoredValue.Commissions;

/// <summary>
/// Writes what sellers have for sales, and takes it back when customers get their money back. The sale is locked by the
/// caller.
/// </summary>
internal sealed class CommissionBook(
    StoredValueDb db, IRows rows, CommissionShelf shelf, CampaignAwards awards, IStaff staff)
{
    /// <summary>What a delivered sale earns. A sale that is nobody's earns nobody anything.</summary>
    /// <param name="sale">Just delivered.</param>
    /// <param name="payableOn">The first business day on which the customer can no longer take it back.</param>
    /// <param name="occasion">The delivery.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task AccrueAsync(CardSale sale, DateOnly payableOn, CardOccasion occasion, CancellationToken cancel)
    {
        var campaign = await awards.HoldRunningAsync(sale.DeliveredOn!.Value, cancel);
        sale.Campaign = campaign?.Code;
        if (sale is not { SellerId: { } sellerId, Seller: { } seller }) return;
        var rules = await shelf.AtAsync(sale.DeliveredAt!.Value, cancel);
        var judged = new SaleJudged(
            sale.PrincipalFen, sale.BonusFen, [.. staff.Find(sellerId)?.RolesIn(sale.BrandId) ?? []], sale.CardType, sale.Campaign);
        var (fen, perMille) = CommissionJudge.Of(rules.Terms, judged);
        if (fen > 0)
        {
            db.CommissionLines.Add(new CommissionLine
            {
                Id = Guid.CreateVersion7(),
                BrandId = sale.BrandId,
                SaleId = sale.Id,
                StoreId = sale.StoreId,
                SellerId = sellerId,
                Seller = seller,
                Kind = CommissionKind.Commission,
                Fen = fen,
                BaseFen = sale.PrincipalFen,
                PerMille = perMille,
                RuleVersion = rules.Number,
                On = sale.DeliveredOn.Value,
                At = occasion.At,
                PayableOn = payableOn,
            });
        }

        if (campaign is not null) await awards.GiveFirstCardAsync(campaign, sale, payableOn, occasion, cancel);
    }

    /// <summary>What a refund of some of the principal takes back; the sale does not have it in its books yet.</summary>
    public async Task TakeBackAsync(CardSale sale, long refundedFen, CardOccasion occasion, CancellationToken cancel)
    {
        var lines = await rows.LockAsync<CommissionLine, long>(l => l.SaleId, [sale.Id], cancel);
        if (lines.Find(l => l is { Kind: CommissionKind.Commission, Reverses: null }) is { } earned)
        {
            var back = CommissionJudge.TakenBack(earned.Fen, sale.PrincipalFen, sale.RefundedFen, refundedFen);
            if (back > 0) lines.Add(await ReverseAsync(earned, back, refundedFen, occasion, cancel));
            await CloseIfNothingIsLeftAsync([.. lines.Where(l => l.Kind == CommissionKind.Commission)], cancel);
        }

        var award = lines.Where(l => l.Kind == CommissionKind.FirstCard).ToList();
        if (award.Sum(l => l.Fen) <= 0) return;
        var given = award.Last(l => l.Fen > 0);
        award.Add(await ReverseAsync(given, given.Fen, 0, occasion, cancel));
        await CloseIfNothingIsLeftAsync(award, cancel);
        await awards.PassOnFirstCardAsync(given, sale, occasion, cancel);
    }

    private async Task<CommissionLine> ReverseAsync(
        CommissionLine earned, long fen, long baseFen, CardOccasion occasion, CancellationToken cancel)
    {
        var waits = earned.State == CommissionState.Pending;
        var line = new CommissionLine
        {
            Id = Guid.CreateVersion7(),
            BrandId = earned.BrandId,
            SaleId = earned.SaleId,
            StoreId = earned.StoreId,
            SellerId = earned.SellerId,
            Seller = earned.Seller,
            Kind = earned.Kind,
            Fen = -fen,
            BaseFen = -baseFen,
            PerMille = earned.PerMille,
            RuleVersion = earned.RuleVersion,
            Campaign = earned.Campaign,
            State = waits ? CommissionState.Pending : CommissionState.Payable,
            On = occasion.On,
            At = occasion.At,
            PayableOn = waits ? earned.PayableOn : occasion.On,
            Reverses = earned.Id,
        };
        await rows.InsertAsync([line], cancel);
        return line;
    }

    /// <summary>What was taken back wholly before anything of it was to be paid never goes into a settlement.</summary>
    private async Task CloseIfNothingIsLeftAsync(List<CommissionLine> lines, CancellationToken cancel)
    {
        if (lines.Sum(l => l.Fen) != 0 || lines.Exists(l => l.BatchId is not null)) return;
        foreach (var line in lines) line.State = CommissionState.ClawedBack;
        await rows.UpdateAsync(lines, [nameof(CommissionLine.State)], cancel);
    }
}

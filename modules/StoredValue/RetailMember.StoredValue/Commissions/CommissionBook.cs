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
    IRows rows, CommissionShelf shelf, CampaignAwards awards, IStaff staff)
{
    /// <summary>What a delivered sale earns. A sale that is nobody's earns nobody anything.</summary>
    /// <param name="sale">Just delivered.</param>
    /// <param name="occasion">The delivery.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task AccrueAsync(CardSale sale, CardOccasion occasion, CancellationToken cancel)
    {
        var campaign = await awards.HoldRunningAsync(sale.DeliveredOn!.Value, cancel);
        sale.Campaign = campaign?.Code;
        if (sale.SellerId is not { } seller) return;
        await EarnAsync(sale, seller, sale.Seller!, occasion, cancel);
        if (campaign is not null) await awards.GiveFirstCardAsync(campaign, sale, occasion, cancel);
    }

    /// <summary>What a refund of some of the principal takes back; the sale does not have it in its books yet.</summary>
    public async Task TakeBackAsync(CardSale sale, long refundedFen, CardOccasion occasion, CancellationToken cancel)
    {
        // Held before its lines: another refund may just be passing an award on to this sale.
        if (sale.Campaign is { } campaign) await awards.HoldAsync(campaign, cancel);
        var lines = await LinesAsync(sale, cancel);
        if (lines.FindLast(l => l is { Kind: CommissionKind.Commission, Reverses: null }) is { } earned)
        {
            var back = CommissionJudge.TakenBack(earned.Fen, sale.PrincipalFen, sale.RefundedFen, refundedFen);
            if (back > 0) lines.Add(await ReverseAsync(earned, back, refundedFen, occasion, cancel));
            await CloseIfNothingIsLeftAsync([.. lines.Where(l => l.Kind == CommissionKind.Commission)], cancel);
        }

        if (await TakeAwardBackAsync(lines, CommissionKind.FirstCard, occasion, cancel) is { } firstCard)
            await awards.PassOnFirstCardAsync(firstCard, sale, occasion, cancel);
        if (sale.Campaign is null || await awards.LostByAsync(sale, refundedFen, cancel) is not { } best) return;
        var race = await rows.LockAsync<CommissionLine, long>(l => l.SaleId, [best.SaleId], cancel);
        _ = await TakeAwardBackAsync(race, CommissionKind.TopSeller, occasion, cancel);
        await awards.PassOnTopSellerAsync(best, sale, refundedFen, occasion, cancel);
    }

    /// <summary>
    /// Credits a sale to somebody else: all that its seller still has of it is taken back, and the other has what he would have
    /// had from the beginning. The award of a race that is over stays.
    /// </summary>
    public async Task PassOnAsync(CardSale sale, StaffPerson to, CardOccasion occasion, CancellationToken cancel)
    {
        if (sale.Campaign is { } campaign) await awards.HoldAsync(campaign, cancel);
        var lines = await LinesAsync(sale, cancel);
        var own = lines.FindAll(l => l.Kind == CommissionKind.Commission);
        if (own.FindLast(l => l.Reverses is null) is { } earned)
        {
            if (own.Sum(l => l.Fen) is > 0 and var left)
                own.Add(await ReverseAsync(earned, left, own.Sum(l => l.BaseFen), occasion, cancel));
            await CloseIfNothingIsLeftAsync(own, cancel);
        }

        var firstCard = await TakeAwardBackAsync(lines, CommissionKind.FirstCard, occasion, cancel);
        if (await EarnAsync(sale, to.Id, to.UserName, occasion, cancel) is { } line)
        {
            var back = CommissionJudge.TakenBack(line.Fen, sale.PrincipalFen, 0, sale.RefundedFen);
            if (back > 0) await ReverseAsync(line, back, sale.RefundedFen, occasion, cancel);
        }

        if (firstCard is null) return;
        var payableOn = PayableOn(sale, occasion);
        await awards.GiveAsync(firstCard, sale.Id, sale.StoreId, to.Id, to.UserName, payableOn, occasion, cancel);
    }

    /// <summary>The day from which something of a sale is payable that is written now.</summary>
    private static DateOnly PayableOn(CardSale sale, CardOccasion occasion) =>
        sale.KeptFrom > occasion.On ? sale.KeptFrom.Value : occasion.On;

    private async Task<CommissionLine?> EarnAsync(
        CardSale sale, Guid sellerId, string seller, CardOccasion occasion, CancellationToken cancel)
    {
        var rules = await shelf.AtAsync(sale.DeliveredAt!.Value, cancel);
        var judged = new SaleJudged(
            sale.PrincipalFen, sale.BonusFen, [.. staff.Find(sellerId)?.RolesIn(sale.BrandId) ?? []], sale.CardType, sale.Campaign);
        var (fen, perMille, role) = CommissionJudge.Of(rules.Terms, judged);
        if (fen == 0) return null;
        var line = new CommissionLine
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
            Role = role,
            On = occasion.On,
            At = occasion.At,
            PayableOn = PayableOn(sale, occasion),
        };
        await rows.InsertAsync([line], cancel);
        return line;
    }

    /// <summary>What its present seller has of a sale, locked, oldest first.</summary>
    private async Task<List<CommissionLine>> LinesAsync(CardSale sale, CancellationToken cancel) =>
        (await rows.LockAsync<CommissionLine, long>(l => l.SaleId, [sale.Id], cancel)).FindAll(l => l.SellerId == sale.SellerId);

    /// <summary>Takes an award back that is among the lines; what was given, or null where none stands.</summary>
    private async Task<CommissionLine?> TakeAwardBackAsync(
        List<CommissionLine> lines, CommissionKind kind, CardOccasion occasion, CancellationToken cancel)
    {
        var award = lines.FindAll(l => l.Kind == kind);
        if (award.Sum(l => l.Fen) <= 0) return null;
        var given = award.Last(l => l.Fen > 0);
        award.Add(await ReverseAsync(given, given.Fen, 0, occasion, cancel));
        await CloseIfNothingIsLeftAsync(award, cancel);
        return given;
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
            Role = earned.Role,
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

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
    IRows rows, CommissionRuleBook rulebook, CampaignAwards awards, CommissionReversals reversals, IStaff staff)
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
        if (campaign is not null) await awards.MoveAsync(campaign, InRace(sale), occasion, cancel);
    }

    /// <summary>What a refund of some of the principal takes back; the sale does not have it in its books yet.</summary>
    public async Task TakeBackAsync(CardSale sale, long refundedFen, CardOccasion occasion, CancellationToken cancel)
    {
        // Held before its lines: another refund may just be moving an award to this sale.
        var campaign = await CampaignOfAsync(sale, cancel);
        var lines = await LinesAsync(sale, cancel);
        if (lines.FindLast(l => l.Reverses is null) is { } earned)
        {
            var back = CommissionJudge.TakenBack(earned.Fen, sale.PrincipalFen, sale.RefundedFen, refundedFen);
            if (back > 0) lines.Add(await reversals.ReverseAsync(earned, back, refundedFen, occasion, cancel));
            await reversals.CloseIfNothingIsLeftAsync(lines, cancel);
        }

        if (campaign is null) return;
        var asItWillBe = InRace(sale) with { NetFen = sale.NetFen - refundedFen, Refunded = true };
        await awards.MoveAsync(campaign, asItWillBe, occasion, cancel);
    }

    /// <summary>
    /// Credits a sale to somebody else: all that its seller still has of it is taken back, and the other has what he would have
    /// had from the beginning, of a sale that was given back wholly nothing. Awards move along, also those of a race that is
    /// over.
    /// </summary>
    public async Task PassOnAsync(CardSale sale, StaffPerson to, CardOccasion occasion, CancellationToken cancel)
    {
        var campaign = await CampaignOfAsync(sale, cancel);
        var own = await LinesAsync(sale, cancel);
        if (own.FindLast(l => l.Reverses is null) is { } earned)
        {
            if (own.Sum(l => l.Fen) is > 0 and var left)
                own.Add(await reversals.ReverseAsync(earned, left, own.Sum(l => l.BaseFen), occasion, cancel));
            await reversals.CloseIfNothingIsLeftAsync(own, cancel);
        }

        // Of what was given back wholly there is nothing to have.
        if (sale.NetFen > 0 && await EarnAsync(sale, to.Id, to.UserName, occasion, cancel) is { } line)
        {
            var back = CommissionJudge.TakenBack(line.Fen, sale.PrincipalFen, 0, sale.RefundedFen);
            if (back > 0) await reversals.ReverseAsync(line, back, sale.RefundedFen, occasion, cancel);
        }

        if (campaign is not null)
            await awards.MoveAsync(campaign, InRace(sale) with { Seller = to.Id, SellerName = to.UserName }, occasion, cancel);
    }

    private async Task<SalesCampaign?> CampaignOfAsync(CardSale sale, CancellationToken cancel) =>
        sale.Campaign is { } code ? await awards.HoldAsync(code, cancel) : null;

    private static RaceSale InRace(CardSale sale) => new(
        sale.Id, sale.SellerId, sale.DeliveredAt!.Value, sale.Kind == SaleKind.Card, sale.NetFen, sale.State == SaleState.Refunded)
    {
        SellerName = sale.Seller, StoreId = sale.StoreId, KeptFrom = sale.KeptFrom,
    };

    /// <summary>The day from which something of a sale is payable that is written now.</summary>
    private static DateOnly PayableOn(CardSale sale, CardOccasion occasion) =>
        sale.KeptFrom > occasion.On ? sale.KeptFrom.Value : occasion.On;

    private async Task<CommissionLine?> EarnAsync(
        CardSale sale, Guid sellerId, string seller, CardOccasion occasion, CancellationToken cancel)
    {
        var rules = await rulebook.InForceAtAsync(sale.DeliveredAt!.Value, cancel);
        var judged = new SaleJudged(
            sale.PrincipalFen, sale.BonusFen, [.. staff.Find(sellerId)?.RolesIn(sale.BrandId) ?? []], sale.CardType, sale.Campaign);
        var (fen, perMille, role) = CommissionJudge.Of(rules.Rules, judged);
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
            RuleVersion = rules.Version,
            Role = role,
            On = occasion.On,
            At = occasion.At,
            PayableOn = PayableOn(sale, occasion),
        };
        await rows.InsertAsync([line], cancel);
        return line;
    }

    /// <summary>What its present seller has of a sale as commission, locked, oldest first.</summary>
    private async Task<List<CommissionLine>> LinesAsync(CardSale sale, CancellationToken cancel) =>
        (await rows.LockAsync<CommissionLine, long?>(l => l.SaleId, [sale.Id], cancel))
            .FindAll(l => l.Kind == CommissionKind.Commission && l.SellerId == sale.SellerId);
}

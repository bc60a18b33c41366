using RetailMember.Data;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Value;

namespace RetailMember.StoredValue.Commissions;

/// <summary>Takes commission and awards back by lines below zero: what is written stays.</summary>
internal sealed class CommissionReversals(IRows rows)
{
    /// <param name="earned">What is taken back, wholly or in part.</param>
    /// <param name="fen">How much of it.</param>
    /// <param name="baseFen">Of what it was reckoned from.</param>
    /// <param name="occasion">Why it is taken back.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<CommissionLine> ReverseAsync(
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
    public async Task CloseIfNothingIsLeftAsync(IReadOnlyCollection<CommissionLine> lines, CancellationToken cancel)
    {
        if (lines.Sum(l => l.Fen) != 0 || lines.Any(l => l.BatchId is not null)) return;
        foreach (var line in lines) line.State = CommissionState.ClawedBack;
        await rows.UpdateAsync(lines, [nameof(CommissionLine.State)], cancel);
    }
}

using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Points.Transfers;

/// <summary>Posts gifts of points and takes them back; both sides are one posting.</summary>
internal sealed class TransferBook(ILedger ledger)
{
    public const string GiftRule = "gift";
    public const string ReturnRule = "gift-return";

    /// <summary>Answers the giver's balance. Says why it is too little: not there, or lapsing too soon.</summary>
    /// <param name="transfer">Names both.</param>
    /// <param name="giver">Whose points they are.</param>
    /// <param name="receiverNo">The receiver's member number.</param>
    /// <param name="policy">Of the programme in force.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<long> GiveAsync(
        PointsTransfer transfer, Member giver, string receiverNo, TransferPolicy policy, CancellationToken cancel)
    {
        var outcome = (await ledger.PostAsync(
        [
            new Transfer
            {
                Key = transfer.PostingKey,
                Owner = giver.Id,
                To = transfer.ReceiverId,
                Unit = MembershipUnits.Points,
                Amount = transfer.Points,
                On = transfer.On,
                LastingUntil = policy.LeastDaysLeft > 0 ? transfer.On.AddDays(policy.LeastDaysLeft) : null,
                Reason = ReasonOf(GiftRule, transfer.Operator, transfer.PostingKey, giver.MemberNo, receiverNo),
            },
        ], cancel))[0];
        if (outcome.Status != PostingStatus.Refused) return outcome.BalanceAfter;
        if (outcome.Code != LedgerRefusals.Insufficient) throw new Refusal(outcome.Code!, RefusalKind.Conflict);
        var usable = (await ledger.ReadBalancesAsync([giver.Id], MembershipUnits.Points, transfer.On, cancel))
            .GetValueOrDefault(giver.Id)?.Usable ?? 0;
        throw usable >= transfer.Points
            ? new Refusal(
                "membership.transfer-expiring", RefusalKind.Conflict, ("days", policy.LeastDaysLeft), ("available", outcome.Available))
            : new Refusal("membership.transfer-not-enough", RefusalKind.Conflict, ("available", Math.Max(0, usable)));
    }

    /// <summary>Answers the giver's number of points that came back: all, or none where some are spent.</summary>
    public async Task TakeBackAsync(
        PointsTransfer transfer, Member giver, Member receiver, DateOnly on, string by, CancellationToken cancel)
    {
        var outcome = (await ledger.PostAsync(
        [
            new Return
            {
                Key = transfer.ReturnKey,
                Owner = receiver.Id,
                To = giver.Id,
                Unit = MembershipUnits.Points,
                Amount = transfer.Points,
                On = on,
                Returns = transfer.PostingKey,
                Reason = ReasonOf(ReturnRule, by, transfer.PostingKey, receiver.MemberNo, giver.MemberNo),
            },
        ], cancel))[0];
        if (outcome.Code == LedgerRefusals.Insufficient)
            throw new Refusal("membership.transfer-spent", RefusalKind.Conflict, ("available", outcome.Available));
        if (outcome.Code is { } code) throw new Refusal(code, RefusalKind.Conflict);
    }

    private static PostingReason ReasonOf(string rule, string by, string source, string from, string to) => new()
    {
        Operator = by,
        Rule = rule,
        Source = source,
        Why = new TransferStory(from, to).ToJson(),
    };
}

using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Purchases;

/// <summary>
/// Gives back on a receipt, by amount or by line, as often as wished but never more than was paid, and takes back in
/// proportion what the receipt granted: by its own record, not by today's rules. What vouchers, points and other tenders
/// paid goes back to them, the rest in money. The refund number is the business key within its store.
/// </summary>
[Needs(MembershipPermissions.RefundPurchases)]
internal sealed class RefundPurchase(
    MembershipDb db, IRows rows, IBrandDirectory brands, ProgrammeShelf shelf, GrantClawback clawback,
    MemberAfterRefund after, TenderRefund tenders, RefundFollowers followers, IEvents events, ILedger ledger)
    : UseCase<RefundPurchase.Input, RefundPurchase.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var store = call.Store ?? throw new Refusal("store.needed", RefusalKind.Invalid);
        store.RefuseUnlessOpenAt(call.At);
        var concerned = await ConcernedAsync(input, store, call, cancel);
        await LockAsync(concerned, cancel);
        var purchase = await PurchaseOf(input, store, call).SingleAsync(cancel);
        // Members may have been merged, or taken apart, while these were waited for.
        if ((purchase.MemberId, purchase.EarnerId) != concerned) await LockAsync((purchase.MemberId, purchase.EarnerId), cancel);
        var member = await db.Members.SingleAsync(m => m.Id == purchase.MemberId, cancel);
        var earnerNo = purchase.HasOtherEarner
            ? await db.Members.Where(m => m.Id == purchase.EarnerId).Select(m => m.MemberNo).SingleAsync(cancel)
            : null;
        var tierBefore = member.Tier;
        await followers.HoldAsync(purchase.Id, member.Id, cancel);
        var lastPosting = await ledger.ReadLastIdAsync(cancel);
        var paidBy = await tenders.OfAsync(purchase, cancel);
        var split = paidBy.Count > 0 ? await tenders.SplitAsync(purchase, paidBy, cancel) : null;
        var amount = await AmountAsync(input, purchase, split, cancel);
        var whole = new Clawback(purchase.PaidFen, purchase.RefundedFen, amount);
        var shares = SharesOf(purchase, whole, split);
        var programmes = await shelf.OfAsync(db, call.RequiredBrand.Id, cancel);
        var refund = Make(input, purchase, store, call, amount);
        // What comes back first, so that what is taken back does not open a hole that it then fills.
        var backs = split is null ? null : await tenders.GiveBackAsync(purchase, refund, paidBy, split, call, cancel);
        var taken = await clawback.TakeAsync(
            purchase, refund, shares, programmes.Numbered(purchase.ProgrammeVersion).Programme.Document, cancel);
        foreach (var step in await after.ApplyAsync(member, purchase, shares, refund, programmes, call, cancel))
        {
            db.Add(step);
            events.Add(new TierChanged(step.BrandId, step.MemberId, step.From, step.To));
        }

        var moneyBefore = purchase.EarningFen - purchase.RefundedEarningFen;
        Apply(purchase, shares, taken);
        refund.PointsTaken = taken.Points;
        refund.GrowthTaken = taken.Growth;
        db.Add(refund);
        events.Add(new PurchaseRefunded(
            purchase.BrandId, store.Id, member.Id, purchase.Id, refund.BusinessDate, amount, taken.Points));
        var undone = await followers.UndoAsync(
            new RefundedReceipt(
                purchase.Id, member.Id, member.MemberNo, purchase.BusinessDate, moneyBefore,
                purchase.EarningFen - purchase.RefundedEarningFen, purchase.PaidFen - purchase.RefundedFen,
                new AwardOccasion(call.At, refund.BusinessDate, call.Caller.Name, store.Id))
            {
                BoughtAt = purchase.OccurredAt,
                PointsTaken = taken.Points,
                LastPosting = lastPosting,
                Earner = purchase.PointsOwner,
                EarnerNo = earnerNo ?? member.MemberNo,
            },
            cancel);
        // What followers did to the member went past the context.
        if (undone.Count > 0) await db.Entry(member).ReloadAsync(cancel);
        var balance = undone.Count > 0 ? await clawback.BalanceAsync(refund, cancel) : taken.PointsBalance;
        if (member.Tier != tierBefore)
            undone =
            [
                .. undone,
                new RefundLine("Membership", RefundLine.Tier, member.Tier, member.MemberNo, 0, 0) { PreviousTierCode = tierBefore },
            ];
        if (undone.Count > 0) refund.Undone = JsonSerializer.Serialize(undone, Json.Options);
        return new Result(
            refund.Id, member.MemberNo, new Money(amount), new Money(purchase.PaidFen - purchase.RefundedFen),
            taken.Points, taken.Growth, balance, member.Tier,
            new Money(split?.MoneyFen ?? amount), backs, undone.Count > 0 ? undone : null, earnerNo);
    }

    private static RefundShares SharesOf(Purchase purchase, Clawback whole, RefundSplit? split)
    {
        if (split is null || purchase.EarningFen == 0) return RefundShares.Of(whole);
        var (paid, refunded) = purchase.GrantBase(tendered: true);
        return new RefundShares(whole, split.MoneyFen == 0 ? null : new Clawback(paid, refunded, split.MoneyFen));
    }

    /// <summary>The receipt of the brand; the receipt's store may be another one than the refund's.</summary>
    private IQueryable<Purchase> PurchaseOf(Input input, Store store, CallContext call)
    {
        var at = input.ReceiptStoreCode is { } code
            ? brands.FindStore(call.RequiredBrand.Id, code)
                ?? throw new Refusal("store.not-found", RefusalKind.NotFound, ("store", code))
            : store;
        return db.Purchases.Where(p => p.StoreId == at.Id && p.ReceiptNo == input.ReceiptNo);
    }

    /// <summary>Whose receipt it is, and who has earned by it where that is somebody else.</summary>
    private async Task<(Guid Member, Guid? Earner)> ConcernedAsync(
        Input input, Store store, CallContext call, CancellationToken cancel) =>
        await PurchaseOf(input, store, call).Select(p => new { p.MemberId, p.EarnerId }).SingleOrDefaultAsync(cancel) is { } found
            ? (found.MemberId, found.EarnerId)
            : throw new Refusal("purchase.not-found", RefusalKind.NotFound, ("receipt", input.ReceiptNo));

    /// <summary>The members first, as recording does: whoever holds a member decides on its receipts alone.</summary>
    private async Task LockAsync((Guid Member, Guid? Earner) concerned, CancellationToken cancel) =>
        await rows.LockAsync<Member, Guid>(
            m => m.Id, concerned.Earner is { } earner ? [concerned.Member, earner] : [concerned.Member], cancel);

    /// <summary>
    /// What is refunded, taken off the lines and, where tenders paid, split over them. An amount without lines is taken off
    /// all of them in proportion to what is left of each, so that lines always say truly what may still be given back.
    /// </summary>
    private async Task<long> AmountAsync(Input input, Purchase purchase, RefundSplit? split, CancellationToken cancel)
    {
        var left = purchase.PaidFen - purchase.RefundedFen;
        var amount = input.Lines.Count == 0 ? input.Amount!.Value.Fen : input.Lines.Sum(l => l.Amount.Fen);
        var lines = await db.PurchaseLines.Where(l => l.PurchaseId == purchase.Id).ToDictionaryAsync(l => l.LineNo, cancel);
        foreach (var part in input.Lines)
        {
            if (!lines.TryGetValue(part.Line, out var line))
                throw new Refusal("refund.line-not-found", RefusalKind.NotFound, ("line", part.Line));
            if (part.Amount.Fen > line.PaidFen - line.RefundedFen)
                throw new Refusal(
                    "refund.more-than-line", RefusalKind.Conflict,
                    ("line", part.Line), ("left", new Money(line.PaidFen - line.RefundedFen)));
            Take(line, part.Amount.Fen);
        }

        if (amount > left) throw new Refusal("refund.more-than-paid", RefusalKind.Conflict, ("left", new Money(left)));
        if (input.Lines.Count == 0 && lines.Count == 0) split?.Take(1, left, amount);
        else if (input.Lines.Count == 0)
        {
            PurchaseLine[] all = [.. lines.Values.OrderBy(l => l.LineNo)];
            var shares = TenderShares.Spread(amount, [.. all.Select(l => l.PaidFen - l.RefundedFen)]);
            for (var i = 0; i < all.Length; i++) Take(all[i], shares[i]);
        }

        return amount;

        void Take(PurchaseLine line, long fen)
        {
            split?.Take(line.LineNo, line.PaidFen - line.RefundedFen, fen);
            line.RefundedFen += fen;
        }
    }

    private static Refund Make(Input input, Purchase purchase, Store store, CallContext call, long amount) => new()
    {
        Id = Guid.CreateVersion7(),
        BrandId = purchase.BrandId,
        StoreId = store.Id,
        RefundNo = input.RefundNo,
        PurchaseId = purchase.Id,
        MemberId = purchase.MemberId,
        OccurredAt = call.At,
        BusinessDate = call.RequiredBrand.DateOf(call.At),
        AmountFen = amount,
        Operator = call.Caller.Name,
        Reason = input.Reason,
    };

    private static void Apply(Purchase purchase, RefundShares shares, GrantClawback.Taken taken)
    {
        purchase.RefundedEarningFen += shares.Of(purchase.EarningFen);
        purchase.RefundedFen += shares.Whole.RefundFen;
        purchase.RefundedPoints += taken.Points;
        purchase.RefundedGrowth += taken.Growth;
    }

    internal sealed record Input : IInput<Result>, IKeyed, IAtStore
    {
        /// <summary>As printed by the till; unique in its store.</summary>
        public required string RefundNo { get; init; }

        /// <summary>Where the money is given back.</summary>
        public string? StoreCode { get; init; }

        public required string ReceiptNo { get; init; }

        /// <summary>Where the receipt was printed; the refund's own store where it is left out.</summary>
        public string? ReceiptStoreCode { get; init; }

        /// <summary>Yuan given back; left out where lines say it.</summary>
        public Money? Amount { get; init; }

        public IReadOnlyList<Part> Lines { get; init; } = [];

        public string? Reason { get; init; }

        string IKeyed.BusinessKey => RefundNo;
    }

    /// <param name="Line">Line number of the receipt, from 1.</param>
    /// <param name="Amount">Yuan given back on it.</param>
    internal sealed record Part(int Line, Money Amount);

    /// <param name="Refunded">Yuan given back by this refund.</param>
    /// <param name="Left">Yuan of the receipt that may still be refunded.</param>
    /// <param name="Money">Yuan of it that the till gives back, in money or to what it alone knows.</param>
    /// <param name="PointsBalance">After all of it, pending points included.</param>
    /// <param name="Tenders">What goes back to vouchers, points and other tenders; left out where none paid.</param>
    /// <param name="Undone">What else was taken back or came of it, the tier too; left out where nothing.</param>
    /// <param name="EarnerNo">The member whose account lost the points; left out where it is the receipt's own.</param>
    internal sealed record Result(
        Guid RefundId,
        string MemberNo,
        Money Refunded,
        Money Left,
        long PointsTaken,
        long GrowthTaken,
        long PointsBalance,
        string TierCode,
        Money Money,
        IReadOnlyList<TenderBack>? Tenders,
        IReadOnlyList<RefundLine>? Undone,
        string? EarnerNo);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(r => r.RefundNo).NotEmpty().MaximumLength(64);
            RuleFor(r => r.ReceiptNo).NotEmpty().MaximumLength(64);
            RuleFor(r => r.Reason).MaximumLength(200);
            RuleFor(r => r.Amount).NotNull().When(r => r.Lines.Count == 0).WithErrorCode("field.not-empty");
            RuleFor(r => r.Amount).Must(a => a is not { Fen: <= 0 }).WithErrorCode("amount.not-positive");
            RuleFor(r => r.Amount).Must((r, a) => a is null || a.Value.Fen == r.Lines.Sum(l => l.Amount.Fen))
                .When(r => r.Lines.Count > 0).WithErrorCode("refund.lines-do-not-add-up");
            RuleForEach(r => r.Lines).ChildRules(l =>
                l.RuleFor(p => p.Amount).Must(a => a.Fen > 0).WithErrorCode("amount.not-positive"));
            RuleFor(r => r.Lines).Must(l => l.Select(p => p.Line).Distinct().Count() == l.Count)
                .WithErrorCode("refund.line-twice");
        }
    }
}

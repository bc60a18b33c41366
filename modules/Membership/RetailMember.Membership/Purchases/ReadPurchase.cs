using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Purchases;

/// <summary>One receipt: its lines, its refunds, and what may still be given back.</summary>
[Needs(MembershipPermissions.ViewPurchases)]
internal sealed class ReadPurchase(MembershipDb db, IBrandDirectory brands, ProgrammeShelf shelf, ITexts texts)
    : Query<ReadPurchase.Input, ReadPurchase.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var store = call.Store ?? throw new Refusal("store.needed", RefusalKind.Invalid);
        var purchase = await db.Purchases.AsNoTracking()
            .SingleOrDefaultAsync(p => p.StoreId == store.Id && p.ReceiptNo == input.ReceiptNo, cancel)
            ?? throw new Refusal("purchase.not-found", RefusalKind.NotFound, ("receipt", input.ReceiptNo));
        var member = await db.Members.AsNoTracking().SingleAsync(m => m.Id == purchase.MemberId, cancel);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == member.PersonId, cancel);
        var lines = await db.PurchaseLines.AsNoTracking().Where(l => l.PurchaseId == purchase.Id)
            .OrderBy(l => l.LineNo).ToListAsync(cancel);
        var refunds = await db.Refunds.AsNoTracking().Where(r => r.PurchaseId == purchase.Id)
            .OrderBy(r => r.OccurredAt).ToListAsync(cancel);
        var tenders = await ReadTendersAsync(purchase, cancel);
        var programme = (await shelf.OfAsync(db, call.RequiredBrand.Id, cancel)).Find(purchase.ProgrammeVersion)?.Programme;
        return new Result
        {
            ReceiptNo = purchase.ReceiptNo,
            Store = store.Code,
            Member = member.MemberNo,
            MaskedName = MaskedName.Of(person?.Name),
            OccurredAt = purchase.OccurredAt,
            List = new Money(purchase.ListFen),
            Paid = new Money(purchase.PaidFen),
            Refunded = new Money(purchase.RefundedFen),
            Points = purchase.Points,
            PointsTaken = purchase.RefundedPoints,
            Growth = purchase.Growth,
            Tier = TierName.Of(purchase.Tier, programme, texts.Language),
            ProgrammeVersion = purchase.ProgrammeVersion,
            Operator = purchase.Operator,
            Money = new Money(purchase.EarningFen),
            Lines = [.. lines.Select(l => Line.Of(l, tenders.SharesOf(l.LineNo)))],
            Tenders = [.. tenders.Tenders.Select(PaidTender.Of)],
            Refunds = [.. refunds.Select(r => GivenBack.Of(r, brands.FindStore(r.StoreId), tenders.BacksOf(r.Id)))],
        };
    }

    private async Task<ReceiptTenders> ReadTendersAsync(Purchase purchase, CancellationToken cancel)
    {
        var tenders = await db.PurchaseTenders.AsNoTracking().Where(t => t.PurchaseId == purchase.Id)
            .OrderBy(t => t.Number).ToListAsync(cancel);
        if (tenders.Count == 0) return new ReceiptTenders([], [], []);
        return new ReceiptTenders(
            tenders,
            await db.PurchaseTenderLines.AsNoTracking().Where(l => l.PurchaseId == purchase.Id)
                .OrderBy(l => l.Number).ToListAsync(cancel),
            await db.RefundTenders.AsNoTracking()
                .Where(t => db.Refunds.Any(r => r.Id == t.RefundId && r.PurchaseId == purchase.Id))
                .OrderBy(t => t.Number).ToListAsync(cancel));
    }

    internal sealed record Input : IInput<Result>, IAtStore
    {
        /// <summary>Where it was printed. Tills may leave it out: their own store is meant.</summary>
        public string? StoreCode { get; init; }

        public required string ReceiptNo { get; init; }
    }

    internal sealed record Result
    {
        public required string ReceiptNo { get; init; }

        /// <summary>Code of the store.</summary>
        public required string Store { get; init; }

        /// <summary>Member number.</summary>
        public required string Member { get; init; }

        public string? MaskedName { get; init; }

        /// <summary>UTC.</summary>
        public required DateTime OccurredAt { get; init; }

        /// <summary>Yuan before any discount.</summary>
        public required Money List { get; init; }

        /// <summary>Yuan, tenders included.</summary>
        public required Money Paid { get; init; }

        /// <summary>Yuan of it that money paid: what earned.</summary>
        public required Money Money { get; init; }

        public required Money Refunded { get; init; }

        /// <summary>Yuan that may still be given back.</summary>
        public Money Left => Paid - Refunded;

        /// <summary>Granted at first.</summary>
        public required long Points { get; init; }

        /// <summary>Taken back by refunds.</summary>
        public required long PointsTaken { get; init; }

        public required long Growth { get; init; }

        /// <summary>The tier that judged it.</summary>
        public required TierName Tier { get; init; }

        public required int ProgrammeVersion { get; init; }

        public required string Operator { get; init; }

        /// <summary>None where the till sent the total only.</summary>
        public required IReadOnlyList<Line> Lines { get; init; }

        /// <summary>What paid beside money, in the order in which it was laid on.</summary>
        public required IReadOnlyList<PaidTender> Tenders { get; init; }

        /// <summary>Oldest first.</summary>
        public required IReadOnlyList<GivenBack> Refunds { get; init; }
    }

    /// <param name="PriceRule">The price rule that applied; left out where the till had priced the line.</param>
    /// <param name="Paid">Yuan, tenders included.</param>
    /// <param name="Tenders">What each tender paid of it.</param>
    internal sealed record Line(
        int No, string? Category, int Quantity, Money List, string? PriceRule, Money Paid, Money Refunded,
        IReadOnlyList<TenderShare> Tenders)
    {
        /// <summary>Yuan that money, or what the till alone knows, paid of it.</summary>
        public Money Money => new(Paid.Fen - Tenders.Sum(t => t.Amount.Fen));

        /// <summary>Yuan that may still be given back.</summary>
        public Money Left => Paid - Refunded;

        public static Line Of(PurchaseLine line, IReadOnlyList<TenderShare> tenders) => new(
            line.LineNo, line.Category, line.Quantity, new Money(line.ListFen), line.PriceRule, new Money(line.PaidFen),
            new Money(line.RefundedFen), tenders);
    }

    /// <param name="Store">Code of the store that gave it back.</param>
    /// <param name="Tenders">What of it went back to vouchers, points and other tenders.</param>
    internal sealed record GivenBack(
        string RefundNo, string Store, DateTime OccurredAt, Money Amount, long PointsTaken, string Operator, string? Reason,
        IReadOnlyList<TenderBack> Tenders)
    {
        /// <summary>Yuan that the till gave back, in money or to what it alone knows.</summary>
        public Money Money => new(Amount.Fen - Tenders.Sum(t => t.Amount.Fen));

        public static GivenBack Of(Refund refund, Store? store, IReadOnlyList<TenderBack> tenders) => new(
            refund.RefundNo, store?.Code ?? "", refund.OccurredAt, new Money(refund.AmountFen), refund.PointsTaken,
            refund.Operator, refund.Reason, tenders);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.ReceiptNo).NotEmpty().MaximumLength(64);
    }
}

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
            Lines = [.. lines.Select(Line.Of)],
            Refunds = [.. refunds.Select(r => GivenBack.Of(r, brands.FindStore(r.StoreId)))],
        };
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

        public required Money Paid { get; init; }

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

        /// <summary>Oldest first.</summary>
        public required IReadOnlyList<GivenBack> Refunds { get; init; }
    }

    internal sealed record Line(int No, string? Category, int Quantity, Money List, Money Paid, Money Refunded)
    {
        /// <summary>Yuan that may still be given back.</summary>
        public Money Left => Paid - Refunded;

        public static Line Of(PurchaseLine line) => new(
            line.LineNo, line.Category, line.Quantity, new Money(line.ListFen), new Money(line.PaidFen),
            new Money(line.RefundedFen));
    }

    /// <param name="Store">Code of the store that gave the money back.</param>
    internal sealed record GivenBack(
        string RefundNo, string Store, DateTime OccurredAt, Money Amount, long PointsTaken, string Operator, string? Reason)
    {
        public static GivenBack Of(Refund refund, Store? store) => new(
            refund.RefundNo, store?.Code ?? "", refund.OccurredAt, new Money(refund.AmountFen), refund.PointsTaken,
            refund.Operator, refund.Reason);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.ReceiptNo).NotEmpty().MaximumLength(64);
    }
}

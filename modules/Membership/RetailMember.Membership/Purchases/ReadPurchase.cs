using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Purchases;

/// <summary>One receipt: its lines, its refunds, and what may still be given back.</summary>
[Needs(MembershipPermissions.ViewPurchases)]
internal sealed class ReadPurchase(ReceiptReader reader) : Query<ReadPurchase.Input, ReadPurchase.Result>
{
    protected override Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) => reader.ReadAsync(
        call, call.Store ?? throw new Refusal("store.needed", RefusalKind.Invalid), input.ReceiptNo, cancel);

    internal sealed record Input : IInput<Result>, IAtStore
    {
        /// <summary>Where it was printed. Tills may leave it out: their own store is meant.</summary>
        public string? StoreCode { get; init; }

        public required string ReceiptNo { get; init; }
    }

    internal sealed record Result
    {
        public required string ReceiptNo { get; init; }

        public required string StoreCode { get; init; }

        public required string MemberNo { get; init; }

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

        /// <summary>The member whose account they went to; left out where it is the buyer's own.</summary>
        public string? EarnerNo { get; init; }

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

    /// <param name="StoreCode">Of the store that gave it back.</param>
    /// <param name="Tenders">What of it went back to vouchers, points and other tenders.</param>
    /// <param name="Undone">What else was taken back or came of it, the tier too; left out where nothing.</param>
    internal sealed record GivenBack(
        string RefundNo, string StoreCode, DateTime OccurredAt, Money Amount, long PointsTaken, string Operator, string? Reason,
        IReadOnlyList<TenderBack> Tenders, IReadOnlyList<RefundLine>? Undone)
    {
        /// <summary>Yuan that the till gave back, in money or to what it alone knows.</summary>
        public Money Money => new(Amount.Fen - Tenders.Sum(t => t.Amount.Fen));

        /// <summary>For pages: names of the tiers that <see cref="Undone"/> speaks of.</summary>
        [JsonIgnore]
        public IReadOnlyDictionary<string, string> TierNames { get; init; } = new Dictionary<string, string>();

        public static GivenBack Of(Refund refund, Store? store, IReadOnlyList<TenderBack> tenders) => new(
            refund.RefundNo, store?.Code ?? "", refund.OccurredAt, new Money(refund.AmountFen), refund.PointsTaken,
            refund.Operator, refund.Reason, tenders,
            refund.Undone is { } undone ? JsonSerializer.Deserialize<IReadOnlyList<RefundLine>>(undone, Json.Stored) : null);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.ReceiptNo).NotEmpty().MaximumLength(64);
    }
}

using FluentValidation;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Law;
using RetailMember.StoredValue.Sales.Channels;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales;

/// <summary>Writes down what a customer wants to buy: a card, or value for the one he has. Nothing is paid or loaded yet.</summary>
[Needs(SalesPermissions.SellCards)]
internal sealed class DraftSale(
    CardTypeShelf types, CardFinder cards, Crediting crediting, SaleDrafts drafts, SalesChannels channels, IMemberFiles members,
    SaleViews views)
    : UseCase<DraftSale.Input, DraftSale.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var store = call.Store ?? throw Refusal.Invalid("storeCode", "field.not-empty");
        store.RefuseUnlessOpenAt(call.At);
        var card = input.CardNumber is { Length: > 0 } number ? await cards.OfNumberAsync(number, call, cancel) : null;
        var type = await TypeAsync(input, card, call.At, cancel);
        var member = input.Member is { Length: > 0 } who ? (await members.ActiveAsync(who, cancel)).Id : card?.MemberId;
        if (card?.MemberId is { } holder && holder != member) throw new Refusal("storedvalue.card-of-another", RefusalKind.Conflict);
        var (seller, why) = crediting.Of(input.Seller, card, call);
        var drafted = await drafts.WriteAsync(
            new SaleOrder(type, card, member, seller, why, store, input.Principal, input.PaymentMethod)
            {
                TenderReference = input.TenderReference,
                ForCompany = input.ForCompany,
                Channel = await channels.RequireOpenAsync(input.SalesChannel, cancel),
                AskedPerMille = AskedOf(input, type.Terms),
                AskedWhy = input.BonusReason,
            }, call, cancel);
        return new Result(await views.OfAsync(drafted.Sale, cancel), drafted.Warnings);
    }

    private async Task<KnownCardType> TypeAsync(Input input, Card? card, DateTime at, CancellationToken cancel) => card is null
        ? await types.InForceAsync(
            input.CardType is { Length: > 0 } code ? code : throw Refusal.Invalid("cardType", "field.not-empty"), at, cancel)
        : await types.InForceAsync(card.TypeId, at, cancel)
            ?? throw new Refusal("storedvalue.card-type-not-in-force", RefusalKind.Conflict);

    private static int? AskedOf(Input input, CardTypeTerms terms)
    {
        if (input.BonusPerMille is not { } asked) return null;
        var band = terms.BandOf(input.Principal.Fen);
        if (asked == (band?.BonusPerMille ?? 0)) return null;
        return band is { MayFloat: true } && asked > band.BonusPerMille
            ? asked
            : throw new Refusal("storedvalue.bonus-does-not-float", RefusalKind.Conflict, ("amount", input.Principal));
    }

    internal sealed record Input : IInput<Result>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key drafts once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        /// <summary>Code; of a new card.</summary>
        public string? CardType { get; init; }

        /// <summary>The card that is reloaded; left out: a new one is sold.</summary>
        [Personal]
        public string? CardNumber { get; init; }

        /// <summary>Number, card or mobile of the holder; of a reload left out: whose card it is.</summary>
        [Personal]
        public string? Member { get; init; }

        /// <summary>User name of who sells; left out: of a reload whoever sold last, of a new card whoever drafts it.</summary>
        public string? Seller { get; init; }

        /// <summary>Code of the sales channel by which the customer came.</summary>
        public string? SalesChannel { get; init; }

        /// <summary>Yuan that are paid.</summary>
        public required Money Principal { get; init; }

        /// <summary>How it will be paid, as far as is known; who takes the money says how it was. Online only holders pay.</summary>
        public required SaleTender PaymentMethod { get; init; }

        /// <summary>Number of the cheque or of the transfer.</summary>
        public string? TenderReference { get; init; }

        public bool ForCompany { get; init; }

        /// <summary>A bonus above the band's, which somebody must approve: 120 is twelve per cent.</summary>
        public int? BonusPerMille { get; init; }

        /// <summary>Why it should be given.</summary>
        public string? BonusReason { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="Warnings">What the law says against it.</param>
    internal sealed record Result(SaleView CardSale, IReadOnlyList<LawWarning> Warnings);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.CardType).MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.CardNumber).MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.Member).MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.Seller).MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.SalesChannel).MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.Principal).IsAmount();
            RuleFor(i => i.PaymentMethod).IsInEnum().NotEqual(SaleTender.Online).WithErrorCode("storedvalue.online-is-the-holders");
            RuleFor(i => i.TenderReference).MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.TenderReference).NotEmpty().When(i => i.PaymentMethod == SaleTender.Cheque);
            RuleFor(i => i.BonusPerMille).InclusiveBetween(0, BonusBand.Whole);
            RuleFor(i => i.BonusReason).MaximumLength(SalesTables.ReasonLength);
            RuleFor(i => i.BonusReason).NotEmpty().When(i => i.BonusPerMille is not null);
        }
    }
}

using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Law;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales;

/// <summary>Writes down what a customer wants to buy: a card, or value for the one he has. Nothing is paid or loaded yet.</summary>
[Needs(SalesPermissions.SellCards)]
internal sealed class DraftSale(
    StoredValueDb db,
    IRows rows,
    Sequences sequences,
    CardTypeShelf types,
    CardNumbers numbers,
    Crediting crediting,
    GuardRails law,
    IMemberFiles members,
    SaleViews views) : UseCase<DraftSale.Input, DraftSale.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var store = call.Store ?? throw Refusal.Invalid("storeCode", "field.not-empty");
        store.RefuseUnlessOpenAt(call.At);
        var card = await ReloadedAsync(input, cancel);
        var type = await TypeAsync(input, card, call.At, cancel);
        var member = input.Member is { Length: > 0 } who ? (await members.ActiveAsync(who, cancel)).Id : card?.MemberId;
        var (seller, why) = crediting.Of(input.Seller, card, brand.Id);
        var terms = type.Terms;
        RequireSellable(input, terms, card, member);
        var asked = AskedOf(input, terms);
        var bonus = terms.BonusOf(input.Principal.Fen);
        var atLaw = new SaleAtLaw(
            terms.Named, member is not null, input.ForCompany, input.PaymentMethod, input.Principal.Fen, bonus, card);
        var warnings = law.OfSale(atLaw, brand.Id);
        var sale = new CardSale
        {
            Id = (await sequences.TakeAsync<CardSale>(1, cancel))[0],
            BrandId = brand.Id,
            StoreId = store.Id,
            Kind = card is null ? SaleKind.Card : SaleKind.Reload,
            CardType = type.Code,
            CardId = card?.Id,
            MemberId = member,
            ForCompany = input.ForCompany,
            SellerId = seller?.Id,
            Seller = seller?.UserName,
            Attribution = why,
            PrincipalFen = input.Principal.Fen,
            BonusFen = bonus,
            Tender = input.PaymentMethod,
            TenderReference = input.TenderReference,
            AskedPerMille = asked,
            AskedWhy = asked is null ? null : input.BonusReason,
            Decision = asked is null ? BonusDecision.NotAsked : BonusDecision.Waits,
            DraftedBy = call.Caller.Name,
            DraftedAt = call.At,
        };
        await rows.InsertAsync([sale], cancel);
        return new Result(await views.OfAsync(sale, cancel), warnings);
    }

    private async Task<Card?> ReloadedAsync(Input input, CancellationToken cancel)
    {
        if (input.CardNumber is not { Length: > 0 } number) return null;
        var index = numbers.IndexOf(number);
        return await db.Cards.AsNoTracking().SingleOrDefaultAsync(c => c.NumberIndex == index, cancel)
            ?? throw new Refusal("storedvalue.card-not-found", RefusalKind.NotFound);
    }

    private async Task<KnownCardType> TypeAsync(Input input, Card? card, DateTime at, CancellationToken cancel) => card is null
        ? await types.InForceAsync(
            input.CardType is { Length: > 0 } code ? code : throw Refusal.Invalid("cardType", "field.not-empty"), at, cancel)
        : await types.InForceAsync(card.TypeId, at, cancel)
            ?? throw new Refusal("storedvalue.card-type-not-in-force", RefusalKind.Conflict);

    private static void RequireSellable(Input input, CardTypeTerms terms, Card? card, Guid? member)
    {
        if (card is { State: not CardState.Active }) throw new Refusal("storedvalue.card-not-active", RefusalKind.Conflict);
        if (card is not null && !terms.MayBeRecharged) throw new Refusal("storedvalue.card-not-rechargeable", RefusalKind.Conflict);
        if (terms.Named && member is null) throw new Refusal("storedvalue.card-needs-holder", RefusalKind.Conflict);
        if (card is not null && input.Member is { Length: > 0 } && card.MemberId is { } holder && holder != member)
            throw new Refusal("storedvalue.card-of-another", RefusalKind.Conflict);
        if (input.Principal < terms.MinimumLoad)
            throw new Refusal("storedvalue.below-minimum-load", RefusalKind.Conflict, ("minimum", terms.MinimumLoad));
    }

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

        /// <summary>User name of who sells; left out: see who is credited.</summary>
        public string? Seller { get; init; }

        /// <summary>Yuan that are paid.</summary>
        public required Money Principal { get; init; }

        public SaleTender PaymentMethod { get; init; }

        /// <summary>Number of the cheque or of the transfer.</summary>
        public string? TenderReference { get; init; }

        public bool ForCompany { get; init; }

        /// <summary>A bonus above the band's, which somebody must approve: 120 is twelve per cent.</summary>
        public int? BonusPerMille { get; init; }

        /// <summary>Why it should be given.</summary>
        public string? BonusReason { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="Warnings">Text keys of what the law says against it.</param>
    internal sealed record Result(SaleView CardSale, IReadOnlyList<string> Warnings);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.CardType).MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.CardNumber).MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.Member).MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.Seller).MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.Principal).IsAmount();
            RuleFor(i => i.PaymentMethod).IsInEnum();
            RuleFor(i => i.TenderReference).MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.TenderReference).NotEmpty().When(i => i.PaymentMethod == SaleTender.Cheque);
            RuleFor(i => i.BonusPerMille).InclusiveBetween(0, BonusBand.Whole);
            RuleFor(i => i.BonusReason).MaximumLength(SalesTables.ReasonLength);
            RuleFor(i => i.BonusReason).NotEmpty().When(i => i.BonusPerMille is not null);
        }
    }
}

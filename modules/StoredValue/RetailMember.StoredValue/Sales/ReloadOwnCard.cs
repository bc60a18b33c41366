using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Settings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Own;
using RetailMember.StoredValue.Sales.Channels;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Types;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// Lets a holder order a reload of his card on his phone, with the same bonus as at the counter; it is loaded when its
/// payment is confirmed. Whoever sold to the card last is credited.
/// </summary>
[OwnMember]
internal sealed class ReloadOwnCard(
    OwnCards own, OwnReloads reloads, CardTypeShelf types, Crediting crediting, SaleDrafts drafts, SalesChannels channels,
    IBrandDirectory brands, IRows rows)
    : UseCase<ReloadOwnCard.Input, OwnReload>
{
    protected override async Task<OwnReload> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var card = await own.FindAsync(input.Card, call, cancel);
        // Of two taps at once the second sees the order of the first.
        await rows.LockAsync<Card, Guid>(c => c.Id, [card.Id], cancel);
        if (await reloads.WaitingAsync(card.Id, cancel) is not null)
            throw new Refusal("storedvalue.reload-waits", RefusalKind.Conflict);
        var type = await types.InForceAsync(card.TypeId, call.At, cancel)
            ?? throw new Refusal("storedvalue.card-type-not-in-force", RefusalKind.Conflict);
        // It counts for the store that issued the card.
        var store = card.StoreId is { } issuer && brands.FindStore(issuer) is { } known
            ? known
            : throw new Refusal("storedvalue.card-of-no-store", RefusalKind.Conflict);
        var (seller, why) = crediting.Of(null, card, call);
        var order = new SaleOrder(type, card, card.MemberId, seller, why, store, input.Principal, SaleTender.Online)
        {
            Channel = await channels.OnlineAsync(cancel),
        };
        return OwnReload.Of((await drafts.WriteAsync(order, call, cancel)).Sale);
    }

    /// <param name="Principal">Yuan that he will pay.</param>
    internal sealed record Input(Guid Card, string Key, Money Principal) : IInput<OwnReload>, IKeyed
    {
        string IKeyed.BusinessKey => Key;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Principal).IsAmount();
        }
    }
}

/// <summary>Lets a holder give up a reload that he has not paid.</summary>
[OwnMember]
internal sealed class CancelOwnReload(OwnCards own, OwnReloads reloads, SaleBook book) : UseCase<CancelOwnReload.Input, OwnReload>
{
    protected override async Task<OwnReload> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var card = await own.FindAsync(input.Card, call, cancel);
        var waiting = await reloads.WaitingAsync(card.Id, cancel)
            ?? throw new Refusal("storedvalue.no-reload-waits", RefusalKind.Conflict);
        var sale = await book.HoldAsync(waiting.Id, cancel);
        SaleBook.Require(sale, SaleState.Draft);
        sale.State = SaleState.Cancelled;
        (sale.EndedBy, sale.EndedAt) = (call.Caller.Name, call.At);
        return OwnReload.Of(sale);
    }

    internal sealed record Input(Guid Card) : IInput<OwnReload>;
}

/// <summary>What a holder reads before he orders a reload, and of the one that waits for his payment.</summary>
[OwnMember]
internal sealed class ReadOwnReload(OwnCards own, OwnReloads reloads, CardTypeShelf types, ISettings settings)
    : Query<ReadOwnReload.Input, ReadOwnReload.Result>
{
    /// <summary>How holders pay: the brand's account or code, in its own words.</summary>
    public const string NoticeSetting = "StoredValue.OnlinePaymentNotice";

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var card = await own.FindAsync(input.Card, call, cancel);
        var type = await types.InForceAsync(card.TypeId, call.At, cancel);
        var notice = settings.Text(NoticeSetting, card.BrandId);
        return new Result(
            card is { State: CardState.Active, StoreId: not null } && type is { Terms.MayBeRecharged: true },
            type?.Terms.MinimumLoad ?? new Money(0),
            type is null ? [] : [.. type.Terms.Bands.Select(b => new ReloadBand(b.From, b.To, b.BonusPerMille))],
            await reloads.WaitingAsync(card.Id, cancel) is { } waiting ? OwnReload.Of(waiting) : null,
            [.. (await reloads.PaidAsync(card.Id, cancel)).Select(OwnReload.Of)],
            notice.Length > 0 ? notice : null);
    }

    internal sealed record Input(Guid Card) : IInput<Result>;

    /// <param name="Possible">Whether the card takes reloads.</param>
    /// <param name="Minimum">Yuan.</param>
    /// <param name="Bands">What is given on top of how much.</param>
    /// <param name="Unpaid">Ordered and not paid.</param>
    /// <param name="Unloaded">Paid and on the card not yet, the oldest first: somebody of the house loads it.</param>
    /// <param name="Notice">How to pay.</param>
    internal sealed record Result(
        bool Possible, Money Minimum, IReadOnlyList<ReloadBand> Bands, OwnReload? Unpaid, IReadOnlyList<OwnReload> Unloaded,
        string? Notice);
}

/// <param name="LeastAmount">Yuan.</param>
/// <param name="BelowAmount">Yuan, no longer within; left out: without an end.</param>
/// <param name="BonusPerMille">100 is ten per cent.</param>
internal sealed record ReloadBand(Money LeastAmount, Money? BelowAmount, int BonusPerMille);

/// <summary>Reloads that holders ordered themselves.</summary>
internal sealed class OwnReloads(StoredValueDb db)
{
    public Task<CardSale?> WaitingAsync(Guid card, CancellationToken cancel) => db.CardSales.AsNoTracking()
        .FirstOrDefaultAsync(s => s.CardId == card && s.Tender == SaleTender.Online && s.State == SaleState.Draft, cancel);

    public Task<List<CardSale>> PaidAsync(Guid card, CancellationToken cancel) => db.CardSales.AsNoTracking()
        .Where(s => s.CardId == card && s.Tender == SaleTender.Online && s.State == SaleState.Paid).OrderBy(s => s.Id)
        .ToListAsync(cancel);
}

/// <summary>A reload as its holder reads it.</summary>
/// <param name="SaleNo">The number to name with the payment.</param>
/// <param name="Principal">Yuan to be paid.</param>
/// <param name="Bonus">Yuan on top.</param>
internal sealed record OwnReload(long SaleNo, SaleState State, Money Principal, Money Bonus, DateTime OrderedAt)
{
    public static OwnReload Of(CardSale s) => new(s.Id, s.State, new Money(s.PrincipalFen), new Money(s.BonusFen), s.DraftedAt);
}

using FluentValidation;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders.Services;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>
/// Serves a member one time of what he is entitled to, by the code that he shows or after a manual check: within its
/// number, its days and its pace, at a store that has it. Where places are few it takes his booking of today, or a place
/// that is free.
/// </summary>
[Needs(RedemptionPermissions.HandOutOrders)]
internal sealed class UseEntitlement(
    ServiceDesk desk, ServiceDays days, OrderBook orders, SecretCode codes, LookUpThrottle throttle, IRows rows,
    Sequences sequences, Quotas quotas, IEvents events)
    : UseCase<UseEntitlement.Input, UseEntitlement.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (call.Store is not { } store) throw new Refusal("store.needed", RefusalKind.Invalid);
        store.RefuseUnlessOpenAt(call.At);
        var today = call.RequiredBrand.DateOf(call.At);
        // An entitlement goes by the code of the order that gave it.
        var order = input.Code is { } code ? await OfCodeAsync(code, call, cancel) : null;
        var service = await desk.LockAsync(order?.Id ?? input.Entitlement!.Value, cancel);
        var entitlement = service.Entitlement;
        service.RefuseUnlessHad(store, today);
        await PaceAsync(service, today, cancel);
        if (service.PerDay is { } places) await PlaceAsync(entitlement, places, store, call, cancel);
        entitlement.Used++;
        await rows.UpdateAsync([entitlement], [nameof(Entitlement.Used)], cancel);
        await rows.InsertAsync(
            [
                new EntitlementUse
                {
                    Id = (await sequences.TakeAsync<EntitlementUse>(1, cancel))[0],
                    BrandId = entitlement.BrandId,
                    EntitlementId = entitlement.Id,
                    StoreId = store.Id,
                    Operator = call.Caller.Name,
                    Note = order is null ? CodeWays.Checked + input.Check : CodeWays.OfCode(order),
                    At = call.At,
                },
            ],
            cancel);
        events.Add(new EntitlementUsed(
            entitlement.BrandId, entitlement.Id, entitlement.MemberId, entitlement.RewardId, store.Id, service.UsesLeft,
            entitlement.ExpiresOn));
        return new Result(entitlement.Id, service.Reward, entitlement.Used, service.UsesLeft);
    }

    private async Task<RewardOrder> OfCodeAsync(string code, CallContext call, CancellationToken cancel)
    {
        await throttle.CheckAsync(call, cancel);
        var order = codes.IndexOf(code, OrderTables.CodePurpose) is { } index ? await orders.FindAsync(index, cancel) : null;
        if (order is null) await throttle.NoteAsync(call);
        return order ?? throw new Refusal("redemption.entitlement-not-found", RefusalKind.NotFound);
    }

    private async Task PaceAsync(ServiceAtHand service, DateOnly today, CancellationToken cancel)
    {
        if (service.PaceOn(today) is not { } key) return;
        var most = service.Entitlement.PaceMost!.Value;
        var book = await quotas.OpenAsync([key], cancel);
        if (!book.TryTake(key, 1, most)) throw new Refusal("redemption.entitlement-pace", RefusalKind.Conflict, ("most", most));
        await book.SaveAsync(cancel);
    }

    private async Task PlaceAsync(Entitlement entitlement, int places, Store store, CallContext call, CancellationToken cancel)
    {
        var occasion = call.Occasion();
        var booked = (await days.OpenAsync(entitlement.Id, occasion.On, cancel))
            .Find(b => b.On == occasion.On && b.StoreId == store.Id);
        if (booked is not null) await days.MoveAsync(booked, ServiceBookingState.Served, occasion, null, cancel);
        else
            await days.TakeAsync(
                BookService.Make(entitlement, store.Id, occasion.On, null, occasion, ServiceBookingState.Served), places, cancel);
    }

    internal sealed record Input : IInput<Result>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key serves once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        /// <summary>As scanned or typed; either this or <see cref="Entitlement"/>.</summary>
        [Personal]
        public string? Code { get; init; }

        public Guid? Entitlement { get; init; }

        /// <summary>Of a manual check: how the member was known.</summary>
        public string? Check { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="Reward">Its code.</param>
    internal sealed record Result(Guid Entitlement, string Reward, int Used, int UsesLeft);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Code).MaximumLength(64);
            RuleFor(i => i.Code).Must((i, _) => i.Code is null != i.Entitlement is null)
                .WithErrorCode("redemption.code-or-entitlement");
            RuleFor(i => i.Check).NotEmpty().When(i => i.Entitlement is not null);
            RuleFor(i => i.Check).MaximumLength(100);
        }
    }
}

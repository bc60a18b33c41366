using FluentValidation;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>Serves a member one time of what he is entitled to, within its number, its days and its pace.</summary>
[Needs(RedemptionPermissions.HandOutOrders)]
internal sealed class UseEntitlement(IRows rows, DataSession session, Sequences sequences, Quotas quotas)
    : UseCase<UseEntitlement.Input, UseEntitlement.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (call.Store is not { } store) throw new Refusal("store.needed", RefusalKind.Invalid);
        store.RefuseUnlessOpenAt(call.At);
        var today = call.RequiredBrand.DateOf(call.At);
        var entitlement = (await rows.LockAsync<Entitlement, Guid>(e => e.Id, [input.Entitlement], cancel))
            .SingleOrDefault(e => e.BrandId == session.Brand)
            ?? throw new Refusal("redemption.entitlement-not-found", RefusalKind.NotFound);
        if (entitlement.Revoked || entitlement.Used == entitlement.Uses || entitlement.ExpiresOn < today)
            throw new Refusal("redemption.entitlement-used-up", RefusalKind.Conflict);
        await PaceAsync(entitlement, today, cancel);
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
                    At = call.At,
                },
            ],
            cancel);
        return new Result(entitlement.Id, entitlement.Used, entitlement.Uses - entitlement.Used);
    }

    private async Task PaceAsync(Entitlement entitlement, DateOnly today, CancellationToken cancel)
    {
        if (entitlement.PaceMost is not { } most) return;
        var period = new RewardLimit(entitlement.PacePeriod, most).KeyOf(today, edition: null);
        var key = new QuotaKey(entitlement.MemberId, entitlement.Id, period);
        var book = await quotas.OpenAsync([key], cancel);
        if (!book.TryTake(key, 1, most)) throw new Refusal("redemption.entitlement-pace", RefusalKind.Conflict, ("most", most));
        await book.SaveAsync(cancel);
    }

    internal sealed record Input : IInput<Result>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key serves once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        public required Guid Entitlement { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed record Result(Guid Entitlement, int Used, int UsesLeft);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
    }
}

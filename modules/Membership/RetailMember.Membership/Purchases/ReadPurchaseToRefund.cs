using FluentValidation;
using RetailMember.Brands;
using RetailMember.UseCases;

namespace RetailMember.Membership.Purchases;

/// <summary>
/// A receipt that a customer brings to be refunded, of whichever store of the brand: who may give money back on it, as
/// <see cref="RefundPurchase"/> lets him, sees what is left of it.
/// </summary>
[Needs(MembershipPermissions.RefundPurchases)]
internal sealed class ReadPurchaseToRefund(ReceiptReader reader, IBrandDirectory brands)
    : Query<ReadPurchaseToRefund.Input, ReadPurchase.Result>
{
    protected override Task<ReadPurchase.Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var store = input.ReceiptStoreCode is { } code ? brands.FindStore(call.RequiredBrand.Id, code) : call.Store;
        return reader.ReadAsync(
            call,
            store ?? throw new Refusal("store.not-found", RefusalKind.NotFound, ("store", input.ReceiptStoreCode)),
            input.ReceiptNo,
            cancel);
    }

    internal sealed record Input : IInput<ReadPurchase.Result>, IAtStore
    {
        /// <summary>Where the money would be given back.</summary>
        public required string StoreCode { get; init; }

        /// <summary>Where the receipt was printed; the same store where it is left out.</summary>
        public string? ReceiptStoreCode { get; init; }

        public required string ReceiptNo { get; init; }
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.ReceiptNo).NotEmpty().MaximumLength(64);
    }
}

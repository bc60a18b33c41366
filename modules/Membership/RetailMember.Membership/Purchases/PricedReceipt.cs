using RetailMember.Brands;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Purchases;

/// <summary>A receipt whose price is known, before it is said what pays it.</summary>
/// <param name="Earner">To whose account its points go: the buyer himself as a rule.</param>
/// <param name="OccurredAt">UTC.</param>
/// <param name="Local">The same on the brand's wall clock.</param>
/// <param name="Evaluation">As if money alone paid it.</param>
/// <param name="Ground">What modules say of the price.</param>
internal sealed record PricedReceipt(
    ReceiptForm Form,
    CallContext Call,
    MemberAtTill At,
    MemberAtTill Earner,
    Store Store,
    DateTime OccurredAt,
    DateTime Local,
    ProgrammeInForce Version,
    BasketLine[] Lines,
    Evaluation Evaluation,
    PriceGround Ground)
{
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>The calendar day in the brand's time zone.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Local);
}

using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;

namespace RetailMember.StoredValue.Value;

/// <summary>A line that is to be written into a card's journal.</summary>
/// <param name="Reference">The receipt, the sale, or the reason.</param>
internal sealed record MoveOrder(CardMoveKind Kind, CardOccasion Occasion, string Reference)
{
    /// <summary>What several moves for one bill share.</summary>
    public Guid BillId { get; init; } = Guid.CreateVersion7();

    public Guid? HoldId { get; init; }

    public bool IsOfReceipt { get; init; }
}

/// <summary>What a move does to one load, signed.</summary>
/// <param name="Available">What can be spent of it.</param>
/// <param name="Frozen">What holds keep of it.</param>
/// <param name="Reverses">
/// The part that it gives back: of a charge, or of the hold that it captures or releases; of an extension, that of the
/// expiry.
/// </param>
internal sealed record PartOrder(OpenLoad Load, Pockets Available, Pockets Frozen = default, Guid? Reverses = null);

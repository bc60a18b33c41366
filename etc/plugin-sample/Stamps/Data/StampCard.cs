using RetailMember.Data;

namespace Stamps.Data;

/// <summary>A member's present card. Keyed by the member; the core's own tables stay as they are.</summary>
internal sealed class StampCard : IBrandOwned
{
    public required Guid MemberId { get; init; }

    public required int BrandId { get; init; }

    /// <summary>On the card now, fewer than a full card has.</summary>
    public int Stamps { get; set; }

    /// <summary>Cards that were filled.</summary>
    public int Filled { get; set; }

    /// <summary>Business date of the last stamp: one stamp a day.</summary>
    public DateOnly LastOn { get; set; }
}

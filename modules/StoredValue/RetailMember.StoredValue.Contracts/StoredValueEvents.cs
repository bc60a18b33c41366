using RetailMember.Events;

namespace RetailMember.StoredValue;

/// <summary>A member's card has paid, was given back to, or was loaded.</summary>
/// <param name="MemberId">The holder.</param>
/// <param name="MaskedNumber">Its last digits.</param>
/// <param name="PrincipalFen">By which what was paid for changed, in fen, signed: below zero, the card paid.</param>
/// <param name="BonusFen">By which what was given changed.</param>
/// <param name="LeftFen">What can be spent after it, in fen.</param>
[EventName("storedvalue.card-moved.v1")]
public sealed record CardMoved(
    int BrandId,
    Guid CardId,
    Guid MemberId,
    string MaskedNumber,
    CardMovement Movement,
    int? StoreId,
    long PrincipalFen,
    long BonusFen,
    long LeftFen) : IEvent;

/// <summary>What has happened to a card.</summary>
public enum CardMovement
{
    /// <summary>It was loaded.</summary>
    Loaded,

    /// <summary>It has paid.</summary>
    Paid,

    /// <summary>It got back what it had paid.</summary>
    Refunded,
}

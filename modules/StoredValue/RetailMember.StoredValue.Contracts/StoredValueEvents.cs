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

/// <summary>Somebody of the staff has changed whose a card is or what number it has, or wants to.</summary>
/// <param name="MemberId">Whom it concerns: who held the card, or who holds it now.</param>
/// <param name="MaskedNumber">Its last digits.</param>
[EventName("storedvalue.card-changed.v1")]
public sealed record CardChanged(int BrandId, Guid CardId, Guid MemberId, string MaskedNumber, CardNews News) : IEvent;

/// <summary>What a holder is told of his card.</summary>
public enum CardNews
{
    /// <summary>It shall get a new number, if somebody else approves it.</summary>
    ReplacementAsked,

    /// <summary>It has a new number.</summary>
    Replaced,

    /// <summary>It shall go to another member, if somebody else approves it.</summary>
    PassingOnAsked,

    /// <summary>It is another member's now.</summary>
    PassedOn,

    /// <summary>It is his now.</summary>
    Received,
}

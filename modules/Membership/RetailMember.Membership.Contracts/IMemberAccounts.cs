using RetailMember.UseCases;

namespace RetailMember.Membership;

/// <summary>
/// What a member does by himself that concerns his file: become one, bind a card, change the mobile. Whoever calls this has
/// made sure that the mobile is in his hand, and runs within a use case's transaction in the brand of the call.
/// </summary>
public interface IMemberAccounts
{
    /// <summary>A mobile in the one form in which it is stored; null for what is none.</summary>
    string? MobileOf(string typed);

    /// <summary>
    /// The member of this mobile in the current brand, of every status; null where there is none. Who was merged into
    /// another one is told as himself, who is not active: his mobile opens nothing of the one who stays.
    /// </summary>
    Task<MemberSummary?> FindByMobileAsync(string mobile, CancellationToken cancel);

    /// <summary>What the brand's programme asks of somebody who joins, in the language of the request.</summary>
    Task<IReadOnlyList<JoiningField>> FieldsAsync(CallContext call, CancellationToken cancel);

    /// <summary>
    /// Makes a new member by the entry condition of the programme in force. Refuses what the form lacks or has too much, a
    /// condition that is not met, <c>membership.already-member</c>, and <c>membership.ask-at-counter</c> for the mobile of
    /// who was merged into another member.
    /// </summary>
    Task<JoinedMember> JoinAsync(JoiningForm form, CallContext call, CancellationToken cancel);

    /// <summary>
    /// The number of the active member whom a card names and whose mobile nobody knows; null for every other card.
    /// </summary>
    Task<string?> ClaimableAsync(string card, CallContext call, CancellationToken cancel);

    /// <summary>
    /// Gives the mobile to the active member of a card or number whose mobile nobody knew: whoever calls this has more
    /// than the number of the card to show that it is his. Whatever stands against it, an
    /// unknown card, a card of somebody else, a mobile that is a member's already, is refused alike:
    /// <c>membership.card-not-claimable</c>.
    /// </summary>
    Task<JoinedMember> ClaimAsync(string card, JoiningForm form, CallContext call, CancellationToken cancel);

    /// <summary>
    /// Binds a card to the member that looks like the brand's own cards and names nobody yet. Every other one, one that
    /// names anybody else, and a mobile, is refused as <c>membership.card-not-claimable</c>.
    /// </summary>
    /// <param name="member">The member's key.</param>
    /// <param name="card">As printed or read.</param>
    /// <param name="kind">magnetic, proximity or barcode.</param>
    /// <param name="call">Says brand and time.</param>
    /// <param name="cancel">Cancels.</param>
    Task BindAsync(Guid member, string card, string kind, CallContext call, CancellationToken cancel);

    /// <summary>Notes on what phone or browser a member is, which tells who refers himself; nothing is noted where none is told.</summary>
    /// <param name="member">The member's key.</param>
    /// <param name="device">What names it and stays the same; kept as an index only.</param>
    /// <param name="call">Says brand and time.</param>
    /// <param name="cancel">Cancels.</param>
    Task NoteDeviceAsync(Guid member, string? device, CallContext call, CancellationToken cancel);

    /// <summary>The cards of a member, the oldest first.</summary>
    Task<IReadOnlyList<BoundCard>> CardsAsync(Guid member, CancellationToken cancel);

    /// <summary>Takes a card from the member; refuses <c>membership.card-not-bound</c> for one that is not his.</summary>
    Task UnbindAsync(Guid member, string card, CancellationToken cancel);

    /// <summary>The member's mobile from now on; refuses <c>membership.mobile-taken</c>.</summary>
    Task ChangeMobileAsync(Guid member, string mobile, CancellationToken cancel);
}

/// <summary>What somebody says of himself who joins; only what the brand has declared is taken.</summary>
/// <param name="Key">The same key joins once.</param>
/// <param name="Mobile">In the form in which it is stored.</param>
/// <param name="Sex">female or male.</param>
/// <param name="Fields">The brand's own fields, by code.</param>
/// <param name="StoreCode">Where he stands, for example before a poster; null for nowhere.</param>
public sealed record JoiningForm(
    string Key,
    string Mobile,
    string? Name,
    DateOnly? Birthday,
    string? Sex,
    IReadOnlyDictionary<string, string> Fields,
    string? StoreCode)
{
    /// <summary>The code of the member who brought him.</summary>
    public string? ReferralCode { get; init; }

    /// <summary>What names the phone or browser on which he joins.</summary>
    public string? Device { get; init; }
}

/// <param name="IsActive">False where the application awaits a decision.</param>
public sealed record JoinedMember(Guid Id, string MemberNo, bool IsActive);

/// <summary>A card that names a member at the till.</summary>
/// <param name="Card">What the reader reads, in upper case.</param>
/// <param name="Kind">magnetic, proximity or barcode.</param>
/// <param name="BoundAt">UTC.</param>
public sealed record BoundCard(string Card, string Kind, DateTime BoundAt);

/// <summary>A field that the brand has declared.</summary>
/// <param name="Code">name, mobile, birthday, sex, or the brand's own.</param>
/// <param name="Kind">text, date, number, choice or yesNo.</param>
/// <param name="Choices">Of a choice.</param>
public sealed record JoiningField(string Code, string Name, string Kind, bool Required, IReadOnlyList<string> Choices);

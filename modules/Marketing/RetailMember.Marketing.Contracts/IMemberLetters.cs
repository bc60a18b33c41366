namespace RetailMember.Marketing;

/// <summary>
/// Takes commercial letters that other modules and plug-ins have for members of the session's current brand: reminders, calls
/// to come back, invitations. They wait in the queue of messages and go out in the approved commercial template that names
/// their purpose, with consent, opt-out, quiet hours and caps asked at the moment of sending; while the module that wrote them
/// is off, none goes. What became of each, and why, is seen with all other messages.
/// </summary>
public interface IMemberLetters
{
    /// <summary>Whether the brand has approved words for a purpose: without them no letter is taken.</summary>
    Task<bool> CanWriteAsync(string purpose, CancellationToken cancel);

    /// <summary>
    /// Queues, within the running transaction, a letter to each of these members who has none of the occasion yet, under his
    /// number or one that was merged into his; says how many that were. 0 where no words are approved.
    /// </summary>
    Task<int> QueueAsync(LetterOccasion occasion, IReadOnlyCollection<MemberLetter> letters, CancellationToken cancel);

    /// <summary>
    /// Lets no letter go any more that waits for a member, under purposes that begin so: he has withdrawn what allowed it, or
    /// it says what is not true any more. Says how many waited.
    /// </summary>
    Task<int> RecallAsync(string purposes, Guid member, MessageReason reason, CancellationToken cancel);

    /// <summary>What became of letters; those that were never queued are left out.</summary>
    Task<IReadOnlyDictionary<LetterAddress, LetterFate>> FatesAsync(
        IReadOnlyCollection<LetterAddress> letters, CancellationToken cancel);

    /// <summary>How many letters of each of these occasions a provider has taken; those without one are left out.</summary>
    Task<IReadOnlyDictionary<string, int>> SentAsync(
        string purpose, IReadOnlyCollection<string> keys, CancellationToken cancel);
}

/// <summary>Why members are written to, once each.</summary>
/// <param name="Purpose">
/// What it is for, such as <c>apparel.ladder-gap</c>: chooses the template. Begins with the name of the module that writes, in
/// lower case; at most 64 characters.
/// </param>
/// <param name="Key">Which time it is, such as <c>2026-11-25</c>; at most 31 characters.</param>
/// <param name="NotAfter">UTC; what could not be sent by then is not sent. Null: no limit.</param>
public sealed record LetterOccasion(string Purpose, string Key, DateTime? NotAfter = null);

/// <param name="Member">His key.</param>
/// <param name="Values">For the template's variables whose value is given; at most 1000 characters as JSON.</param>
public sealed record MemberLetter(Guid Member, IReadOnlyDictionary<string, string> Values);

/// <summary>One letter: of an occasion, to a member.</summary>
public sealed record LetterAddress(string Purpose, string Key, Guid Member);

/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it waits, was not sent or did not arrive.</param>
/// <param name="MessageBatch">The occasion's letters, as the page <c>marketing/messages?messageBatch=</c> shows them.</param>
public sealed record LetterFate(MessageState State, MessageReason? Reason, Guid MessageBatch);

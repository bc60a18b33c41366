namespace RetailMember.Marketing;

/// <summary>
/// Takes letters that other modules and plug-ins have for members of the session's current brand: reminders, calls to come
/// back, invitations. They wait in the queue of messages and go out in the approved template that names their purpose.
/// Its kind says what is asked at the moment of sending: a commercial one keeps to consent, opt-out, quiet hours and caps,
/// a notice to the caps of the provider. What became of each, and why, is seen with all other messages.
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
}

/// <summary>Why members are written to, once each.</summary>
/// <param name="Purpose">What it is for, such as <c>apparel.ladder-gap</c>: chooses the template; at most 64 characters.</param>
/// <param name="Key">Which time it is, such as <c>2026-11-25</c>; at most 31 characters.</param>
/// <param name="NotAfter">UTC; what could not be sent by then is not sent. Null: no limit.</param>
public sealed record LetterOccasion(string Purpose, string Key, DateTime? NotAfter = null);

/// <param name="Member">His key.</param>
/// <param name="Values">For the template's variables whose value is given; at most 1000 characters as JSON.</param>
public sealed record MemberLetter(Guid Member, IReadOnlyDictionary<string, string> Values);

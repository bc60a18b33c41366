namespace RetailMember.Membership;

/// <summary>
/// Sends messages to the mobiles of members of the session's current brand, whose numbers no other module knows. They tell
/// of the membership itself, such as what was just paid with a voucher: nothing commercial, which needs a consent of its own.
/// </summary>
public interface IMemberMessages
{
    /// <summary>Whether anything could be sent now: a gateway is there.</summary>
    bool IsReady { get; }

    /// <summary>
    /// Sends them once the running transaction is committed, in the order given. Who is not active, or whose mobile nobody
    /// knows, is left out; a gateway that fails is logged and undoes nothing.
    /// </summary>
    Task SendAsync(IReadOnlyCollection<MemberMessage> messages, CancellationToken cancel);
}

/// <summary>A message to one member.</summary>
/// <param name="Member">His key.</param>
/// <param name="Purpose">What it is for, such as <c>redemption.voucher-used</c>: chooses the gateway's template.</param>
/// <param name="Text">Text key; the text names its values as {name}, and the brand as {brand}.</param>
/// <param name="Values">A name in several languages is told in the language of the message.</param>
public sealed record MemberMessage(
    Guid Member, string Purpose, string Text, IReadOnlyList<(string Name, object? Value)> Values);

namespace RetailMember.Membership;

/// <summary>
/// Tells the one who hands messages over where members of the session's current brand are reached, at that moment. What it
/// tells is never stored, shown or logged.
/// </summary>
public interface IMemberContacts
{
    /// <summary>
    /// By the keys that were asked for. Who was merged is reached as who stands for him; who is not active, or whose mobile
    /// nobody knows, is absent.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, MemberContact>> OfAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel);

    /// <summary>
    /// The e-mail addresses of these active members, where the brand's programme declares a member field <c>email</c> and it
    /// is filled in.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, string>> MailsAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel);
}

/// <param name="Member">The key of who is reached.</param>
/// <param name="MemberNo">The number that people know him by.</param>
/// <param name="Name">Null where the brand never asked.</param>
/// <param name="Mobile">Eleven digits, or + and country code.</param>
public sealed record MemberContact(Guid Member, string MemberNo, string? Name, string Mobile);

using RetailMember.Modules;

namespace RetailMember.Membership;

/// <summary>
/// A seam of whatever sends messages: who told it, by a reply or in a store, that he wants no more commercial ones. It
/// counts as long as he has not agreed since; see <see cref="IMarketingConsents"/>.
/// </summary>
[Seam]
public interface IMessageOptOuts
{
    /// <summary>
    /// Those of these members of the session's current brand who said so, of any brand of the chain, with what they said last.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, MessageOptOut>> OfAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel);
}

/// <param name="At">UTC.</param>
/// <param name="IsReply">He answered a message; else he said it in a store.</param>
public sealed record MessageOptOut(DateTime At, bool IsReply);

using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Membership;

/// <summary>
/// A seam of ending a membership: a module ends what must not outlive it by a moment, in the closing's own transaction,
/// with the member locked and whether or not the module is on for the brand. What may follow a little later subscribes to
/// <see cref="MemberClosed"/> instead. One that throws stops the closing.
/// </summary>
[Seam]
public interface IMemberClosing
{
    /// <param name="member">Who leaves; he is no active member any more.</param>
    /// <param name="call">Who closes the membership, and when.</param>
    /// <param name="cancel">Cancels.</param>
    Task CloseAsync(Guid member, CallContext call, CancellationToken cancel);

    /// <summary>
    /// Members of the session's current brand of whom the module still keeps what must not outlive a membership, in the
    /// order of their keys. Asked each night, so that who left while the module was not there is closed by it after all;
    /// nobody where nothing is kept that long.
    /// </summary>
    /// <param name="after">The last key of the page before; null starts with the first.</param>
    /// <param name="count">At most this many.</param>
    /// <param name="cancel">Cancels.</param>
    Task<IReadOnlyList<Guid>> KeptAsync(Guid? after, int count, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Guid>>([]);
}

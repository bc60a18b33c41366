using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Membership;

/// <summary>
/// A seam of whatever counts tries that find nothing, such as codes that open nothing: one count for all that a caller may
/// guess at, so that nobody learns by trying who is a member.
/// </summary>
[Seam]
public interface IGuessLimit
{
    /// <summary>Refuses a caller who has tried too often in vain.</summary>
    Task CheckAsync(CallContext call, CancellationToken cancel);

    /// <summary>Counts tries that found nothing, although the call itself is refused and undone.</summary>
    Task NoteAsync(CallContext call, int unknown = 1);
}

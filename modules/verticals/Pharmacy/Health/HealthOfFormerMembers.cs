using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Health;

/// <summary>Health data does not outlive a membership: the consent ends with it, and what it allowed is erased.</summary>
internal sealed class HealthOfFormerMembers(HealthBook book) : IMemberClosing
{
    public async Task CloseAsync(Guid member, CallContext call, CancellationToken cancel)
    {
        var (ended, erased) = await book.EraseAsync(member, call.At, cancel);
        if (erased + ended > 0) await book.NoteAsync(member, HealthAccessKind.Erased, reason: null, call, cancel);
    }

    public Task<IReadOnlyList<Guid>> KeptAsync(Guid? after, int count, CancellationToken cancel) =>
        book.KeptAsync(after, count, cancel);
}

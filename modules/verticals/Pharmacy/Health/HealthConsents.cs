using RetailMember.Marketing;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Health.Letters;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Health;

/// <summary>Ends what members have agreed to, whether they say so at the counter or do it themselves.</summary>
internal sealed class HealthConsents(HealthBook book, IMemberLetters letters)
{
    /// <summary>Erases what was kept, recalls the letters that wait, and writes down that it was done.</summary>
    /// <returns>How many records are gone.</returns>
    public async Task<int> WithdrawAsync(Guid member, CallContext call, CancellationToken cancel)
    {
        var (ended, erased) = await book.EraseAsync(member, call.At, cancel);
        await letters.RecallAsync(SeasonLetters.Purposes, member, MessageReason.PermissionWithdrawn, cancel);
        if (ended + erased > 0)
            await book.NoteAsync(member, HealthAccessKind.ConsentWithdrawn, reason: null, call, cancel);
        return erased;
    }
}

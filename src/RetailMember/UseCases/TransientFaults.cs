using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.UseCases;

/// <summary>Faults that another transaction caused: the work is sound and may be tried again from its start.</summary>
internal static class TransientFaults
{
    /// <summary>A unique key taken meanwhile counts too: the next attempt finds its row and decides by it.</summary>
    /// <param name="fault">What ended the last attempt.</param>
    /// <param name="keyed">Whether a key tells if the last attempt was done after all.</param>
    public static bool MayBeRetried(Exception fault, bool keyed) =>
        (keyed || fault is not CommitInDoubt)
        && (fault is DbUpdateConcurrencyException || DatabaseFaults.IsTaken(fault) || DatabaseFaults.IsTransient(fault));
}

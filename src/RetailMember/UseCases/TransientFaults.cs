using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.UseCases;

/// <summary>Faults that another transaction caused: the work is sound and may be tried again from its start.</summary>
internal static class TransientFaults
{
    /// <summary>A unique key taken meanwhile counts too: the next attempt finds its row and decides by it.</summary>
    public static bool MayBeRetried(Exception fault) =>
        fault is DbUpdateConcurrencyException || DatabaseFaults.IsTaken(fault) || DatabaseFaults.IsTransient(fault);
}

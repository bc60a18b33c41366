using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;

namespace RetailMember.Ledger;

/// <summary>A unit that owners can have a balance of, such as points. Modules declare theirs as data.</summary>
/// <param name="Code">The name in tables and code, at most 32 characters.</param>
/// <param name="KeepsLots">
/// True where each credit has its own days of use and is spent first-to-expire-first; false for a plain counter such
/// as growth value.
/// </param>
/// <param name="Floor">The lowest balance that an account may ever have; null allows any.</param>
[Seam]
public sealed record LedgerUnit(string Code, bool KeepsLots, long? Floor = null)
{
    /// <summary>The longest <see cref="Code"/>.</summary>
    public const int MaxCodeLength = 32;
}

/// <summary>How a module declares its units.</summary>
public static class LedgerUnits
{
    /// <summary>Declares a unit. Each code once in the whole host.</summary>
    public static IServiceCollection AddLedgerUnit(this IServiceCollection services, LedgerUnit unit)
    {
        if (unit.Code.Length is 0 or > LedgerUnit.MaxCodeLength)
            throw new ArgumentException($"The unit code '{unit.Code}' is empty or too long.", nameof(unit));
        return services.AddSingleton(unit);
    }
}

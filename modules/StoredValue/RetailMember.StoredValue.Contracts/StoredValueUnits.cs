namespace RetailMember.StoredValue;

/// <summary>
/// The units in the ledger that stored value is kept in, in fen. Their accounts belong to loads, and while an amount is
/// held to the hold.
/// </summary>
public static class StoredValueUnits
{
    /// <summary>What was paid for.</summary>
    public const string Principal = "card-principal";

    /// <summary>What was given on top of it, or as a gift.</summary>
    public const string Bonus = "card-bonus";
}

namespace RetailMember.StoredValue.Types.Rules;

/// <summary>From which pocket of a load a spend comes.</summary>
internal enum SpendRule
{
    /// <summary>From both, in the proportion in which the load still holds them.</summary>
    ProRata,

    /// <summary>What was paid for first.</summary>
    PrincipalFirst,

    /// <summary>What was given first.</summary>
    BonusFirst,
}

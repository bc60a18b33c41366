namespace RetailMember.Pharmacy.Rules.Versions;

/// <summary>Where a version of rules stands.</summary>
internal enum RuleState
{
    Draft,

    /// <summary>Decides from its day on, until a later one does.</summary>
    Active,
}

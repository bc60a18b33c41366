namespace RetailMember.StoredValue;

/// <summary>Stored-value cards among the means of payment of a receipt.</summary>
public static class StoredValueTender
{
    /// <summary>The kind, as tills name it.</summary>
    public const string Kind = "card";
}

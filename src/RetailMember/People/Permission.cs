namespace RetailMember.People;

/// <summary>The smallest scope of a grant that is enough for a permission.</summary>
public enum Reach
{
    /// <summary>A grant for one store is enough, for what happens at that store or is shared by the brand's stores.</summary>
    Store,

    /// <summary>A grant for the whole brand is needed.</summary>
    Brand,

    /// <summary>A grant for the whole chain is needed.</summary>
    Chain,
}

/// <summary>A right that a module defines, for example <c>Membership.Purchases.Record</c>. Its text key is
/// <c>permission.</c> followed by the name.</summary>
public sealed record Permission(string Name, Reach Reach)
{
    /// <summary>Codes of the roles that get it when it is first seen; see <see cref="DefaultRole"/>.</summary>
    public IReadOnlyList<string> DefaultRoles { get; init; } = [];

    /// <summary>
    /// It opens what is nobody's business but theirs whose work it is, such as findings about somebody's health: at first only the
    /// roles that the module names and head office have it. Who runs a brand appoints people to such a role without having the
    /// permission, never himself, and the audit trail names it.
    /// </summary>
    public bool Apart { get; init; }
}

/// <summary>Where a grant holds: the whole chain (both null), one brand, or one store of a brand.</summary>
public readonly record struct GrantScope(int? BrandId, int? StoreId)
{
    public static GrantScope Chain => default;

    /// <summary>Whether whatever lies in the other scope lies in this one too.</summary>
    public bool Contains(GrantScope other) =>
        BrandId is null || (BrandId == other.BrandId && (StoreId is null || StoreId == other.StoreId));

    public bool Covers(Reach reach, int? brandId, int? storeId) => this switch
    {
        { BrandId: null } => true,
        { StoreId: null } => reach != Reach.Chain && brandId == BrandId,
        _ => reach == Reach.Store && brandId == BrandId && (storeId is null || storeId == StoreId),
    };
}

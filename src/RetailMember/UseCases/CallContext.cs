using RetailMember.Brands;
using RetailMember.People;

namespace RetailMember.UseCases;

/// <summary>By which door a call came in; kept in the audit trail.</summary>
public enum Channel
{
    Api,
    Page,
    Job,
    CommandLine,
    Import,
}

/// <summary>Who calls, for which brand and store, when, and by which door.</summary>
public sealed record CallContext(Caller Caller, Channel Channel)
{
    /// <summary>The brand in whose name the call is made; null for the chain as a whole.</summary>
    public Brand? Brand { get; init; }

    /// <summary>The store at which it happens; the entry fills it in from <see cref="IAtStore"/> or the till.</summary>
    public Store? Store { get; init; }

    /// <summary>UTC, set by the entry.</summary>
    public DateTime At { get; init; }

    /// <summary>The brand of a call that cannot be made without one.</summary>
    public Brand RequiredBrand =>
        Brand ?? throw new Refusal("brand.needed", RefusalKind.Invalid);

    /// <summary>
    /// Whether the caller has a permission where something of the brand belongs; what belongs to no store is for those who
    /// have it in the whole brand.
    /// </summary>
    public bool Reaches(string permission, int? store) =>
        Caller.StoresOf(permission, RequiredBrand.Id) is not { } stores || (store is { } at && stores.Contains(at));
}

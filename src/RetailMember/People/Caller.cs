using System.Collections.Frozen;

namespace RetailMember.People;

public enum CallerKind
{
    Anonymous,
    Person,
    Till,

    /// <summary>A job or the command line: the house itself, with every permission.</summary>
    House,

    /// <summary>A member of a brand who has logged in himself: has no permission, and may do what is his own.</summary>
    Member,
}

/// <summary>Whoever asks for a use case: a person, a till, a member, or the house itself.</summary>
public sealed class Caller
{
    public static readonly Caller Anonymous = new(CallerKind.Anonymous, null, "", FrozenDictionary<string, GrantScope[]>.Empty);

    private readonly FrozenDictionary<string, GrantScope[]> grants;

    public Caller(CallerKind kind, Guid? id, string name, FrozenDictionary<string, GrantScope[]> grants)
    {
        Kind = kind;
        Id = id;
        Name = name;
        this.grants = grants;
    }

    public CallerKind Kind { get; }

    /// <summary>The person's, till's or member's key; null for the house and for nobody.</summary>
    public Guid? Id { get; }

    /// <summary>
    /// A user name, a till's code, a member's number, or the name of a job or verb. Kept in ledger and audit rows.
    /// </summary>
    public string Name { get; }

    /// <summary>The brand that a member is one of; null for everybody else.</summary>
    public int? MemberOf { get; private init; }

    /// <summary>The store a till stands in.</summary>
    public int? TillStoreId { get; init; }

    public static Caller House(string name) => new(CallerKind.House, null, name, FrozenDictionary<string, GrantScope[]>.Empty);

    /// <summary>A member who has logged in himself.</summary>
    public static Caller Member(Guid id, string memberNo, int brandId) =>
        new(CallerKind.Member, id, memberNo, FrozenDictionary<string, GrantScope[]>.Empty) { MemberOf = brandId };

    public bool Can(Permission permission, int? brandId, int? storeId)
    {
        if (Kind == CallerKind.House) return true;
        if (!grants.TryGetValue(permission.Name, out var scopes)) return false;
        foreach (var scope in scopes)
            if (scope.Covers(permission.Reach, brandId, storeId)) return true;
        return false;
    }

    /// <summary>Whether the caller has the permission in the whole of a scope: nobody passes on more than he has.</summary>
    public bool Holds(string permission, GrantScope scope) =>
        Kind == CallerKind.House
        || (grants.TryGetValue(permission, out var own) && own.Any(s => s.Contains(scope)));

    /// <summary>Whether the caller has the permission at one of the brand's stores at least, or in all of it.</summary>
    public bool HoldsIn(string permission, int brandId) => StoresOf(permission, brandId) is not { Count: 0 };

    /// <summary>Whether the caller has the permission in any scope, whichever brand it is in: for pages of the chain.</summary>
    public bool HoldsAnywhere(string permission) => Kind == CallerKind.House || grants.ContainsKey(permission);

    /// <summary>Whether the caller has any right within the brand at all, or is a member of it.</summary>
    public bool MayEnter(int brandId) =>
        Kind == CallerKind.House
        || MemberOf == brandId
        || grants.Values.Any(scopes => scopes.Any(s => s.BrandId is null || s.BrandId == brandId));

    /// <summary>The stores that a permission is limited to within a brand; null when it holds for all of them.</summary>
    public IReadOnlyList<int>? StoresOf(string permission, int brandId)
    {
        if (Kind == CallerKind.House) return null;
        var scopes = grants.GetValueOrDefault(permission) ?? [];
        if (scopes.Any(s => s.BrandId is null || (s.BrandId == brandId && s.StoreId is null))) return null;
        return [.. scopes.Where(s => s.BrandId == brandId).Select(s => s.StoreId!.Value)];
    }
}

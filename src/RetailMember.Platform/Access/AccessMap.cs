using System.Collections.Frozen;
using RetailMember.People;

namespace RetailMember.Platform.Access;

/// <summary>What is needed of a person to answer a request without asking the database.</summary>
internal sealed record PersonAccess(
    Guid Id,
    string UserName,
    string DisplayName,
    string? Language,
    string SecurityStamp,
    bool MustChangePassword,
    Caller Caller)
{
    /// <summary>Codes of the roles held anywhere.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    public IReadOnlyList<StaffPost> Posts { get; init; } = [];

    /// <summary>What his roles and grants give him, also while he must choose a password first.</summary>
    public required Caller Rights { get; init; }
}

/// <summary>A till that may call: the hash of its key, and what it may do at its store.</summary>
internal sealed record TillAccess(Guid Id, byte[] KeyHash, Caller Caller);

/// <summary>Active people, roles and tills of the chain at one moment.</summary>
internal sealed record AccessMap(
    FrozenDictionary<Guid, PersonAccess> People,
    FrozenDictionary<string, FrozenSet<string>> Roles,
    FrozenDictionary<Guid, TillAccess> Tills)
{
    /// <summary>Permissions that who appoints people to a role need not have himself; see <see cref="Permission.Apart"/>.</summary>
    public required FrozenSet<string> Apart { get; init; }

    /// <summary>Names of the roles that the chain made itself.</summary>
    public required FrozenDictionary<string, string> RoleNames { get; init; }
}

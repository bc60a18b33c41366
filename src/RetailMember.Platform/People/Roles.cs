using RetailMember.People;

namespace RetailMember.Platform.People;

/// <summary>A named set of permissions.</summary>
internal sealed class Role
{
    public required string Code { get; init; }

    /// <summary>Null for the roles of <see cref="DefaultRole"/>, which are named in the text files.</summary>
    public string? Name { get; set; }
}

internal sealed class RolePermission
{
    public required string Role { get; init; }

    public required string Permission { get; init; }
}

/// <summary>A permission whose default roles have been given it; afterwards head office decides alone.</summary>
internal sealed class KnownPermission
{
    public required string Name { get; init; }

    /// <summary>As its module said when it was last in the host: a role keeps the permission while the plug-in is missing.</summary>
    public bool Apart { get; set; }
}

/// <summary>A role that a person has within a scope.</summary>
internal sealed class Assignment : IScoped
{
    public Guid PersonId { get; init; }

    public required string Role { get; init; }

    public int BrandId { get; init; }

    public int StoreId { get; init; }
}

/// <summary>A single permission that a person has within a scope, beside the roles.</summary>
internal sealed class Grant : IScoped
{
    public Guid PersonId { get; init; }

    public required string Permission { get; init; }

    public int BrandId { get; init; }

    public int StoreId { get; init; }
}

/// <summary>A row with a scope: 0 for the brand is the chain, 0 for the store the whole brand.</summary>
internal interface IScoped
{
    Guid PersonId { get; }

    int BrandId { get; }

    int StoreId { get; }
}

internal static class Scopes
{
    public static GrantScope Scope(this IScoped row) =>
        new(row.BrandId == 0 ? null : row.BrandId, row.StoreId == 0 ? null : row.StoreId);

    /// <summary>The scope that a call speaks of: its store, else its brand, else the chain.</summary>
    public static GrantScope Scope(this UseCases.CallContext call) => new(call.Brand?.Id, call.Store?.Id);
}

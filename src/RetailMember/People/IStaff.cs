namespace RetailMember.People;

/// <summary>
/// What modules may know of the people who work for the chain: those who are here. Whoever left is not found; his name
/// stays where it was written down.
/// </summary>
public interface IStaff
{
    /// <summary>By user name; letter case makes no other name. Null where nobody who is here has it.</summary>
    StaffPerson? Find(string userName);

    /// <summary>By key; null for one who left.</summary>
    StaffPerson? Find(Guid person);

    /// <summary>Everybody who has a role of this brand, of one of its stores or of the whole chain, by user name.</summary>
    IReadOnlyList<StaffPerson> Of(int brandId);

    /// <summary>
    /// Whether somebody who is here has a right at one of a brand's stores at least, or in all of it, whether or not he has
    /// logged in yet.
    /// </summary>
    bool May(Guid person, string permission, int brandId);
}

/// <summary>Somebody who works for the chain.</summary>
/// <param name="Id">The key that <see cref="Caller.Id"/> has when he calls.</param>
/// <param name="Posts">His roles, each with where he has it.</param>
public sealed record StaffPerson(Guid Id, string UserName, string DisplayName, IReadOnlyList<StaffPost> Posts)
{
    /// <summary>Codes of the roles that he has in a brand, those of the whole chain included, each once.</summary>
    public IEnumerable<string> RolesIn(int brandId) =>
        Posts.Where(p => p.Scope.BrandId is null || p.Scope.BrandId == brandId).Select(p => p.Role).Distinct();

    /// <summary>The stores of a brand at which alone he works; empty where he works in all of it.</summary>
    public IReadOnlyList<int> StoresIn(int brandId)
    {
        var scopes = Posts.Select(p => p.Scope).Where(s => s.BrandId is null || s.BrandId == brandId).ToList();
        return scopes.Exists(s => s.StoreId is null) ? [] : [.. scopes.Select(s => s.StoreId!.Value).Distinct()];
    }
}

/// <summary>A role that somebody has within a scope.</summary>
/// <param name="Role">Its code; see <see cref="DefaultRole"/>.</param>
public readonly record struct StaffPost(string Role, GrantScope Scope);

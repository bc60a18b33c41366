using RetailMember.Brands;
using RetailMember.Modules;

namespace RetailMember.People;

/// <summary>What a module holds about a member, for the copy of his data that he may ask for at any time.</summary>
[Seam]
public interface IMemberData
{
    /// <summary>Camel case, unique: the name of this part in the file.</summary>
    string Name { get; }

    /// <summary>Everything that the module knows of him, in full, as it is to stand in a JSON file.</summary>
    /// <param name="brand">The session's brand.</param>
    /// <param name="member">The member's key.</param>
    /// <param name="cancel">Cancels.</param>
    Task<object> OfAsync(Brand brand, Guid member, CancellationToken cancel);
}

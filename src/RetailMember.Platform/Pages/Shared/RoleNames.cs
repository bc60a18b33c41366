using RetailMember.Platform.Access;
using RetailMember.Texts;

namespace RetailMember.Platform.Pages.Shared;

/// <summary>What roles are called: the chain's own by their name, the others by the text files.</summary>
internal sealed class RoleNames(AccessDirectory access, ITexts texts)
{
    public string this[string code] => access.Current.RoleNames.GetValueOrDefault(code) ?? texts["role." + code];

    /// <summary>The roles of a person, in short.</summary>
    public string Of(PersonAccess person) => string.Join(texts["platform.and"], person.Roles.Select(r => this[r]).Take(2));
}

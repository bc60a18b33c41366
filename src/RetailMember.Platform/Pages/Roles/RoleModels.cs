using RetailMember.Pages.Forms;
using RetailMember.Platform.People;

namespace RetailMember.Platform.Pages.Roles;

internal sealed record RoleListModel(FindRoles.Result All, bool MayChange);

/// <param name="Role">Null for a new one.</param>
/// <param name="Chosen">Permissions that are ticked.</param>
internal sealed record RoleFormModel(
    FindRoles.Item? Role, FindRoles.Result All, HashSet<string> Chosen, bool MayChange, FormFaults Faults)
{
    public IEnumerable<IGrouping<string, FindRoles.Right>> ByModule => All.Permissions.GroupBy(p => p.Module);
}

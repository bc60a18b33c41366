namespace RetailMember.Groups;

/// <summary>The rights of this module.</summary>
public static class GroupPermissions
{
    /// <summary>See which members belong together and what points they have together.</summary>
    public const string ViewGroups = "Groups.Groups.View";

    /// <summary>Form groups, let members join and leave, and end them.</summary>
    public const string ManageGroups = "Groups.Groups.Manage";

    /// <summary>Say what kinds of groups the brand knows.</summary>
    public const string EditKinds = "Groups.Kinds.Edit";
}

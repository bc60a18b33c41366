namespace RetailMember.Portal;

/// <summary>The rights of this module.</summary>
internal static class PortalPermissions
{
    /// <summary>Delete what has served its time.</summary>
    public const string RunJobs = "Portal.Jobs.Run";
}

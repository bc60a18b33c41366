namespace RetailMember.Membership;

/// <summary>The rights of this module.</summary>
public static class MembershipPermissions
{
    /// <summary>Find members and read their file, masked.</summary>
    public const string ViewMembers = "Membership.Members.View";

    /// <summary>See name and mobile in full; every look is recorded.</summary>
    public const string RevealMembers = "Membership.Members.Reveal";

    public const string EnrolMembers = "Membership.Members.Enrol";

    public const string EditMembers = "Membership.Members.Edit";

    /// <summary>See who may be a member twice, merge such members and take them apart again.</summary>
    public const string MergeMembers = "Membership.Members.Merge";

    /// <summary>Admit or turn away who has applied.</summary>
    public const string DecideApplications = "Membership.Applications.Decide";

    /// <summary>Put a member on a tier by hand.</summary>
    public const string GrantTiers = "Membership.Tiers.Grant";

    /// <summary>Count that a member took part in an activity.</summary>
    public const string RecordParticipations = "Membership.Participations.Record";

    /// <summary>Read what was done for members as customers; limited to stores, that of these stores and their members.</summary>
    public const string ViewCare = "Membership.Care.View";

    /// <summary>Note down care for members, and that somebody came back to it.</summary>
    public const string RecordCare = "Membership.Care.Record";

    /// <summary>Read tags, who has them and why; limited to stores, of the members whom these stores enrolled.</summary>
    public const string ViewTags = "Membership.Tags.View";

    /// <summary>Draft tags and their next versions, and try them before they are activated.</summary>
    public const string EditTags = "Membership.Tags.Edit";

    /// <summary>Activate and end tags, and have all members counted again.</summary>
    public const string ActivateTags = "Membership.Tags.Activate";

    /// <summary>Give members tags by hand, and take these away again.</summary>
    public const string TagMembers = "Membership.Tags.Give";

    /// <summary>Quote and record purchases.</summary>
    public const string RecordPurchases = "Membership.Purchases.Record";

    public const string ViewPurchases = "Membership.Purchases.View";

    public const string RefundPurchases = "Membership.Purchases.Refund";

    /// <summary>See corrections of points, those that wait for a decision too.</summary>
    public const string ViewAdjustments = "Membership.Points.ViewAdjustments";

    /// <summary>Correct a balance up to the limit that the brand has set; above it, ask for approval.</summary>
    public const string AdjustPoints = "Membership.Points.Adjust";

    /// <summary>Approve or refuse a correction above that limit that somebody else asked for.</summary>
    public const string ApproveAdjustments = "Membership.Points.Approve";

    /// <summary>Give a member's points to another one on his behalf.</summary>
    public const string TransferPoints = "Membership.Points.Transfer";

    /// <summary>Take such a gift back while the receiver still has it.</summary>
    public const string ReverseTransfers = "Membership.Points.ReverseTransfers";

    public const string ViewProgrammes = "Membership.Programmes.View";

    public const string EditProgrammes = "Membership.Programmes.Edit";

    /// <summary>Put a version in force.</summary>
    public const string ActivateProgrammes = "Membership.Programmes.Activate";

    public const string ViewReports = "Membership.Reports.View";

    public const string Import = "Membership.Imports.Run";

    /// <summary>Run expiry and tier reviews.</summary>
    public const string RunJobs = "Membership.Jobs.Run";
}

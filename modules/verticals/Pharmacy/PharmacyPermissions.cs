namespace RetailMember.Pharmacy;

/// <summary>The rights of this module.</summary>
internal static class PharmacyPermissions
{
    /// <summary>See at the counter what the club has for a member, and the published rankings.</summary>
    public const string ViewClub = "Pharmacy.Club.View";

    /// <summary>Fill members up on the member day.</summary>
    public const string TopUp = "Pharmacy.Club.TopUp";

    public const string EditRules = "Pharmacy.Rules.Edit";

    /// <summary>Put a draft of the club's rules in force.</summary>
    public const string ActivateRules = "Pharmacy.Rules.Activate";

    /// <summary>Freeze a quarter's ranking, see it before it is published, and publish it.</summary>
    public const string PublishRankings = "Pharmacy.Rankings.Publish";

    /// <summary>Read glucose tests and consultations; every look is recorded.</summary>
    public const string ViewHealth = "Pharmacy.Health.View";

    /// <summary>Take consent, record tests and consultations, put them right and erase them.</summary>
    public const string RecordHealth = "Pharmacy.Health.Record";

    /// <summary>See who has looked at health data.</summary>
    public const string AuditHealth = "Pharmacy.Health.Audit";

    /// <summary>See the drug classes of articles.</summary>
    public const string ViewDrugs = "Pharmacy.Drugs.View";

    /// <summary>Say which class an article is of.</summary>
    public const string EditDrugs = "Pharmacy.Drugs.Edit";

    /// <summary>Run the club's jobs.</summary>
    public const string RunJobs = "Pharmacy.Jobs.Run";
}

namespace RetailMember.Campaigns;

/// <summary>The rights of this module.</summary>
public static class CampaignsPermissions
{
    /// <summary>Read campaigns, their budgets and awards.</summary>
    public const string ViewCampaigns = "Campaigns.Campaigns.View";

    /// <summary>Draft campaigns and their next versions.</summary>
    public const string EditCampaigns = "Campaigns.Campaigns.Edit";

    /// <summary>Activate, pause, resume and end campaigns.</summary>
    public const string RunCampaigns = "Campaigns.Campaigns.Run";

    /// <summary>Say that a member did something that a campaign rewards, such as sharing a poster.</summary>
    public const string AwardBehaviours = "Campaigns.Behaviours.Award";

    /// <summary>Reward what a member has written, by a decision of one's own.</summary>
    public const string AwardContent = "Campaigns.Content.Award";

    /// <summary>Take awards back.</summary>
    public const string RevokeAwards = "Campaigns.Awards.Revoke";

    /// <summary>Tell a member the code by which he refers friends.</summary>
    public const string TellReferralCodes = "Campaigns.Referrals.TellCodes";

    /// <summary>Decide on referrals that look suspicious.</summary>
    public const string DecideReferrals = "Campaigns.Referrals.Decide";

    /// <summary>Run the closing of leaderboards.</summary>
    public const string RunJobs = "Campaigns.Jobs.Run";
}

namespace RetailMember.Campaigns.Behaviours;

/// <summary>What members are rewarded for writing. The text key is <c>campaigns.content-reason.</c> and the code.</summary>
internal static class ContentReasons
{
    public static readonly IReadOnlyList<string> All = ["review", "experience", "picture", "suggestion", "other"];
}

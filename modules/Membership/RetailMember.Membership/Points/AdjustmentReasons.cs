namespace RetailMember.Membership.Points;

/// <summary>Why a balance may be corrected by hand. The text key is <c>membership.adjustment-reason.</c> and the code.</summary>
internal static class AdjustmentReasons
{
    public static readonly IReadOnlyList<string> All =
        ["correction", "complaint", "goodwill", "content-award", "activity", "other"];
}

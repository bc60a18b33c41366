namespace RetailMember.Portal.Codes;

/// <summary>What a one-time code is for; it counts for nothing else.</summary>
internal enum CodePurpose
{
    LogIn,
    Enrol,
    BindCard,
    ChangeMobile,
}

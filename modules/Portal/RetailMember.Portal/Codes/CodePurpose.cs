namespace RetailMember.Portal.Codes;

/// <summary>What a one-time code is for; it counts for nothing else.</summary>
internal enum CodePurpose
{
    LogIn,
    Enrol,

    /// <summary>To join with a card that one has already.</summary>
    BindCard,

    /// <summary>Sent to the new mobile; only a member may ask for it.</summary>
    ChangeMobile,
}

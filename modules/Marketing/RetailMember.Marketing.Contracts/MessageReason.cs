namespace RetailMember.Marketing;

/// <summary>
/// Why a message waits, was not sent or did not arrive: stable, whatever a provider calls it. Its text key is
/// <c>marketing.reason.</c> followed by it.
/// </summary>
public enum MessageReason
{
    /// <summary>No standing consent to commercial messages.</summary>
    NoConsent = 1,

    /// <summary>Told us by reply or in a store that he wants no more of them.</summary>
    OptedOut,

    /// <summary>No active member any more.</summary>
    NotActive,

    /// <summary>Nobody knows an address of his on this channel.</summary>
    NoAddress,

    /// <summary>The same number has this message already, or its owner under a file that was merged since: one person.</summary>
    SameNumber,

    /// <summary>The template or its signature is not approved, or not any more.</summary>
    TemplateNotApproved,

    /// <summary>A variable of the template has no value, or too long a one.</summary>
    ValueMissing,

    /// <summary>Its day passed before it could be sent.</summary>
    TooLate,

    /// <summary>What it belongs to was stopped.</summary>
    Stopped,

    /// <summary>Waits: this number has had as many as it may within 24 hours.</summary>
    FrequencyCap,

    /// <summary>Waits: the provider takes no more for this number now.</summary>
    ProviderLimit,

    /// <summary>Waits: the provider takes nothing now.</summary>
    ProviderBusy,

    /// <summary>Waits: the account with the provider is empty.</summary>
    AccountEmpty,

    /// <summary>The provider does not know us, or not for this.</summary>
    NotAuthorised,

    /// <summary>The provider takes this for no number.</summary>
    NumberIllegal,

    /// <summary>The number blocks us, or the provider blocks it.</summary>
    NumberBlocked,

    /// <summary>The number is off, out of reach or not in use.</summary>
    NumberUnreachable,

    /// <summary>The provider does not know the signature.</summary>
    SignatureIllegal,

    /// <summary>The provider does not know the template.</summary>
    TemplateIllegal,

    /// <summary>The provider does not take these values.</summary>
    ValueIllegal,

    /// <summary>The provider does not take the words.</summary>
    ContentIllegal,

    /// <summary>Any other fault of the provider or the network behind it.</summary>
    ProviderFault,

    /// <summary>Nobody can say whether it was sent, so it is not sent again.</summary>
    Unknown,

    /// <summary>Waits: the packages are used up, and the next one is not bought yet.</summary>
    PackageEmpty,

    /// <summary>What it belongs to would have cost more than it may.</summary>
    OverBudget,

    /// <summary>What it says is not true any more.</summary>
    NoLongerTrue,

    /// <summary>The member has withdrawn what allowed just these letters, whatever he said of others.</summary>
    PermissionWithdrawn,

    /// <summary>Sensitive data by which he was chosen says otherwise now, or may not be used any more.</summary>
    NoLongerMeant,

    /// <summary>Waits: a module that has to be asked before it goes does not answer.</summary>
    NotAnswered,

    /// <summary>Never kept: what lists say where the reason itself would tell something sensitive of the member.</summary>
    NotShown,

    /// <summary>He objects to conclusions from what he buys, and was chosen by some.</summary>
    Objects,

    /// <summary>He does not follow the account that writes.</summary>
    NotFollowing,

    /// <summary>Waits: the account has sent as much as it may today.</summary>
    ProviderQuota,

    /// <summary>The provider would take the number for another one, of somebody else.</summary>
    NumberAmbiguous,

    /// <summary>Waits: the gateway needs the provider's number for the words, and they have none.</summary>
    ProviderCodeMissing,
}

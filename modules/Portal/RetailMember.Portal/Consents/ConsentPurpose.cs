namespace RetailMember.Portal.Consents;

/// <summary>What a member's data may be used for.</summary>
internal enum ConsentPurpose
{
    /// <summary>To run his membership. Nobody is a member without it; whoever takes it back closes his account.</summary>
    Membership,

    /// <summary>Commercial messages.</summary>
    Marketing,

    /// <summary>To draw conclusions from what he buys: tags, likings, offers made for him.</summary>
    Profiling,
}

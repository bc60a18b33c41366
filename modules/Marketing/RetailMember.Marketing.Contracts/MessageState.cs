namespace RetailMember.Marketing;

/// <summary>
/// Where a message stands. Its text key is <see cref="MessageTexts.States"/> followed by it.
/// </summary>
public enum MessageState
{
    /// <summary>Waits to be handed over.</summary>
    Queued,

    /// <summary>Given to the gateway, or about to be: never given again before the provider was asked.</summary>
    HandingOver,

    /// <summary>The provider took it.</summary>
    Accepted,

    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>The provider did not take it, or it did not arrive.</summary>
    Failed,

    /// <summary>Never handed over, for a reason of ours.</summary>
    Skipped,

    /// <summary>Nobody can say whether the provider took it.</summary>
    Unknown,
}

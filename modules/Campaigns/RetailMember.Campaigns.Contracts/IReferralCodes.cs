namespace RetailMember.Campaigns;

/// <summary>The codes by which members refer friends, for other modules that show them.</summary>
public interface IReferralCodes
{
    /// <summary>
    /// A member's code, drawn at his first question: short, by chance, the same for ever. Works for the session's current
    /// brand, inside the caller's transaction.
    /// </summary>
    /// <param name="member">The member's key.</param>
    /// <param name="device">What names the phone or browser on which he asks; whom he refers from it is no friend.</param>
    /// <param name="cancel">Cancels.</param>
    Task<string> OfAsync(Guid member, string? device, CancellationToken cancel);
}

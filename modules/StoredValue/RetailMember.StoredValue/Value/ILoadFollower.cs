namespace RetailMember.StoredValue.Value;

/// <summary>
/// What hangs on a load, such as the commission of its sale, follows when principal of it is paid out again: in the same
/// transaction, under the card's lock.
/// </summary>
internal interface ILoadFollower
{
    /// <summary>Principal went back to holders.</summary>
    Task PrincipalReturnedAsync(IReadOnlyList<ReturnedPrincipal> returned, CancellationToken cancel);
}

/// <summary>Principal of a load that is paid out again.</summary>
/// <param name="Load">Its key.</param>
/// <param name="Move">The move that took it off the card.</param>
/// <param name="PrincipalFen">Above zero.</param>
internal sealed record ReturnedPrincipal(Guid Load, Guid Move, long PrincipalFen, CardOccasion Occasion);

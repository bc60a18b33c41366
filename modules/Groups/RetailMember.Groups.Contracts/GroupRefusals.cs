namespace RetailMember.Groups;

/// <summary>The stable codes of what groups are refused for; each is a text key.</summary>
public static class GroupRefusals
{
    /// <summary>The brand has no such group.</summary>
    public const string NotFound = "groups.not-found";

    /// <summary>The brand has no such kind, or forms no more groups of it.</summary>
    public const string KindNotFound = "groups.kind-not-found";

    /// <summary>Not everybody concerned has agreed that the others may spend his points.</summary>
    public const string ConsentNeeded = "groups.consent-needed";

    /// <summary>The proof that this kind asks for, such as a household register, was not seen.</summary>
    public const string ProofNeeded = "groups.proof-needed";

    /// <summary>The member is in a group of this kind already.</summary>
    public const string InOneAlready = "groups.in-one-already";

    /// <summary>The group has as many members as its kind allows.</summary>
    public const string Full = "groups.full";

    /// <summary>More members have to apply together.</summary>
    public const string TooFew = "groups.too-few";

    /// <summary>The group has ended.</summary>
    public const string Ended = "groups.ended";

    /// <summary>The member does not belong to the group.</summary>
    public const string NotInIt = "groups.not-in-it";

    /// <summary>The holder hands over first, or the group ends.</summary>
    public const string HolderStays = "groups.holder-stays";

    /// <summary>
    /// Members of standing groups have not agreed that more of them may pay with the points of all, or that they earn for
    /// the main card.
    /// </summary>
    public const string PoolNotAgreed = "groups.pool-not-agreed";
}

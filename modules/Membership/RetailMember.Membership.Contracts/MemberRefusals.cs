using RetailMember.UseCases;

namespace RetailMember.Membership;

/// <summary>What every module answers where a member or a tier is named that does not serve.</summary>
public static class MemberRefusals
{
    public const string NotFoundCode = "membership.member-not-found";
    public const string NotActiveCode = "membership.member-not-active";
    public const string CardEndedCode = "membership.card-ended";
    public const string TierNotFoundCode = "membership.tier-not-found";
    public const string TagNotFoundCode = "membership.tag-not-found";

    /// <summary>No member of the brand has this number, card or mobile; the identifier itself is not repeated.</summary>
    public static Refusal NotFound() => new(NotFoundCode, RefusalKind.NotFound);

    /// <summary>The member applies still, was refused, or has closed.</summary>
    public static Refusal NotActive(string memberNo) => new(NotActiveCode, RefusalKind.Conflict, ("memberNo", memberNo));

    /// <summary>The member's card is not valid any more: its points wait until it is renewed.</summary>
    public static Refusal CardEnded(string memberNo) => new(CardEndedCode, RefusalKind.Conflict, ("memberNo", memberNo));

    /// <summary>The brand's programme in force has no tier of this code.</summary>
    public static Refusal TierNotFound(string code) => new(TierNotFoundCode, RefusalKind.NotFound, ("tier", code));

    /// <summary>No tag of the brand that members can have now has this code.</summary>
    public static Refusal TagNotFound(string code) => new(TagNotFoundCode, RefusalKind.NotFound, ("tag", code));
}

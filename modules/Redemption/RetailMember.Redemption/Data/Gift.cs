using RetailMember.Data;

namespace RetailMember.Redemption.Data;

/// <summary>Something that a member has earned, from the reason to his hands or back.</summary>
internal sealed class Gift : IBrandOwned, IDisclosable
{
    /// <summary>The columns that its steps move.</summary>
    public static readonly string[] Moving =
        [nameof(State), nameof(Parts), nameof(Times), nameof(EarnedOn), nameof(ClaimUntil), nameof(MovedAt), nameof(MovedBy),
        nameof(StoreId), nameof(Note), nameof(Code), nameof(CodeIndex), nameof(Refusal),
        nameof(TakenForGood)];

    public const string CodePurpose = "redemption.gift-code";

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; init; }

    /// <summary>The business key; unique in the brand.</summary>
    public required string Key { get; init; }

    /// <summary>The rule that gives it; null where another module does.</summary>
    public Guid? RuleId { get; init; }

    /// <summary>A day of the period that the rule looked at.</summary>
    public DateOnly? CauseOn { get; init; }

    /// <summary>Why, such as the rule's code.</summary>
    public required string Reason { get; init; }

    /// <summary>List of <see cref="Gifts.GiftPart"/> as JSON.</summary>
    public required string Parts { get; set; }

    public GiftState State { get; set; }

    /// <summary>How often it was granted: more than once where it was taken back between.</summary>
    public int Times { get; set; }

    /// <summary>Business date of the brand.</summary>
    public DateOnly EarnedOn { get; set; }

    /// <summary>Last business day to claim it; null: given at once.</summary>
    public DateOnly? ClaimUntil { get; set; }

    /// <summary>Of its last step, UTC.</summary>
    public DateTime MovedAt { get; set; }

    /// <summary>Who took its last step.</summary>
    public required string MovedBy { get; set; }

    /// <summary>Where its last step was taken.</summary>
    public int? StoreId { get; set; }

    /// <summary>Why it was taken back or declined, or how its member was known who claimed it.</summary>
    public string? Note { get; set; }

    /// <summary>Opens it at a counter while it waits; null where it never waited, or nobody has asked for it yet.</summary>
    public string? Code { get; set; }

    /// <summary>Finds the code without opening it.</summary>
    public string? CodeIndex { get; set; }

    /// <summary>Why it, or part of it, could not be given; null where nothing is missing.</summary>
    public string? Refusal { get; set; }

    /// <summary>Somebody took it back by decision: its reason does not bring it again.</summary>
    public bool TakenForGood { get; set; }

    public string? DisclosedBy { get; set; }

    public DateTime? DisclosedAt { get; set; }

    /// <summary>May lose its reason: it is had, waits, or is still owed.</summary>
    public bool Stands => State is GiftState.Earned or GiftState.Given or GiftState.Failed;
}

/// <summary>The row that whoever decides on a member's gifts holds, so that two never decide on different receipts.</summary>
internal sealed class GiftHolder : IBrandOwned
{
    public Guid MemberId { get; init; }

    public int BrandId { get; init; }
}

/// <summary>For what reason members get what. Only a draft is edited.</summary>
internal sealed class GiftRule : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Unique in the brand.</summary>
    public required string Code { get; init; }

    public GiftRuleState State { get; set; }

    /// <summary><see cref="Gifts.Rules.GiftTerms"/> as JSON.</summary>
    public required string Terms { get; set; }

    /// <summary>Last day whose anniversaries and birthdays were looked at; null: none yet.</summary>
    public DateOnly? DoneUntil { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    public long Version { get; set; }
}

internal enum GiftRuleState
{
    Draft,

    /// <summary>Gives gifts; changes no more.</summary>
    Active,

    /// <summary>Gives no more; what it gave is still taken back where its reason falls away.</summary>
    Ended,
}

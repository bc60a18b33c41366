using System.Text.Json.Serialization;
using FluentValidation;
using RetailMember.Texts;

namespace RetailMember.Groups.Kinds;

/// <summary>Later ones let more members pay with the points of others.</summary>
internal enum PoolUse
{
    /// <summary>Everybody spends his own points only.</summary>
    Nobody,

    /// <summary>The main card may be paid for with everybody's points; the others spend their own.</summary>
    Holder,

    /// <summary>Each member may pay with everybody's points.</summary>
    Everybody,
}

/// <summary>To whose account the points of what members buy go.</summary>
internal enum EarningUse
{
    /// <summary>Everybody earns for himself.</summary>
    Own,

    /// <summary>All earn for the main card.</summary>
    Holder,
}

/// <summary>What a kind of group is.</summary>
internal sealed record KindTerms
{
    public const int MostEver = 500;

    public required LocalName Name { get; init; }

    /// <summary>How many members it may have, the holder included.</summary>
    public required int MostMembers { get; init; }

    /// <summary>How many apply for one together, the holder included; a group with fewer ends.</summary>
    public int LeastMembers { get; init; } = 1;

    /// <summary>Who may pay with the points of all.</summary>
    public PoolUse Pool { get; init; }

    /// <summary>Whose card earns for what members buy. Points of earlier purchases stay where they are.</summary>
    public EarningUse Earning { get; init; }

    /// <summary>A proof, such as a household register, must be seen before somebody joins.</summary>
    public bool ProofNeeded { get; init; }

    /// <summary>Its members live together: one does not recruit the other as a new customer.</summary>
    public bool Household { get; init; }

    /// <summary>Its groups bear a name, as companies do.</summary>
    public bool Named { get; init; }

    /// <summary>It matters to all who holds the main card: their points pay for him, or what they buy is earned for him.</summary>
    [JsonIgnore]
    public bool GivesToHolder => Pool == PoolUse.Holder || Earning == EarningUse.Holder;

    /// <summary>Members give something to others that they have not agreed to give under these other terms.</summary>
    public bool AsksMoreThan(KindTerms other) => Pool > other.Pool || Earning > other.Earning;
}

internal sealed class KindTermsRules : AbstractValidator<KindTerms>
{
    public KindTermsRules()
    {
        RuleFor(t => t.Name).SetValidator(new LocalNameRules());
        RuleFor(t => t.MostMembers).InclusiveBetween(2, KindTerms.MostEver);
        RuleFor(t => t.LeastMembers).GreaterThanOrEqualTo(1).LessThanOrEqualTo(t => t.MostMembers);
        RuleFor(t => t.Pool).IsInEnum();
        RuleFor(t => t.Earning).IsInEnum();
    }
}

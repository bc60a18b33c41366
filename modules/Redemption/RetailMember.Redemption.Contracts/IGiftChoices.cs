using RetailMember.Values;

namespace RetailMember.Redemption;

/// <summary>What gifts can be made of in the session's current brand, for other modules whose forms name some of it.</summary>
public interface IGiftChoices
{
    /// <summary>What can be given on a business day of the brand, by code.</summary>
    Task<IReadOnlyList<GiftChoice>> AtAsync(DateOnly day, CancellationToken cancel);
}

/// <summary>Something that a member can be given.</summary>
/// <param name="Code">Unique among its kind.</param>
/// <param name="Name">In the language of the request.</param>
/// <param name="Worth">Yuan that a voucher is worth; null: a percentage, or no voucher.</param>
public sealed record GiftChoice(GiftChoiceKind Kind, string Code, string Name, Money? Worth = null);

/// <summary>What kind of thing it is.</summary>
public enum GiftChoiceKind
{
    /// <summary>A voucher definition by which vouchers can be issued.</summary>
    Voucher,

    /// <summary>A reward that is goods or a service.</summary>
    Reward,

    /// <summary>A benefit.</summary>
    Benefit,
}

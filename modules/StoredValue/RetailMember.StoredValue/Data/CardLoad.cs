using RetailMember.Data;
using RetailMember.StoredValue.Types.Rules;

namespace RetailMember.StoredValue.Data;

/// <summary>
/// One load of a card with its two pockets. Its key owns the accounts in the ledger, so that limits, expiry and refunds
/// of one load never touch another.
/// </summary>
internal sealed class CardLoad : IBrandOwned
{
    /// <summary>The columns that moves of value write.</summary>
    public static readonly string[] Moving =
        [nameof(PrincipalLeftFen), nameof(BonusLeftFen), nameof(ExpiresOn)];

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid CardId { get; init; }

    /// <summary>The business key, unique in the brand.</summary>
    public required string Key { get; init; }

    public LoadKind Kind { get; init; }

    /// <summary>The version of the card's type by which it was judged.</summary>
    public int TypeVersion { get; init; }

    /// <summary>Fen that were paid.</summary>
    public long PrincipalFen { get; init; }

    /// <summary>Fen that were given on top.</summary>
    public long BonusFen { get; init; }

    /// <summary>Fen that can be spent: the balance of its account.</summary>
    public long PrincipalLeftFen { get; set; }

    public long BonusLeftFen { get; set; }

    /// <summary>A JSON list of the codes of the categories that it pays for; null: those of the card's type.</summary>
    public string? Categories { get; init; }

    /// <summary>Where it was sold; null: at no store.</summary>
    public int? StoreId { get; init; }

    /// <summary>The business date in the brand's time zone.</summary>
    public DateOnly On { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>The last day of use; null: for ever.</summary>
    public DateOnly? ExpiresOn { get; set; }

    public Pockets Left => new(PrincipalLeftFen, BonusLeftFen);
}

internal enum LoadKind
{
    /// <summary>The first one, with which the card was sold.</summary>
    First,
    Reload,

    /// <summary>Given: all of it is bonus.</summary>
    Gift,

    /// <summary>Paid for by the holder on his phone.</summary>
    Online,
}

using RetailMember.Data;

namespace RetailMember.Pharmacy.Data;

/// <summary>An article of the brand's assortment with its drug class.</summary>
internal sealed class DrugArticle : IBrandOwned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Unique in the brand, as <see cref="CodeOf"/> writes it.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public DrugClass Class { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    /// <summary>A typed code in the one way in which it is kept and looked up: case and blanks make no other article.</summary>
    public static string CodeOf(string typed) => typed.Trim().ToLowerInvariant();
}

/// <summary>What the law calls a medicine.</summary>
internal enum DrugClass
{
    /// <summary>No medicine.</summary>
    None,

    /// <summary>Sold without a prescription, class B.</summary>
    OtcB,

    /// <summary>Sold without a prescription by a pharmacist, class A.</summary>
    OtcA,

    /// <summary>Sold on prescription.</summary>
    Prescription,
}

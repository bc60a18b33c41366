using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Portal.Data;
using RetailMember.Texts;

namespace RetailMember.Portal.Consents;

/// <summary>What members are asked to agree to: the brand's own words where it has published some, else the product's.</summary>
internal sealed class Wordings(PortalDb db, TextCatalogue texts)
{
    /// <summary>The version of the words that the product brings.</summary>
    public const int OfProduct = 1;

    /// <summary>The words that count now, for each purpose.</summary>
    public async Task<IReadOnlyList<Wording>> NowAsync(Brand brand, string language, CancellationToken cancel)
    {
        var own = await db.ConsentWordings.AsNoTracking().ToListAsync(cancel);
        return
        [
            .. from purpose in Enum.GetValues<ConsentPurpose>()
               let latest = own.Where(w => w.Purpose == purpose).MaxBy(w => w.Version)
               select latest is null
                   ? new Wording(purpose, OfProduct, Product(purpose, brand, language))
                   : new Wording(purpose, latest.Version, language == TextCatalogue.DefaultLanguage ? latest.Chinese : latest.English),
        ];
    }

    /// <summary>The words that the product brings.</summary>
    public string Product(ConsentPurpose purpose, Brand brand, string language) =>
        texts.For(language).Format($"portal.wording.{purpose.ToString().ToLowerInvariant()}", [("brand", brand.Name)]);
}

/// <summary>What is agreed to, in the words that the member has before him.</summary>
/// <param name="WordingVersion">Sent back with the consent.</param>
internal sealed record Wording(ConsentPurpose Purpose, int WordingVersion, string Text);

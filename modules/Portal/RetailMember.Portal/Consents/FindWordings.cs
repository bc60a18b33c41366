using Microsoft.EntityFrameworkCore;
using RetailMember.Portal.Data;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Portal.Consents;

/// <summary>The words of each purpose in both languages, those that count now and those before them, latest first.</summary>
[Needs(PortalPermissions.PublishWordings)]
internal sealed class FindWordings(PortalDb db, Wordings wordings) : Query<FindWordings.Input, FindWordings.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var own = await db.ConsentWordings.AsNoTracking().ToListAsync(cancel);
        var published = own.Select(w => new Row(w.Purpose, w.Version, w.Chinese, w.English, w.PublishedAt, w.PublishedBy));
        var brought = Enum.GetValues<ConsentPurpose>().Select(purpose => new Row(
            purpose, Wordings.OfProduct,
            wordings.Product(purpose, call.RequiredBrand, TextCatalogue.DefaultLanguage),
            wordings.Product(purpose, call.RequiredBrand, "en"), null, null));
        return new Result([.. published.Concat(brought).OrderBy(r => r.Purpose).ThenByDescending(r => r.WordingVersion)]);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Wordings">Of each purpose the first one counts now.</param>
    internal sealed record Result(IReadOnlyList<Row> Wordings);

    /// <param name="PublishedAt">UTC; absent for the words that the product brings.</param>
    internal sealed record Row(
        ConsentPurpose Purpose, int WordingVersion, string Chinese, string English, DateTime? PublishedAt, string? PublishedBy);
}

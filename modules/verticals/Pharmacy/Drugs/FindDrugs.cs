using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Pharmacy.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Pharmacy.Drugs;

/// <summary>The brand's articles with their classes, by code.</summary>
[Needs(PharmacyPermissions.ViewDrugs)]
internal sealed class FindDrugs(PharmacyDb db) : Query<FindDrugs.Input, PageOf<FindDrugs.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var articles = db.DrugArticles.AsNoTracking();
        if (input.DrugClass is { } only) articles = articles.Where(a => a.Class == only);
        if (Cursor.Read<string>(input.After) is { } after) articles = articles.Where(a => string.Compare(a.Code, after) > 0);
        var rows = await articles.OrderBy(a => a.Code).Take(input.Size + 1).ToListAsync(cancel);
        return PageOf<Row>.Of(
            rows, input.Size, a => a.Code, a => new Row(a.Code, a.Name, a.Class, a.Class >= DrugClass.OtcA, a.EditedBy, a.EditedAt));
    }

    internal sealed record Input(DrugClass? DrugClass = null, string? After = null, int Size = Cursor.DefaultSize)
        : IInput<PageOf<Row>>;

    /// <param name="IsForbidden">It may be no reward and no gift.</param>
    /// <param name="EditedAt">UTC.</param>
    internal sealed record Row(
        string Article, string Name, DrugClass DrugClass, bool IsForbidden, string EditedBy, DateTime EditedAt);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}

using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.People;
using RetailMember.Platform.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Platform.Audit;

/// <summary>
/// Who did what, when, by which door: newest first. In a brand only what was done there; for the chain everything.
/// </summary>
[Needs("Platform.Audit.View")]
internal sealed class FindAudit(PlatformDb db) : Query<FindAudit.Input, PageOf<FindAudit.Item>>
{
    /// <param name="UseCase">Stable name, for example <c>membership.adjust-points</c>.</param>
    /// <param name="Caller">User name, till name or job.</param>
    /// <param name="From">UTC, inclusive.</param>
    /// <param name="To">UTC, exclusive.</param>
    public sealed record Input(
        string? UseCase = null,
        string? Caller = null,
        CallerKind? CallerKind = null,
        DateTime? From = null,
        DateTime? To = null,
        string? After = null,
        int Size = Cursor.DefaultSize) : IInput<PageOf<Item>>;

    /// <param name="Id">Of the command, unique.</param>
    /// <param name="BrandId">Null for the chain.</param>
    /// <param name="Input">What a person asked for, personal fields left out; null for tills and jobs.</param>
    /// <param name="At">UTC.</param>
    public sealed record Item(
        Guid Id,
        DateTime At,
        int? BrandId,
        int? StoreId,
        string UseCase,
        string Key,
        CallerKind CallerKind,
        string Caller,
        Channel Channel,
        string? Input);

    private sealed record Place(DateTime At, int BrandId, Guid Id);

    protected override async Task<PageOf<Item>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var after = Cursor.Read<Place>(input.After);
        var rows = new List<Item>();

        // Brand by brand along the index of each, then merged: brands are few, commands are not. Within a brand the ids
        // stay in the database's order, which is not everywhere that of memory.
        foreach (var brandId in call.Brand is { } brand ? [brand.Id] : await BrandsAsync(cancel))
            rows.AddRange(await NewestAsync(brandId, input, after, cancel));
        var newest = rows.OrderByDescending(r => r.At).ThenByDescending(r => r.BrandId ?? 0)
            .Take(input.Size + 1).ToList();
        return PageOf<Item>.Of(newest, input.Size, r => new Place(r.At, r.BrandId ?? 0, r.Id), r => r);
    }

    private async Task<List<int>> BrandsAsync(CancellationToken cancel) =>
        [0, .. await db.Brands.Select(b => b.Id).ToListAsync(cancel)];

    private async Task<List<Item>> NewestAsync(int brandId, Input input, Place? after, CancellationToken cancel)
    {
        var rows = db.Commands.IgnoreQueryFilters().AsNoTracking().Where(c => c.BrandId == brandId);
        if (input.UseCase is { } useCase) rows = rows.Where(c => c.UseCase == useCase);
        if (input.Caller is { } caller) rows = rows.Where(c => c.CallerName == caller);
        if (input.CallerKind is { } kind) rows = rows.Where(c => c.CallerKind == kind);
        if (input.From is { } from) rows = rows.Where(c => c.At >= from.ToUniversalTime());
        if (input.To is { } to) rows = rows.Where(c => c.At < to.ToUniversalTime());
        if (after is not null)
        {
            rows = rows.Where(c => c.At < after.At || (c.At == after.At
                && (c.BrandId < after.BrandId || (c.BrandId == after.BrandId && c.Id < after.Id))));
        }

        return await rows.OrderByDescending(c => c.At).ThenByDescending(c => c.Id)
            .Take(input.Size + 1)
            .Select(c => new Item(
                c.Id,
                c.At,
                c.BrandId == 0 ? null : c.BrandId,
                c.StoreId,
                c.UseCase,
                c.Key,
                c.CallerKind,
                c.CallerName,
                c.Channel,
                c.Input))
            .ToListAsync(cancel);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers.Rules;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers;

/// <summary>Reads voucher definitions of the current brand with their terms opened.</summary>
internal sealed class DefinitionShelf(RedemptionDb db)
{
    public Task<IReadOnlyList<KnownDefinition>> OfCodesAsync(IReadOnlyCollection<string> codes, CancellationToken cancel) =>
        ReadAsync(db.VoucherDefinitions.Where(d => EF.Parameter(codes).Contains(d.Code)), cancel);

    public Task<IReadOnlyList<KnownDefinition>> OfIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        ReadAsync(db.VoucherDefinitions.Where(d => EF.Parameter(ids).Contains(d.Id)), cancel);

    /// <summary>To be changed through the context.</summary>
    public async Task<VoucherDefinition> FindAsync(string code, CancellationToken cancel) =>
        await db.VoucherDefinitions.SingleOrDefaultAsync(d => d.Code == code, cancel)
        ?? throw new Refusal("redemption.voucher-definition-not-found", RefusalKind.NotFound, ("definition", code));

    private static async Task<IReadOnlyList<KnownDefinition>> ReadAsync(
        IQueryable<VoucherDefinition> definitions, CancellationToken cancel) =>
        [.. (await definitions.AsNoTracking().ToListAsync(cancel)).Select(KnownDefinition.Of)];
}

/// <summary>A definition with its terms opened.</summary>
internal sealed record KnownDefinition(Guid Id, string Code, VoucherDefinitionState State, VoucherTerms Terms)
{
    public static KnownDefinition Of(VoucherDefinition row) => new(row.Id, row.Code, row.State, TermsOf(row));

    public static VoucherTerms TermsOf(VoucherDefinition row) =>
        JsonSerializer.Deserialize<VoucherTerms>(row.Terms, Json.Stored)!;

    public bool CanBeIssuedOn(DateOnly day) =>
        State == VoucherDefinitionState.Active && Terms.Validity.CanBeIssuedOn(day);
}

using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Commissions.Campaigns;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions.Editing;

/// <summary>What a rate can be made for, with what people call it.</summary>
[Needs(SalesPermissions.ViewCommissions)]
internal sealed class ReadCommissionChoices(StoredValueDb db, CardTypeShelf types, NamedInRules named)
    : Query<ReadCommissionChoices.Input, ReadCommissionChoices.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var codes = await db.CardTypes.AsNoTracking().OrderBy(t => t.Code).Select(t => t.Code).ToListAsync(cancel);
        var campaigns = await db.SalesCampaigns.AsNoTracking().OrderByDescending(c => c.From).ToListAsync(cancel);
        return new Result(
            named.RolesOf(call.RequiredBrand.Id),
            await types.NamesAsync(codes, cancel),
            [.. campaigns.Select(SalesCampaignView.Of)]);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Roles">Codes, those that head office has made for itself last.</param>
    /// <param name="CardTypes">Names by code.</param>
    internal sealed record Result(
        IReadOnlyList<string> Roles, IReadOnlyDictionary<string, LocalName> CardTypes, IReadOnlyList<SalesCampaignView> Campaigns);
}

using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption;

/// <summary>What forms of the catalogue and of vouchers may choose from.</summary>
[Needs(RedemptionPermissions.ViewVouchers)]
internal sealed class ReadChoices(
    RedemptionDb db, IMemberTiers tiers, IMemberTags tags, ModuleSwitches modules, IEnumerable<IRewardCondition> conditions,
    OfferedRights rights)
    : Query<ReadChoices.Input, ReadChoices.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var definitions = await db.VoucherDefinitions.AsNoTracking().OrderBy(d => d.Code).ToListAsync(cancel);
        return new Result(
            await tiers.AtAsync(call.At, cancel),
            await tags.ChoicesAsync(cancel),
            [.. conditions.Where(c => modules.IsOn(c.Module)).Select(c => c.Name).Order(StringComparer.Ordinal)],
            [.. rights.Names],
            [.. definitions.Select(d => new Definition(d.Code, KnownDefinition.TermsOf(d).Name, d.State))]);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Tiers">Lowest first.</param>
    /// <param name="Conditions">Names of other modules' conditions that a price may ask for.</param>
    /// <param name="Rights">Names of other modules' rights that points may buy.</param>
    internal sealed record Result(
        IReadOnlyList<MemberTier> Tiers,
        IReadOnlyList<TagChoice> Tags,
        IReadOnlyList<string> Conditions,
        IReadOnlyList<string> Rights,
        IReadOnlyList<Definition> Definitions)
    {
        public static readonly Result None = new([], [], [], [], []);
    }

    internal sealed record Definition(string Code, LocalName Name, VoucherDefinitionState State);
}

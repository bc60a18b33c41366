using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules.Editing;
using RetailMember.Redemption;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Rankings;

/// <summary>
/// The voucher that each place of a ranking is given, as the rules say by which it was frozen: once a place, to whoever
/// stands for its winner by now.
/// </summary>
internal sealed class RankingPrizes(PharmacyDb db, ClubRules rules, IGifts gifts, IMergedMembers merged)
{
    /// <summary>Code of the voucher; null where a ranking gives none.</summary>
    public async Task<string?> VoucherAsync(Ranking ranking, CancellationToken cancel) =>
        (await rules.OfVersionAsync(ranking.Rules, cancel)).Ranking.Voucher;

    /// <summary>The places whose prize was not given yet.</summary>
    public async Task<IReadOnlyList<RankedMember>> MissingAsync(Ranking ranking, CancellationToken cancel)
    {
        if (await VoucherAsync(ranking, cancel) is null) return [];
        var winners = await db.RankedMembers.AsNoTracking().Where(r => r.RankingId == ranking.Id)
            .OrderBy(r => r.Place).ToListAsync(cancel);
        var given = await gifts.ReadAsync([.. winners.Select(KeyOf)], cancel);
        return [.. winners.Where(w => !given.ContainsKey(KeyOf(w)))];
    }

    /// <summary>
    /// Gives what is missing: the voucher that was promised, and once that cannot be issued any more the one of the rules in
    /// force now. Refuses <c>pharmacy.ranking-prize-ended</c> where neither can; one winner who cannot have it leaves the
    /// others theirs.
    /// </summary>
    public async Task<(int Given, int Missing)> GiveAsync(Ranking ranking, CallContext call, CancellationToken cancel)
    {
        if (await VoucherAsync(ranking, cancel) is not { } promised) return (0, 0);
        var missing = await MissingAsync(ranking, cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        var outcomes = await GrantAsync(missing, promised, today, call, cancel);
        if (outcomes.Any(CannotBeIssued) && (await rules.OnAsync(today, cancel)).Rules.Ranking.Voucher is { } instead)
            outcomes = await GrantAsync(missing, instead, today, call, cancel);
        if (outcomes.Any(CannotBeIssued))
            throw new Refusal("pharmacy.ranking-prize-ended", RefusalKind.Conflict, ("voucher", promised));
        var refused = outcomes.Count(o => o.Refusal is not null);
        return (outcomes.Count - refused, refused);
    }

    private async Task<IReadOnlyList<GiftOutcome>> GrantAsync(
        IReadOnlyList<RankedMember> winners, string voucher, DateOnly today, CallContext call, CancellationToken cancel)
    {
        var standing = await merged.StandingForAsync([.. winners.Select(w => w.MemberId)], cancel);
        var occasion = new VoucherOccasion(call.At, today, call.Caller.Name);
        return await gifts.GrantAsync(
            [.. winners.Select(w => new GiftGrant(
                KeyOf(w), standing.GetValueOrDefault(w.MemberId, w.MemberId), GiftContents.OfVouchers(voucher),
                "pharmacy.ranking", occasion))], cancel);
    }

    private static bool CannotBeIssued(GiftOutcome outcome) =>
        outcome.Refusal is VoucherRefusals.DefinitionNotActive or GiftRefusals.UnknownContents;

    private static string KeyOf(RankedMember winner) => $"pharmacy/ranking/{winner.RankingId:N}/{winner.Place}";
}

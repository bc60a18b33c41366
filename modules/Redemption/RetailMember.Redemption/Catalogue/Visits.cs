using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue.Rules;

namespace RetailMember.Redemption.Catalogue;

/// <summary>Gathers what prices may depend on, and asks other modules only for what some price names.</summary>
internal sealed class Visits(
    IMemberReceipts receipts, IEnumerable<IRewardCondition> conditions, OfferedRights rights, ModuleSwitches modules,
    IBrandDirectory brands, DataSession session)
{
    /// <summary>One question a source, however many members.</summary>
    public async Task<VisitBook> OpenAsync(
        IReadOnlyCollection<MemberSummary> members, IReadOnlyCollection<Offer> offers, DateOnly on, CancellationToken cancel)
    {
        Guid[] ids = [.. members.Select(m => m.Id).Distinct()];
        List<ConditionalPrice> prices = [.. offers.SelectMany(o => o.Terms.Prices)];
        var bought = prices.Exists(p => p.ReceiptOfToday is not null)
            ? await receipts.OfDayAsync(ids, on, cancel)
            : new Dictionary<Guid, IReadOnlyList<MemberReceipt>>();
        var met = new Dictionary<string, IReadOnlySet<Guid>>();
        foreach (var name in prices.Select(p => p.Condition).OfType<string>().Distinct())
            if (conditions.SingleOrDefault(c => c.Name == name) is { } known && modules.IsOn(known.Module))
                met[name] = await known.WhoMeetsAsync(ids, on, cancel);
        string[] named = [.. offers.Select(o => o.Terms.Right?.Name).OfType<string>().Distinct()];
        return new VisitBook(bought, met, store => RightsAt(named, store), on);
    }

    /// <summary>A member's receipts of a day.</summary>
    public async Task<IReadOnlyList<MemberReceipt>> ReceiptsAsync(Guid member, DateOnly on, CancellationToken cancel) =>
        (await receipts.OfDayAsync([member], on, cancel)).GetValueOrDefault(member) ?? [];

    private HashSet<string> RightsAt(string[] named, string? store)
    {
        var place = store is null ? null : brands.FindStore(session.Brand!.Value, store)?.Id;
        return [.. named.Where(n => rights.Find(n, place) is not null)];
    }
}

internal sealed class VisitBook(
    IReadOnlyDictionary<Guid, IReadOnlyList<MemberReceipt>> receipts,
    IReadOnlyDictionary<string, IReadOnlySet<Guid>> conditions,
    Func<string?, IReadOnlySet<string>> rightsAt,
    DateOnly on)
{
    /// <param name="member">Who.</param>
    /// <param name="store">Code; null where he is at none.</param>
    public Visit Of(MemberSummary member, string? store) => new(
        member,
        store,
        on,
        receipts.GetValueOrDefault(member.Id) ?? [],
        conditions.Where(c => c.Value.Contains(member.Id)).Select(c => c.Key).ToHashSet(),
        rightsAt(store));
}

using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Tags;

/// <summary>Reads what rules look at, for many members in a handful of statements.</summary>
internal sealed class TagFactsReader(IRows rows, IBrandDirectory brands)
{
    /// <param name="members">Of the brand.</param>
    /// <param name="rules">What they do not look at is not read.</param>
    /// <param name="brand">Decides the hour of the day.</param>
    /// <param name="day">The business day on which the rules look.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyDictionary<Guid, TagFacts>> OfAsync(
        IReadOnlyCollection<Member> members, IReadOnlyCollection<TagTerms> rules, Brand brand, DateOnly day, CancellationToken cancel)
    {
        var conditions = rules.SelectMany(r => r.Conditions).ToList();
        var receipts = conditions.Exists(LooksAtReceipts)
            ? await ReceiptsAsync(members, conditions.Exists(LooksAtLines), brand, cancel)
            : [];
        var birthdays = conditions.Exists(c => TagWhy.OfBirthday(c.Measure))
            ? await BirthdaysAsync(members, cancel)
            : [];
        return members.ToDictionary(m => m.Id, m => new TagFacts(
            day, m.JoinedOn, m.Tier, m.PersonId is { } person ? birthdays.GetValueOrDefault(person) : null,
            receipts.GetValueOrDefault(m.Id) ?? []));
    }

    private static bool LooksAtReceipts(TagCondition condition) =>
        TagConditionRules.HasWindow(condition.Measure) || TagConditionRules.HasCategories(condition.Measure);

    private static bool LooksAtLines(TagCondition condition) =>
        condition.Categories.Count > 0 || condition.Measure == TagMeasure.Pieces;

    private async Task<Dictionary<Guid, List<TagReceipt>>> ReceiptsAsync(
        IReadOnlyCollection<Member> members, bool withLines, Brand brand, CancellationToken cancel)
    {
        var purchases = await rows.ReadAsync<Purchase, Guid>(p => p.MemberId, [.. members.Select(m => m.Id)], cancel);
        purchases.RemoveAll(p => p.PaidFen <= p.RefundedFen);
        var lines = withLines
            ? (await rows.ReadAsync<PurchaseLine, Guid>(l => l.PurchaseId, [.. purchases.Select(p => p.Id)], cancel))
                .ToLookup(l => l.PurchaseId, l => new TagLine(l.Category, l.Quantity, l.PaidFen - l.RefundedFen))
            : null;
        var stores = brands.StoresOf(brand.Id).ToDictionary(s => s.Id, s => s.Code);
        var receipts = new Dictionary<Guid, List<TagReceipt>>();
        foreach (var purchase in purchases)
        {
            if (!receipts.TryGetValue(purchase.MemberId, out var own)) receipts[purchase.MemberId] = own = [];
            own.Add(new TagReceipt(
                purchase.BusinessDate, brand.LocalOf(purchase.OccurredAt).Hour, stores.GetValueOrDefault(purchase.StoreId) ?? "",
                purchase.PaidFen - purchase.RefundedFen, lines is null ? [] : [.. lines[purchase.Id]]));
        }

        return receipts;
    }

    private async Task<Dictionary<Guid, DateOnly?>> BirthdaysAsync(IReadOnlyCollection<Member> members, CancellationToken cancel)
    {
        Guid[] ids = [.. members.Select(m => m.PersonId).OfType<Guid>()];
        return (await rows.ReadAsync<Person, Guid>(p => p.Id, ids, cancel)).ToDictionary(p => p.Id, p => p.Birthday);
    }
}

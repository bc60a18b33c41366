using RetailMember.Brands;
using RetailMember.Events;

namespace RetailMember.Membership.Tags;

/// <summary>Judges members again at once where something happened that rules look at; the nightly count finds the rest.</summary>
internal sealed class TagListener(TagKeeper keeper, TagShelf shelf, IBrandDirectory brands, TimeProvider time)
{
    /// <summary>Older receipts come by the thousand, in imports: they are left to the nightly count.</summary>
    private const int FreshDays = 2;

    public async Task JudgeAsync(int brandId, IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        if (members.Count == 0 || brands.Find(brandId) is not { } brand || !await shelf.HasRulesAsync(cancel)) return;
        var now = time.GetUtcNow().UtcDateTime;
        await keeper.RefreshAsync(members, new TagOccasion(brand, brand.DateOf(now), now, "tags"), cancel);
    }

    public bool IsFresh(int brandId, DateOnly day) =>
        brands.Find(brandId) is { } brand && day > time.Today(brand).AddDays(-FreshDays);
}

internal sealed class TagsOfPurchases(TagListener listener) : Subscriber<PurchaseRecorded>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<PurchaseRecorded>> events, CancellationToken cancel)
    {
        foreach (var brand in events.Select(e => e.Event).Where(e => listener.IsFresh(e.BrandId, e.BusinessDate)).GroupBy(e => e.BrandId))
            await listener.JudgeAsync(brand.Key, [.. brand.Select(e => e.MemberId)], cancel);
    }
}

internal sealed class TagsOfRefunds(TagListener listener) : Subscriber<PurchaseRefunded>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<PurchaseRefunded>> events, CancellationToken cancel)
    {
        foreach (var brand in events.Select(e => e.Event).Where(e => listener.IsFresh(e.BrandId, e.BusinessDate)).GroupBy(e => e.BrandId))
            await listener.JudgeAsync(brand.Key, [.. brand.Select(e => e.MemberId)], cancel);
    }
}

internal sealed class TagsOfMerges(TagListener listener) : Subscriber<MembersMerged>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<MembersMerged>> events, CancellationToken cancel)
    {
        foreach (var merge in events.Select(e => e.Event))
            await listener.JudgeAsync(merge.BrandId, [merge.SurvivorId, merge.DuplicateId], cancel);
    }
}

internal sealed class TagsOfUnmerges(TagListener listener) : Subscriber<MembersUnmerged>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<MembersUnmerged>> events, CancellationToken cancel)
    {
        foreach (var merge in events.Select(e => e.Event))
            await listener.JudgeAsync(merge.BrandId, [merge.SurvivorId, merge.DuplicateId], cancel);
    }
}

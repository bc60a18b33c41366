using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Channels;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Batches;

/// <summary>Batches of the current brand. Whatever counts on one has locked its row.</summary>
internal sealed class BatchShelf(StoredValueDb db, IRows rows, SalesChannels channels)
{
    private static readonly string[] Counted = [nameof(CardBatch.Made), nameof(CardBatch.Issued), nameof(CardBatch.State)];

    public async Task<CardBatch> LockAsync(string code, CancellationToken cancel)
    {
        var id = await db.CardBatches.Where(b => b.Code == code).Select(b => (Guid?)b.Id).SingleOrDefaultAsync(cancel)
            ?? throw NotFound(code);
        return (await rows.LockAsync<CardBatch, Guid>(b => b.Id, [id], cancel)).Single();
    }

    public Task SaveAsync(CardBatch batch, CancellationToken cancel) => rows.UpdateAsync([batch], Counted, cancel);

    public async Task<CardBatchView> ViewAsync(CardBatch batch, CancellationToken cancel) => (await ViewsAsync([batch], cancel))[0];

    public async Task<IReadOnlyList<CardBatchView>> ViewsAsync(IReadOnlyList<CardBatch> batches, CancellationToken cancel)
    {
        Guid[] types = [.. batches.Select(b => b.TypeId).Distinct()];
        var codes = await db.CardTypes.AsNoTracking().Where(t => EF.Parameter(types).Contains(t.Id))
            .ToDictionaryAsync(t => t.Id, t => t.Code, cancel);
        var names = await channels.NamesAsync(cancel);
        return [.. batches.Select(b => CardBatchView.Of(b, codes[b.TypeId], b.Channel is { } code ? names.GetValueOrDefault(code) : null))];
    }

    public static Refusal NotFound(string code) => new("storedvalue.batch-not-found", RefusalKind.NotFound, ("batch", code));
}

/// <summary>A batch of gift cards.</summary>
/// <param name="BatchCode">Its code.</param>
/// <param name="FaceAmount">Yuan on each card, all of it bonus.</param>
/// <param name="Quota">The most cards.</param>
/// <param name="CardsMade">Made so far.</param>
/// <param name="CardsIssued">Handed out so far.</param>
/// <param name="SalesChannel">Code of the channel through which they are handed out; left out: nobody named one.</param>
/// <param name="SalesChannelName">What people call it.</param>
/// <param name="IssueTo">Last day on which they are handed out; left out: until they are gone.</param>
internal sealed record CardBatchView(
    string BatchCode, LocalName Name, string CardType, Money FaceAmount, int Quota, int CardsMade, int CardsIssued,
    string? SalesChannel, LocalName? SalesChannelName, IReadOnlyList<string> Categories, DateOnly IssueFrom, DateOnly? IssueTo,
    CardBatchState State, string StartedBy, DateTime StartedAt)
{
    public static CardBatchView Of(CardBatch batch, string type, LocalName? channelName) => new(
        batch.Code, JsonSerializer.Deserialize<LocalName>(batch.Name, Json.Stored)!, type, new Money(batch.FaceFen), batch.Quota,
        batch.Made, batch.Issued, batch.Channel, channelName, CategoriesOf(batch) ?? [], batch.IssueFrom, batch.IssueTo, batch.State,
        batch.StartedBy, batch.StartedAt);

    public static IReadOnlyList<string>? CategoriesOf(CardBatch batch) =>
        batch.Categories is { } list ? JsonSerializer.Deserialize<string[]>(list, Json.Stored) : null;
}

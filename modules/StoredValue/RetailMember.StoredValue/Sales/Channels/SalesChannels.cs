using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales.Channels;

/// <summary>The brand's list of sales channels: whatever is sold, handed out or planned by one names it by its code.</summary>
internal sealed class SalesChannels(StoredValueDb db)
{
    public async Task<IReadOnlyList<SalesChannelView>> AllAsync(CancellationToken cancel) =>
    [
        .. (await db.SalesChannels.AsNoTracking().ToListAsync(cancel))
            .OrderBy(c => c.Closed).ThenBy(c => c.Code, StringComparer.Ordinal).Select(SalesChannelView.Of),
    ];

    /// <summary>Those that something new can name.</summary>
    public async Task<IReadOnlyList<SalesChannelView>> OpenAsync(CancellationToken cancel) =>
        [.. (await AllAsync(cancel)).Where(c => !c.Closed)];

    /// <summary>The code of one that is open; null where none is named. Refuses one that is unknown or closed.</summary>
    public async Task<string?> RequireOpenAsync(string? code, CancellationToken cancel)
    {
        if (code is not { Length: > 0 }) return null;
        var channel = await db.SalesChannels.AsNoTracking().SingleOrDefaultAsync(c => c.Code == code, cancel)
            ?? throw new Refusal("storedvalue.channel-not-found", RefusalKind.NotFound, ("channel", code));
        return channel.Closed
            ? throw new Refusal("storedvalue.channel-closed", RefusalKind.Conflict, ("channel", code))
            : channel.Code;
    }

    /// <summary>The code of the one by which holders order on their phones; null: none.</summary>
    public Task<string?> OnlineAsync(CancellationToken cancel) => db.SalesChannels.AsNoTracking()
        .Where(c => c.TakesOnline && !c.Closed).Select(c => (string?)c.Code).FirstOrDefaultAsync(cancel);

    /// <summary>What people call channels, by their codes.</summary>
    public Task<Dictionary<string, LocalName>> NamesAsync(CancellationToken cancel) =>
        db.SalesChannels.AsNoTracking().ToDictionaryAsync(c => c.Code, c => new LocalName(c.NameZh, c.NameEn), cancel);
}

/// <summary>A sales channel as staff reads it.</summary>
/// <param name="SalesChannel">Its code.</param>
/// <param name="Closed">Nothing new names it.</param>
/// <param name="TakesOnline">What holders order on their phones is its.</param>
internal sealed record SalesChannelView(string SalesChannel, LocalName Name, bool Closed, bool TakesOnline)
{
    public static SalesChannelView Of(SalesChannel c) => new(c.Code, new LocalName(c.NameZh, c.NameEn), c.Closed, c.TakesOnline);
}

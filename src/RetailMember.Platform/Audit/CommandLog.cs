using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.Audit;

/// <summary>One statement to find a batch's keys, one to write its rows.</summary>
internal sealed class CommandLog(PlatformDb db, IRows rows) : ICommandLog
{
    public async Task<IReadOnlyDictionary<string, CommandRecord>> FindAsync(
        int brandId, string useCase, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        if (keys.Count == 0) return new Dictionary<string, CommandRecord>();
        string[] wanted = [.. keys];
        return await db.Commands.IgnoreQueryFilters().AsNoTracking()
            .Where(c => c.BrandId == brandId && c.UseCase == useCase && EF.Parameter(wanted).Contains(c.Key))
            .ToDictionaryAsync(c => c.Key, c => c.ToRecord(), cancel);
    }

    public Task AppendAsync(IReadOnlyCollection<CommandRecord> records, CancellationToken cancel) =>
        rows.InsertAsync([.. records.Select(CommandRow.Of)], cancel);
}

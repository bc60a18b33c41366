using RetailMember.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.Audit;

/// <summary>One statement to find a batch's keys, one to write its rows.</summary>
internal sealed class CommandLog(IRows rows) : ICommandLog
{
    public async Task<IReadOnlyDictionary<string, CommandRecord>> FindAsync(
        int brandId, string useCase, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        if (keys.Count == 0) return new Dictionary<string, CommandRecord>();
        var found = await rows.ReadAsync<CommandRow, string>(c => c.Key, keys, cancel);
        return found.Where(c => c.BrandId == brandId && c.UseCase == useCase).ToDictionary(c => c.Key, c => c.ToRecord());
    }

    public Task AppendAsync(IReadOnlyCollection<CommandRecord> records, CancellationToken cancel) =>
        rows.InsertAsync([.. records.Select(CommandRow.Of)], cancel);
}

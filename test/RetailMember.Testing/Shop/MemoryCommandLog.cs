using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using RetailMember.UseCases;

namespace RetailMember.Testing.Shop;

/// <summary>Commands with their answers, as the platform's table would keep them.</summary>
public sealed class MemoryCommandLog : ICommandLog
{
    private readonly ConcurrentDictionary<(int, string, string), CommandRecord> known = new();

    public IReadOnlyCollection<CommandRecord> Records => [.. known.Values];

    public Task<IReadOnlyDictionary<string, CommandRecord>> FindAsync(
        int brandId, string useCase, IReadOnlyCollection<string> keys, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<string, CommandRecord>>(
            keys.Where(k => known.ContainsKey((brandId, useCase, k))).ToDictionary(k => k, k => known[(brandId, useCase, k)]));

    public Task AppendAsync(IReadOnlyCollection<CommandRecord> records, CancellationToken cancel)
    {
        // The table's key: of two that ran beside each other, the later one begins anew and finds the first one's answer.
        lock (known)
        {
            if (records.Any(r => known.ContainsKey((r.BrandId, r.UseCase, r.Key))))
                throw new DbUpdateConcurrencyException("A command with this key was written meanwhile.");
            foreach (var record in records) known[(record.BrandId, record.UseCase, record.Key)] = record;
        }

        return Task.CompletedTask;
    }
}

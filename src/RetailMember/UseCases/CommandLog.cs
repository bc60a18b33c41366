using RetailMember.People;

namespace RetailMember.UseCases;

/// <summary>One accepted command: the proof that it was done, its first answer, and who asked for it.</summary>
/// <param name="BrandId">0 for the chain.</param>
/// <param name="Key">The business key, or a key of its own for a command without one.</param>
/// <param name="InputHash">Keyed hash of the input; another hash under the same key is refused. Empty for a command without a key.</param>
/// <param name="Input">
/// What a person or member asked for, personal fields left out, with what it was about; null for tills and the house.
/// </param>
/// <param name="Answer">The first answer as JSON, kept for keyed commands.</param>
/// <param name="At">UTC.</param>
public sealed record CommandRecord(
    Guid Id,
    int BrandId,
    int? StoreId,
    string UseCase,
    string Key,
    byte[] InputHash,
    string? Input,
    string? Answer,
    CallerKind CallerKind,
    Guid? CallerId,
    string CallerName,
    Channel Channel,
    DateTime At);

/// <summary>Idempotency and audit trail in one row, written in the command's own transaction.</summary>
public interface ICommandLog
{
    /// <summary>The records of those keys that were used before.</summary>
    Task<IReadOnlyDictionary<string, CommandRecord>> FindAsync(
        int brandId, string useCase, IReadOnlyCollection<string> keys, CancellationToken cancel);

    Task AppendAsync(IReadOnlyCollection<CommandRecord> records, CancellationToken cancel);
}

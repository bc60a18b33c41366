using RetailMember.Pharmacy.Data;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Health;

/// <summary>Writes down, in the list of accesses itself, that somebody takes the list out as a file.</summary>
[Needs(PharmacyPermissions.AuditHealth)]
internal sealed class NoteAccessExport(HealthBook book) : UseCase<NoteAccessExport.Input, NoteAccessExport.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await book.NoteAsync(member: null, HealthAccessKind.Exported, reason: null, call, cancel);
        return new Result(call.At);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="At">UTC.</param>
    internal sealed record Result(DateTime At);
}

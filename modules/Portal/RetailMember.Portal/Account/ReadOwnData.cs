using System.Text.Json;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Portal.Account;

/// <summary>A copy of everything that the brand holds about the member, module by module. A command: it stands in the trail.</summary>
[OwnMember]
internal sealed class ReadOwnData(IEnumerable<IMemberData> modules) : UseCase<ReadOwnData.Input, ReadOwnData.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var parts = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var module in modules)
            parts[module.Name] = JsonSerializer.SerializeToElement(
                await module.OfAsync(call.RequiredBrand, call.Caller.Id!.Value, cancel), Json.Options);
        return new Result(call.Caller.Name, call.At, parts);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="CopiedAt">UTC.</param>
    /// <param name="Held">By module.</param>
    internal sealed record Result(string MemberNo, DateTime CopiedAt, IReadOnlyDictionary<string, JsonElement> Data);
}

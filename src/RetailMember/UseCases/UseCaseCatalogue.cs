using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;

namespace RetailMember.UseCases;

/// <summary>All use cases of all loaded modules.</summary>
public sealed class UseCaseCatalogue
{
    private readonly FrozenDictionary<Type, UseCaseInfo> byInput;
    private readonly FrozenDictionary<Type, UseCaseInfo> byType;
    private readonly ConcurrentDictionary<Type, IRunner> runners = new();

    public UseCaseCatalogue(IEnumerable<UseCaseInfo> useCases)
    {
        All = [.. useCases.OrderBy(u => u.Name, StringComparer.Ordinal)];
        byInput = All.ToFrozenDictionary(u => u.InputType);
        byType = All.ToFrozenDictionary(u => u.Type);
    }

    public IReadOnlyList<UseCaseInfo> All { get; }

    public UseCaseInfo Of(Type useCaseType) => byType[useCaseType];

    public UseCaseInfo OfInput(Type inputType) => byInput[inputType];

    /// <summary>By stable name; null for one that no loaded module has.</summary>
    public UseCaseInfo? Find(string name) => All.FirstOrDefault(u => u.Name == name);

    internal IRunner RunnerOf(Type inputType, IServiceProvider services)
    {
        if (runners.TryGetValue(inputType, out var runner)) return runner;
        if (!byInput.TryGetValue(inputType, out var info))
            throw new InvalidOperationException($"No loaded module has a use case for {inputType}.");
        return runners.GetOrAdd(inputType, _ => MakeRunner(info, services));
    }

    private static IRunner MakeRunner(UseCaseInfo info, IServiceProvider services)
    {
        var definition = info.Kind switch
        {
            UseCaseKind.Query => typeof(QueryRunner<,>),
            UseCaseKind.Batch => typeof(BatchRunner<,>),
            UseCaseKind.Process => typeof(ProcessRunner<,>),
            _ => typeof(CommandRunner<,>),
        };
        var type = definition.MakeGenericType(info.InputType, info.ResultType);
        return (IRunner)ActivatorUtilities.CreateInstance(services, type, info);
    }
}

namespace RetailMember.Modules;

/// <summary>Sorts modules so that each comes after what it needs; names a missing or circular need.</summary>
internal static class ModuleOrder
{
    public static IReadOnlyList<ModuleLoader.Candidate> Sort(
        IReadOnlyList<ModuleLoader.Candidate> candidates, List<QuarantinedModule> quarantined)
    {
        var byName = new Dictionary<string, ModuleLoader.Candidate>(StringComparer.OrdinalIgnoreCase);
        foreach (var candidate in candidates)
        {
            if (byName.TryAdd(candidate.Name, candidate)) continue;
            Refuse(candidate, $"Another module is named {candidate.Name} already.", quarantined);
        }

        var sorted = new List<ModuleLoader.Candidate>();
        var state = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        foreach (var candidate in byName.Values)
        {
            if (Visit(candidate, byName, state, sorted, []) is { } fault) Refuse(candidate, fault, quarantined);
        }

        return sorted;
    }

    private static string? Visit(
        ModuleLoader.Candidate candidate,
        Dictionary<string, ModuleLoader.Candidate> byName,
        Dictionary<string, bool> done,
        List<ModuleLoader.Candidate> sorted,
        IReadOnlyList<string> path)
    {
        var name = candidate.Name;
        if (path.Contains(name)) return $"The needs go in a circle: {string.Join(" → ", path.Append(name))}.";
        if (done.TryGetValue(name, out var sound)) return sound ? null : $"{name} could not be loaded.";
        foreach (var need in candidate.Needs)
        {
            var fault = byName.TryGetValue(need, out var needed)
                ? Visit(needed, byName, done, sorted, [.. path, name])
                : $"{name} needs the module {need}, which is not there.";
            if (fault is null) continue;
            done[name] = false;
            return fault;
        }

        done[name] = true;
        sorted.Add(candidate);
        return null;
    }

    private static void Refuse(ModuleLoader.Candidate candidate, string fault, List<QuarantinedModule> quarantined)
    {
        var exception = new InvalidOperationException(fault);
        if (!candidate.IsPlugin) throw exception;
        quarantined.Add(candidate.Quarantined("order", exception));
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RetailMember.Data;
using RetailMember.Modules;
using RetailMember.People;

namespace RetailMember.Platform.Tests.Probe;

/// <summary>A tiny module to send through the platform's doors. It keeps its notes as settings rows.</summary>
public sealed class ProbeModule : IModule
{
    public string Name => "Probe";

    public IReadOnlyList<string> Needs => ["Platform"];

    public void Describe(ModuleDescription module)
    {
        module.Permission("Probe.Notes.Keep", Reach.Store, DefaultRole.Till, DefaultRole.Cashier, DefaultRole.StoreManager);
        module.Permission("Probe.Notes.View", Reach.Brand, DefaultRole.StoreManager, DefaultRole.OperationsDirector);
        module.PermissionApart("Probe.Secrets.View", Reach.Store, DefaultRole.SalesManager);
        module.Permission("Probe.Chain.Close", Reach.Chain);
        module.NumberSetting("Probe.Limit", "7", 1, 100);
        module.ChoiceSetting("Probe.Answer", "warn", ["off", "warn"]);
        module.On<NoteKept, CountNotes>();
        module.Job("count", "0 0 4 * * ?", perBrand: true, () => new CountThings.Input(3));
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<ProbeState>();

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<KeepNote>("POST", "/notes");
        endpoints.ForBrand<KeepNoteInBatch>("POST", "/batched-notes");
        endpoints.ForBrand<ViewNotes>("GET", "/notes");
        endpoints.ForChain<CloseChain>("POST", "/close");
    }
}

/// <summary>What a test tells the probe, and what it saw.</summary>
public sealed class ProbeState
{
    private int runs;

    public int Runs => Volatile.Read(ref runs);

    /// <summary>While set, long work waits before each thing it counts.</summary>
    public SemaphoreSlim? Pause { get; set; }

    /// <summary>Thrown by the subscriber while set, for notes with this text.</summary>
    public string? FailsOn { get; set; }

    /// <summary>The subscriber blocks its thread on notes with this text, and hears no token.</summary>
    public string? HangsOn { get; set; }

    /// <summary>While set, the server's answer to a commit is lost, after the commit.</summary>
    public bool LosesAnswers { get; set; }

    public List<int> Batches { get; } = [];

    /// <summary>Called by a command, loses the answer to its commit while the test wants it.</summary>
    public void Lose(DataSession session)
    {
        if (!LosesAnswers) return;
        LosesAnswers = false;
        session.AfterCommit(() => throw new NpgsqlException("Lost.", new IOException()));
    }

    public void Ran() => Interlocked.Increment(ref runs);
}

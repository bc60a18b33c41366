using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Platform.Brands;
using RetailMember.Platform.Data;
using RetailMember.Platform.People;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform;

/// <summary>What the host's verbs do with the platform, before or without serving requests.</summary>
public sealed class PlatformAdministration
{
    private readonly IServiceScopeFactory scopes;
    private readonly ModuleCatalogue modules;
    private readonly UseCaseEntry entry;

    public PlatformAdministration(IServiceScopeFactory scopes, ModuleCatalogue modules, UseCaseEntry entry)
    {
        this.scopes = scopes;
        this.modules = modules;
        this.entry = entry;
    }

    /// <summary>Plug-ins that could not be used, each with the step it failed at and the reason.</summary>
    public IReadOnlyList<QuarantinedModule> Quarantined => modules.Quarantined;

    /// <summary>
    /// Brings roles and permissions of new modules in, notes at which seams plug-ins are missed when they fail, and reads what
    /// requests are answered from. After migration, before anything else; serving does it by itself.
    /// </summary>
    public async Task PrepareAsync(CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<RoleSeed>(scope.ServiceProvider).SowAsync(cancel);
        await ActivatorUtilities.CreateInstance<FillerBook>(scope.ServiceProvider).KeepAsync(cancel);
        foreach (var snapshot in scope.ServiceProvider.GetServices<ISnapshot>()) await snapshot.ReadAsync(cancel);
    }

    /// <summary>Makes the first person of head office. Refused once there is one.</summary>
    /// <returns>The random password, told this once, to be changed at the first log-in.</returns>
    public async Task<string> CreateFirstAdministratorAsync(string userName, CancellationToken cancel = default)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            if (await db.Assignments.AnyAsync(a => a.Role == DefaultRole.HeadOffice && a.BrandId == 0, cancel))
                throw new Refusal("platform.administrator-exists", RefusalKind.Conflict);
        }

        var made = await entry.RunAsync(
            new CreatePerson.Input(userName, userName, DefaultRole.HeadOffice),
            new CallContext(Caller.House("first administrator"), Channel.CommandLine),
            cancel);
        return made.FirstPassword;
    }

    /// <summary>
    /// For demonstrations: somebody with a known password and one role, in the call's brand and store or the chain.
    /// Leaves a person of this name as he is.
    /// </summary>
    public async Task EnsurePersonAsync(
        string userName,
        string displayName,
        string password,
        string role,
        CallContext call,
        CancellationToken cancel = default)
    {
        var input = new CreatePerson.Input(userName, displayName, role, call.Store?.Code);
        var outcome = await entry.TryAsync(input, call, cancel);
        if (outcome.Refusal is { Code: "platform.user-name-taken" }) return;
        var id = outcome.Value.Id;

        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var session = scope.ServiceProvider.GetRequiredService<DataSession>();
        await session.BeginAsync(cancel);
        var person = await db.People.SingleAsync(p => p.Id == id, cancel);
        person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
        person.MustChangePassword = false;
        await scope.ServiceProvider.GetRequiredService<Changes>().OfAccessAsync(cancel);
        await session.SaveAsync(cancel);
        await session.CommitAsync(cancel);
    }
}

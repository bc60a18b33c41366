using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Architecture.Tests.Red;

/// <summary>Planted violators: each proves that its rule can fail.</summary>
public abstract class PlantedModule : IModule
{
    public string Name => GetType().Name;

    public void Describe(ModuleDescription module)
    {
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
    }
}

public sealed class OneModule : PlantedModule;

public sealed class OtherModule : PlantedModule;

public class OpenUseCase : Query<OpenUseCase.Input, bool>
{
    public sealed record Input : IInput<bool>;

    protected override Task<bool> RunAsync(Input input, CallContext call, CancellationToken cancel) => Task.FromResult(true);
}

[Needs("Planted.Things.Do")]
public sealed class WithUnknownPermission : Query<WithUnknownPermission.Input, bool>
{
    public sealed record Input : IInput<bool>;

    protected override Task<bool> RunAsync(Input input, CallContext call, CancellationToken cancel) => Task.FromResult(true);
}

[Everybody]
public sealed class Command : UseCase<Command.Input, bool>
{
    public sealed record Input : IInput<bool>;

    protected override Task<bool> RunAsync(Input input, CallContext call, CancellationToken cancel) => Task.FromResult(true);
}

[SignedIn]
public sealed class WithOpenMobile : Query<WithOpenMobile.Input, bool>
{
    public sealed record Input(string Mobile, [property: Personal] string Member) : IInput<bool>;

    protected override Task<bool> RunAsync(Input input, CallContext call, CancellationToken cancel) => Task.FromResult(true);
}

[Needs("Planted.Things.Do"), OwnMember]
public sealed class OfAnyMember : Query<OfAnyMember.Input, bool>
{
    public sealed record Input([property: Personal] string Member) : IInput<bool>;

    protected override Task<bool> RunAsync(Input input, CallContext call, CancellationToken cancel) => Task.FromResult(true);
}

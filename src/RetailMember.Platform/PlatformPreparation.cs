using RetailMember.Modules;

namespace RetailMember.Platform;

/// <summary>Prepares the platform once per start, before everything that leans on it.</summary>
internal sealed class PlatformPreparation(PlatformAdministration platform) : IPreparation
{
    public int Order => 0;

    public Task PrepareAsync(CancellationToken cancel) => platform.PrepareAsync(cancel);
}

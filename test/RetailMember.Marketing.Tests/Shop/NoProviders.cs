using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace RetailMember.Marketing.Tests.Shop;

internal static class NoProviders
{
    /// <summary>A house that has configured no way by which messages could go.</summary>
    public static IServiceCollection AddNoProviders(this IServiceCollection services) => services
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Production });
}

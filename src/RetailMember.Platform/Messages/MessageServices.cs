using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RetailMember.Messages;

namespace RetailMember.Platform.Messages;

internal static class MessageServices
{
    /// <summary>The configuration key that names the gateway.</summary>
    private const string Gateway = "Messages:Gateway";

    private const string Kept = "kept";

    /// <summary>Kept messages hold codes that open accounts: they are not for Production, whatever is configured.</summary>
    public static void AddMessages(this IServiceCollection services) => services.AddSingleton<IMessageSender>(s =>
    {
        var environment = s.GetRequiredService<IHostEnvironment>();
        var gateway = s.GetRequiredService<IConfiguration>()[Gateway] ?? (environment.IsDevelopment() ? Kept : null);
        return gateway == Kept && !environment.IsProduction()
            ? ActivatorUtilities.CreateInstance<KeptMessages>(s)
            : new NoGateway();
    });
}

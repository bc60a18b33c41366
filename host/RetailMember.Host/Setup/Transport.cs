using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using RetailMember.UseCases;
using IPNetwork = System.Net.IPNetwork;

namespace RetailMember.Host.Setup;

/// <summary>
/// Between the browser and the host. TLS ends in the host itself or in a proxy before it; what a proxy says of the
/// browser is believed only of the proxies that the key <c>Proxies</c> names. Outside of Development cookies travel
/// encrypted alone, unless <c>PlainHttp</c> allows otherwise.
/// </summary>
internal static class Transport
{
    public const string ProxiesKey = "Proxies";
    public const string PlainHttpKey = "PlainHttp";

    private static readonly char[] Separators = [';', ',', ' '];

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var proxies = ProxiesOf(configuration);

        // Set in any case: the framework's own switch would believe everybody.
        services.Configure<ForwardedHeadersOptions>(options => Believe(options, proxies));
        services.Configure<HstsOptions>(options =>
            (options.MaxAge, options.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
        services.Configure<CookiePolicyOptions>(options => options.Secure = CookieSecurePolicy.Always);
    }

    /// <summary>First in the pipeline: all that follows sees the browser's address and scheme.</summary>
    public static void Use(WebApplication app)
    {
        if (ProxiesOf(app.Configuration).Count > 0) app.UseForwardedHeaders();
        if (app.Environment.IsDevelopment()) return;
        app.UseHsts();
        if (!PlainHttpIsAllowed(app)) app.UseCookiePolicy();
    }

    /// <summary>Within the error pages: says why a browser could never log in, rather than let it try.</summary>
    public static void UsePageCheck(WebApplication app)
    {
        if (PlainHttpIsAllowed(app)) return;
        app.Use((http, next) => !http.Request.IsHttps && IsForBrowser(http.Request) && !IsLoopback(http.Request.Host)
            ? throw new Refusal("request.https-needed", RefusalKind.Invalid)
            : next(http));
    }

    private static bool PlainHttpIsAllowed(WebApplication app) =>
        app.Environment.IsDevelopment() || app.Configuration.GetValue<bool>(PlainHttpKey);

    private static bool IsForBrowser(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    // Browsers keep encrypted cookies for their own machine, however it is called.
    private static bool IsLoopback(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Host, out var address) && IPAddress.IsLoopback(address));

    private static void Believe(ForwardedHeadersOptions options, List<IPNetwork> proxies)
    {
        options.ForwardedHeaders = proxies.Count > 0
            ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
            : ForwardedHeaders.None;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownIPNetworks.Add(proxy);

        // As many as there are in a row: reading ends at the first address that is no proxy's.
        options.ForwardLimit = null;
    }

    private static List<IPNetwork> ProxiesOf(IConfiguration configuration) =>
    [
        .. (configuration[ProxiesKey] ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(ProxyOf),
    ];

    private static IPNetwork ProxyOf(string text)
    {
        if (IPNetwork.TryParse(text, out var network)) return network;
        if (IPAddress.TryParse(text, out var address)) return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        throw new HostFault(
            $"{ProxiesKey}: '{text}' is no address and no network. Give for example 10.0.0.5;10.1.0.0/16.");
    }
}

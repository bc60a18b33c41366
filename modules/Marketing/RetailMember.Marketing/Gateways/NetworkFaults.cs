namespace RetailMember.Marketing.Gateways;

/// <summary>What a broken call tells of whether it arrived.</summary>
internal static class NetworkFaults
{
    /// <summary>The connection never stood: nothing was said.</summary>
    public static bool NeverArrived(HttpRequestException fault) => fault.HttpRequestError is
        HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;
}

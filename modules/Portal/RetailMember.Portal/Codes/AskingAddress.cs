using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using RetailMember.Data;

namespace RetailMember.Portal.Codes;

/// <summary>From where a request comes, as a code that tells addresses apart and no more.</summary>
internal sealed class AskingAddress(IHttpContextAccessor accessor, PersonalData personal)
{
    public string Code => personal.BlindIndex(Network(accessor.HttpContext?.Connection.RemoteIpAddress), "portal.address");

    /// <summary>Of IPv6 the first half: one customer of a provider owns all that follows.</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}

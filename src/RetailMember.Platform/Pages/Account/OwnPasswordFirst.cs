using Microsoft.AspNetCore.Http;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Platform.Access;
using RetailMember.Platform.Pages.Shared;

namespace RetailMember.Platform.Pages.Account;

/// <summary>Whoever still has a password that another one knows is led to where he chooses his own.</summary>
internal sealed class OwnPasswordFirst(RequestDelegate next, Callers callers)
{
    public Task InvokeAsync(HttpContext http) =>
        IsGuarded(http) && callers.PersonOf(http) is { MustChangePassword: true }
            ? Page.Redirect(PlatformAddress.Account + "/password").ExecuteAsync(http)
            : next(http);

    private static bool IsGuarded(HttpContext http) =>
        http.GetEndpoint()?.Metadata is { } marks
        && marks.GetMetadata<PageMark>() is not null && marks.GetMetadata<OpenMark>() is null;

    /// <summary>On pages that nobody is led away from.</summary>
    internal sealed class OpenMark
    {
        public static readonly OpenMark Instance = new();
    }
}

using Microsoft.AspNetCore.Http;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Platform.Access;
using RetailMember.Platform.Http;
using RetailMember.Platform.Pages.Shared;
using RetailMember.UseCases;

namespace RetailMember.Platform.Pages.Account;

/// <summary>
/// Whoever still has a password that another one knows is led to where he chooses his own; the API, which leads nobody, says
/// so to whatever needs a right.
/// </summary>
internal sealed class OwnPasswordFirst(RequestDelegate next, Callers callers)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (IsGuardedApi(http))
        {
            return MustChange(http)
                ? throw new Refusal("sign-in.own-password-first", RefusalKind.Forbidden)
                : next(http);
        }

        return IsGuarded(http) && MustChange(http)
            ? Page.Redirect(PlatformAddress.Account + "/password").ExecuteAsync(http)
            : next(http);
    }

    private bool MustChange(HttpContext http) => callers.PersonOf(http) is { MustChangePassword: true };

    /// <summary>Not what anybody may do who is signed in, such as choosing a password.</summary>
    private static bool IsGuardedApi(HttpContext http) =>
        http.IsApi() && http.GetEndpoint()?.Metadata.GetMetadata<UseCaseInfo>() is { } info
        && (info.Access is NeedsAttribute || http.Request.RouteValues.ContainsKey("brand"));

    private static bool IsGuarded(HttpContext http) =>
        http.GetEndpoint()?.Metadata is { } marks
        && marks.GetMetadata<PageMark>() is not null && marks.GetMetadata<OpenMark>() is null;

    /// <summary>On pages that nobody is led away from.</summary>
    internal sealed class OpenMark
    {
        public static readonly OpenMark Instance = new();
    }
}

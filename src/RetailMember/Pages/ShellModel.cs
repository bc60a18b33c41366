using Microsoft.AspNetCore.Http;

namespace RetailMember.Pages;

/// <summary>
/// Whatever surrounds a page: who is signed in, where they may go and in which brand they are. Texts in it are in the
/// language of the request.
/// </summary>
public sealed record ShellModel
{
    public static readonly ShellModel Empty = new();

    /// <summary>Name of the chain, shown over the navigation and in the title bar.</summary>
    public string ApplicationName { get; init; } = "RetailMember";

    /// <summary>Where the name leads.</summary>
    public string HomeAddress { get; init; } = "/";

    /// <summary>An address below <see cref="HomeAddress"/>.</summary>
    public string Below(string path) => $"{HomeAddress.TrimEnd('/')}/{path}";

    /// <summary>Null where nobody is signed in.</summary>
    public ShellPerson? Person { get; init; }

    /// <summary>Every brand that the person may enter; the switcher shows from two on.</summary>
    public IReadOnlyList<ShellBrand> Brands { get; init; } = [];

    public IReadOnlyList<ShellMenu> Menus { get; init; } = [];

    /// <summary>The zone that times of this page are shown in: the brand's, or the chain's.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>Takes a POST of <c>language</c> and <c>returnTo</c>.</summary>
    public string LanguageAction { get; init; } = "/language";

    /// <summary>Takes a POST and ends the session.</summary>
    public string SignOutAction { get; init; } = "/sign-out";

    public string SignInAddress { get; init; } = "/sign-in";
}

/// <param name="Role">What the person is here, for example the name of a role; may be empty.</param>
public sealed record ShellPerson(string Name, string Role, IReadOnlyList<ShellLink> Links);

public sealed record ShellBrand(string Code, string Name, string Address, bool Current);

/// <summary>A group of the side navigation; its heading is left out when empty.</summary>
public sealed record ShellMenu(string Heading, IReadOnlyList<ShellLink> Links);

/// <param name="Icon">Name of an icon in the sprite; see <see cref="Display.Icon"/>.</param>
public sealed record ShellLink(string Text, string Address, string Icon, bool Active = false);

/// <summary>Makes the shell of a request. The platform implements it; it is asked for whole documents only.</summary>
public interface IShellSource
{
    ValueTask<ShellModel> ForRequest(HttpContext http);
}

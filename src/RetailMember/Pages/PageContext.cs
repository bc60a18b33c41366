namespace RetailMember.Pages;

/// <summary>What every component of a page may ask for as a cascading parameter.</summary>
public sealed record PageContext
{
    public required PageRequest Request { get; init; }

    public required ShellModel Shell { get; init; }

    /// <summary>zh-Hans or en.</summary>
    public required string Language { get; init; }

    public Flash? Flash { get; init; }

    /// <summary>The address of another page of the same brand, as <see cref="PageCall.Address"/>.</summary>
    public string Address(string path) => PageAddress.Of(Request.Http.Request.RouteValues["brand"] as string, path);
}

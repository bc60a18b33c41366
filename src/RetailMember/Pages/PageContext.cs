namespace RetailMember.Pages;

/// <summary>What every component of a page may ask for as a cascading parameter.</summary>
public sealed record PageContext
{
    public required PageRequest Request { get; init; }

    public required ShellModel Shell { get; init; }

    /// <summary>zh-Hans or en.</summary>
    public required string Language { get; init; }

    public Flash? Flash { get; init; }
}

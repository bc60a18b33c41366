namespace RetailMember.Pages;

/// <summary>Places of a layout that a page fills.</summary>
public static class PageSections
{
    /// <summary>Text of the browser's title bar.</summary>
    public const string Title = "title";
}

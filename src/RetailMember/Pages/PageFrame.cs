namespace RetailMember.Pages;

/// <summary>How much of the document surrounds a rendered component.</summary>
public enum PageFrame
{
    /// <summary>The layout and the html document around it.</summary>
    Whole,

    /// <summary>Nothing but the component.</summary>
    Part,
}

namespace RetailMember.Pages.Charts;

/// <summary>Heights are classes of the stylesheet: pages carry no inline style.</summary>
public enum ChartHeight
{
    Small,
    Medium,
    Large,
}

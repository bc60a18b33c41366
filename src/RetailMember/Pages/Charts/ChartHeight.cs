namespace RetailMember.Pages.Charts;

/// <summary>Heights are classes of the stylesheet: pages carry no inline style.</summary>
public enum ChartHeight
{
    Small,
    Medium,
    Large,
}

public static class ChartHeights
{
    private const int RoomInSmall = 4;
    private const int RoomInMedium = 8;

    /// <summary>Enough for each bar from left to right to stand beside its label.</summary>
    public static ChartHeight ForBars(int bars) =>
        bars <= RoomInSmall ? ChartHeight.Small : bars <= RoomInMedium ? ChartHeight.Medium : ChartHeight.Large;
}

namespace RetailMember.Pages.Export;

/// <summary>The wall clock of an exported file.</summary>
internal static class LocalTime
{
    public static DateTime Of(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
}

namespace RetailMember.Pages.Export;

/// <summary>What text must be before a spreadsheet opens it.</summary>
internal static class SpreadsheetText
{
    /// <summary>
    /// A spreadsheet runs a CSV field that begins like a formula: a member called <c>=HYPERLINK(…)</c> would act on the
    /// machine of whoever opens the export. An apostrophe makes it text.
    /// </summary>
    public static string Defused(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'
            ? "'" + text
            : text;

    public static DateTime Local(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
}

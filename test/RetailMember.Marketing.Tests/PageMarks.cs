namespace RetailMember.Marketing.Tests;

/// <summary>What a page sends along with an approval.</summary>
internal static class PageMarks
{
    /// <summary>The mark of what it shows.</summary>
    public static string MarkIn(this string page) => page.Split("name=\"wordingMark\" value=\"")[1].Split('"')[0];
}

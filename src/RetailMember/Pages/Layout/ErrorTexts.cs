using RetailMember.Texts;

namespace RetailMember.Pages.Layout;

/// <summary>Title and advice for a status; a status without texts of its own borrows those of its class.</summary>
internal static class ErrorTexts
{
    private static readonly int[] Known = [400, 403, 404, 409, 429, 500];

    public static string TitleOf(this ITexts texts, int status) => texts[$"pages.error.{Nearest(status)}.title"];

    public static string AdviceOf(this ITexts texts, int status) => texts[$"pages.error.{Nearest(status)}.text"];

    private static int Nearest(int status) => Known.Contains(status) ? status : status < 500 ? 400 : 500;
}

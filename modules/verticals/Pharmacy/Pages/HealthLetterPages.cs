using RetailMember.Marketing;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Pharmacy.Health.Letters;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Pharmacy.Pages;

/// <summary>The health letters of the seasons, and what became of them.</summary>
internal static class HealthLetterPages
{
    private const string List = "/health-letters";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, async (PageCall page, TableQuery table) => Page.For<HealthLetterPage>(new HealthLetterModel(
            await page.RunAsync(new ReadHealthLetters.Input()),
            await page.RunAsync(page.Query<FindHealthLetters.Input>() with { Size = table.Size }),
            page.May(PharmacyPermissions.RunJobs), page.May(MarketingPermissions.ViewMessages))));
        pages.MapGet(List + "/export.{format}", (PageCall page, string format) => ExportFile.Of(
            format, "health-letters", Columns(page.Texts), page.TimeZone, ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindHealthLetters.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapPost(List, async (PageCall page) =>
        {
            var outcome = await page.TryAsync(new WriteHealthLetters.Input());
            if (outcome.Refusal is { Kind: RefusalKind.Forbidden or RefusalKind.SignInNeeded } no) throw no;
            return Page.Redirect(page.Address("pharmacy/health-letters"), outcome.Refusal is { } fault
                ? Flash.Danger("refusal." + fault.Code, [.. fault.Facts])
                : Flash.Success("pharmacy.letters.done"));
        });
    }

    /// <summary>Such as <c>2026 autumn</c>, in the reader's language.</summary>
    public static string SeasonOf(this ITexts texts, string season) =>
        season.Split('-') is [var year, var name] ? $"{year} {texts["pharmacy.season." + name]}" : season;

    private static IReadOnlyList<ExportColumn<FindHealthLetters.Row>> Columns(ITexts texts) =>
    [
        new(texts["pharmacy.letters.season"], l => texts.SeasonOf(l.Season)),
        new(texts["pharmacy.member"], l => l.MemberNo),
        new(texts["pharmacy.letters.written"], l => l.WrittenAt),
        new(texts["pharmacy.letters.letter"], l => l.Letter is { } letter ? texts.Of(letter.State) : null),
        new(texts["pharmacy.letters.why"], l => l.Agreed ? texts.Of(l.Letter?.Reason) : texts["pharmacy.letters.not-agreed"]),
    ];
}

internal sealed record HealthLetterModel(
    ReadHealthLetters.Result State, PageOf<FindHealthLetters.Row> Found, bool MayWrite, bool MayViewMessages);

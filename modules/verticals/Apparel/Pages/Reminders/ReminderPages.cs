using RetailMember.Apparel.Reminders;
using RetailMember.Marketing;
using RetailMember.Pages;
using RetailMember.Pages.Display;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Apparel.Pages.Reminders;

/// <summary>Who was reminded of his ladder, and what became of the message.</summary>
internal static class ReminderPages
{
    public const string Kinds = "apparel.reminder-kind.";

    private const string List = "/reminders";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, async (PageCall page, TableQuery table) => Page.For<ReminderListPage>(new ReminderListModel(
            await page.RunAsync(new ReadReminders.Input()),
            await page.RunAsync(page.Query<FindReminders.Input>() with { Size = table.Size }),
            page.May(ApparelPermissions.RunJobs), page.May(MarketingPermissions.ViewMessages))));
        pages.MapGet(List + "/export.{format}", (PageCall page, string format) => ExportFile.Of(
            format, "reminders", Columns(page.Texts), page.TimeZone, ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindReminders.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapPost(List, async (PageCall page) =>
        {
            var outcome = await page.TryAsync(new RemindMembers.Input());
            if (outcome.Refusal is { Kind: RefusalKind.Forbidden or RefusalKind.SignInNeeded } no) throw no;
            return Page.Redirect(page.Address("apparel/reminders"), outcome.Refusal is { } fault
                ? Flash.Danger("refusal." + fault.Code, [.. fault.Facts])
                : Flash.Success("apparel.reminded"));
        });
    }

    private static IReadOnlyList<ExportColumn<FindReminders.Row>> Columns(ITexts texts) =>
    [
        new(texts["apparel.reminded-on"], r => r.SentOn),
        new(texts["apparel.member"], r => r.MemberNo),
        new(texts["apparel.reminder"], r => texts[Kinds + EnumCode.Of(r.ReminderKind)]),
        new(texts["apparel.points-then"], r => r.Points),
        new(texts["apparel.missing"], r => r.MissingPoints),
        new(texts["apparel.worth"], r => r.Worth),
        new(texts["apparel.letter"], r => r.Letter is { } letter ? texts.Of(letter.State) : null),
        new(texts["apparel.letter-why"], r => texts.Of(r.Letter?.Reason)),
    ];
}

internal sealed record ReminderListModel(
    ReadReminders.Result State, PageOf<FindReminders.Row> Found, bool MayRemind, bool MayViewMessages);

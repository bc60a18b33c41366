using RetailMember.Marketing.Queue;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Tables;
using RetailMember.Values;

namespace RetailMember.Marketing.Pages.Messages;

/// <summary>What was sent, what waits, and why something was not sent.</summary>
internal static class MessagePages
{
    private const string List = "/messages";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, async (PageCall page, TableQuery table) =>
        {
            var found = await page.RunAsync(page.Query<FindMessages.Input>() with { Size = table.Size });
            return Page.For<MessageListPage>(
                new MessageListModel(found, await page.RunAsync(new ReadMessageNames.Input(found.Items))));
        });
        pages.MapGet(List + "/export.{format}", (PageCall page, string format) => ExportFile.Of(
            format, "messages", MarketingWords.Messages(page.Texts), page.TimeZone,
            ExportFile.PageByPage(after => NamedAsync(page, after))));
    }

    private static async Task<PageOf<NamedMessage>> NamedAsync(PageCall page, string? after)
    {
        var found = await page.RunAsync(page.Query<FindMessages.Input>() with { After = after, Size = Cursor.LargestSize });
        var names = await page.RunAsync(new ReadMessageNames.Input(found.Items));
        return new PageOf<NamedMessage>([.. found.Items.Select(i => new NamedMessage(i, names))], found.Next);
    }
}

internal sealed record MessageListModel(PageOf<FindMessages.Item> Found, ReadMessageNames.Result Names);

internal sealed record MessageTableModel(
    PageOf<FindMessages.Item> Found, ReadMessageNames.Result Names, string? ExportAddress);

/// <summary>A message with what it names by code.</summary>
internal sealed record NamedMessage(FindMessages.Item Message, ReadMessageNames.Result Names);

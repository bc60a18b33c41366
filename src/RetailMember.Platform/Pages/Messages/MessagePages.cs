using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Platform.Messages;
using RetailMember.Values;

namespace RetailMember.Platform.Pages.Messages;

/// <summary>What was kept instead of sent, while there is no gateway.</summary>
internal static class MessagePages
{
    public static void Map(ModuleEndpoints endpoints) =>
        endpoints.ChainPages.MapGet("/messages", async (PageCall page) => Page.For<MessageListPage>(
            new MessageListModel(await page.RunAsync(page.Query<FindSentMessages.Input>()))));
}

internal sealed record MessageListModel(PageOf<FindSentMessages.Item> Found);

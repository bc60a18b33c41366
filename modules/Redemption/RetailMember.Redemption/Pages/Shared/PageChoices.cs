using RetailMember.Pages;

namespace RetailMember.Redemption.Pages.Shared;

internal static class PageChoices
{
    /// <summary>
    /// What forms choose from, and what codes are called; nothing where whoever asks may not see it, who reads codes then.
    /// </summary>
    public static async Task<ReadChoices.Result> ChoicesAsync(this PageCall page) =>
        page.MayAtSomeStore(RedemptionPermissions.ViewVouchers)
            ? await page.RunAsync(new ReadChoices.Input())
            : ReadChoices.Result.None;
}

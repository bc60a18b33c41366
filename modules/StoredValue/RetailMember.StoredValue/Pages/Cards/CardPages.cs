using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Cards.Changes;
using RetailMember.StoredValue.Closings;
using RetailMember.UseCases;
using RetailMember.Values;
using static RetailMember.StoredValue.StoredValuePermissions;

namespace RetailMember.StoredValue.Pages.Cards;

/// <summary>Cards: the list, and one of them with what can be done with it.</summary>
internal static class CardPages
{
    private const string List = "/stored-value-cards";
    private const string One = List + "/{card:guid}";
    private const string Waits = "storedvalue.card.closing-requested";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, (PageCall page, TableQuery table) =>
            ListAsync(page, page.Query<FindCards.Input>() with { Member = null, Size = table.Size }, FormFaults.None));

        // Posted and not asked for: nobody's number stands in an address.
        pages.MapPost(List, async (PageCall page) =>
        {
            var asked = await page.FormAsync<SearchForm>();
            return await ListAsync(
                page, new FindCards.Input { Member = string.IsNullOrWhiteSpace(asked.Member) ? null : asked.Member },
                FormFaults.None);
        });
        pages.MapGet(One, (PageCall page, IBrandDirectory brands, Guid card, int? before) =>
            ShowAsync(page, brands, card, before, null, FormFaults.None));

        // The answer is shown and not redirected to: the number stands in no address and no history.
        pages.MapPost(One + "/reveal", async (PageCall page, IBrandDirectory brands, Guid card) => await ShowAsync(
            page, brands, card, null, (await page.RunAsync(new RevealCard.Input(card))).FullNumber, FormFaults.None));
        MapStep<ReplaceCard.Input, CardChangeResult>(pages, "replacement", r => DoneOf(r, "storedvalue.card.renumbered"));
        MapStep<BlockCard.Input, CardView>(pages, "block", _ => "storedvalue.card.blocked");
        MapStep<UnblockCard.Input, CardView>(pages, "release", _ => "storedvalue.card.unblocked");
        MapStep<PassOnCard.Input, CardChangeResult>(pages, "holder", r => DoneOf(r, "storedvalue.card.passed-on"));
        MapStep<ExtendCard.Input, CardView>(pages, "extension", _ => "storedvalue.card.extended");
        MapStep<RequestClosing.Input, ClosingView>(pages, "closing", _ => Waits);
    }

    private static string DoneOf(CardChangeResult result, string done) => result.ChangeRequest is null ? done : Waits;

    private static void MapStep<TInput, TResult>(PageRoutes pages, string step, Func<TResult, string> done)
        where TInput : IInput<TResult> =>
        pages.MapPost($"{One}/{step}", (PageCall page, IBrandDirectory brands, Guid card) =>
            page.SubmitAsync<TInput, TResult>(
                result => Page.Redirect(page.ToStoredValue($"stored-value-cards/{card}"), Flash.Success(done(result))),
                faults => ShowAsync(page, brands, card, null, null, faults)));

    private static async Task<IResult> ListAsync(PageCall page, FindCards.Input input, FormFaults faults)
    {
        var found = await page.TryAsync(input);
        if (found.Refusal is { } no && input.Member is null) throw no;
        return Page.For<CardListPage>(new CardListModel(
            found.Refusal is null ? found.Value : new PageOf<CardView>([], null), input.Member,
            found.Refusal is { } fault ? FormFaults.Of(fault, page.Texts) : faults));
    }

    private static async Task<IResult> ShowAsync(
        PageCall page, IBrandDirectory brands, Guid card, int? before, string? number, FormFaults faults) =>
        Page.For<CardPage>(new CardModel(
            await page.RunAsync(new ReadCard.Input(card, before)),
            (await page.RunAsync(new FindClosings.Input(card))).Closings,
            (await page.RunAsync(new FindCardChanges.Input(card))).CardChanges,
            brands.NamesOf(page), number, before is not null,
            page.MayAtSomeStore(RevealCards), page.MayAtSomeStore(BlockCards),
            page.MayAtSomeStore(ManageCards), page.MayAtSomeStore(RequestClosings), faults));

    private sealed record SearchForm(string? Member = null);
}

internal sealed record CardListModel(PageOf<CardView> Found, string? Member, FormFaults Faults);

/// <param name="Number">In full, right after it was asked for.</param>
/// <param name="IsOlder">Older lines of the journal are shown.</param>
internal sealed record CardModel(
    CardFile File, IReadOnlyList<ClosingView> Closings, IReadOnlyList<CardChangeView> Changes,
    IReadOnlyDictionary<string, string> Stores, string? Number,
    bool IsOlder, bool MayReveal, bool MayBlock, bool MayManage, bool MayClose, FormFaults Faults);

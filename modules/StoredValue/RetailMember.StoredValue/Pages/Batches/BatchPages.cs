using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.StoredValue.Batches;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Sales.Pages;
using RetailMember.StoredValue.Types;
using RetailMember.Values;
using static RetailMember.StoredValue.StoredValuePermissions;

namespace RetailMember.StoredValue.Pages.Batches;

/// <summary>Batches of gift cards: how far each is, a new one, and handing cards out.</summary>
internal static class BatchPages
{
    private const string List = "/card-batches";
    private const string One = List + "/{batchCode}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, async (PageCall page) => Page.For<CardBatchListPage>(new CardBatchListModel(
            (await page.RunAsync(new FindCardBatches.Input())).CardBatches, page.May(EditBatches))));
        pages.MapGet(List + "/new", (PageCall page) => NewAsync(page, FormFaults.None));
        pages.MapPost(List + "/new", (PageCall page) => page.SubmitAsync(
            async () =>
            {
                var made = await page.RunAsync((await page.FormAsync<BatchForm>()).ToInput());
                return Page.Redirect(AddressOf(page, made.BatchCode), Flash.Success("storedvalue.batches.started"));
            },
            faults => NewAsync(page, faults)));
        pages.MapGet(One, (PageCall page, IBrandDirectory brands, string batchCode) =>
            ShowAsync(page, brands, batchCode, FormFaults.None));
        pages.MapPost(One + "/stop", (PageCall page, IBrandDirectory brands, string batchCode) =>
            page.SubmitAsync<StopCardBatch.Input, CardBatchView>(
                _ => Page.Redirect(AddressOf(page, batchCode)), faults => ShowAsync(page, brands, batchCode, faults)));
        pages.MapPost(One + "/issue", (PageCall page, IBrandDirectory brands, string batchCode) =>
            page.SubmitAsync<IssueGiftCard.Input, CardView>(
                done => Page.Redirect(
                    page.ToStoredValue($"stored-value-cards/{done.Card}"), Flash.Success("storedvalue.batches.issued-one")),
                faults => ShowAsync(page, brands, batchCode, faults)));
    }

    private static async Task<IResult> NewAsync(PageCall page, FormFaults faults)
    {
        page.Require(EditBatches);
        var types = (await page.RunAsync(new FindCardTypes.Input())).CardTypes.Where(t => t.InForce);
        return Page.For<CardBatchFormPage>(new CardBatchFormModel(
            [.. types.Select(t => new Choice(t.CardType, t.Terms.Name.In(page.Texts.Language)))],
            (await page.RunAsync(new FindCardBatches.Input())).SalesChannels.AsChoices(page.Texts), faults));
    }

    private static async Task<IResult> ShowAsync(PageCall page, IBrandDirectory brands, string batchCode, FormFaults faults) =>
        Page.For<CardBatchPage>(new CardBatchModel(
            await page.RunAsync(new ReadCardBatch.Input(batchCode)), brands.For(page, IssueGiftCards).AsChoices(),
            page.May(EditBatches), page.MayAtSomeStore(IssueGiftCards), faults));

    private static string AddressOf(PageCall page, string code) =>
        page.ToStoredValue("card-batches/" + Uri.EscapeDataString(code));

    /// <summary>As its form has it: categories are one text.</summary>
    internal sealed record BatchForm
    {
        public required string Key { get; init; }
        public required string BatchCode { get; init; }
        public required LocalName Name { get; init; }
        public required string CardType { get; init; }
        public required Money FaceAmount { get; init; }
        public required int Quota { get; init; }
        public string? SalesChannel { get; init; }
        public string? Categories { get; init; }
        public required DateOnly IssueFrom { get; init; }
        public DateOnly? IssueTo { get; init; }

        public MakeCardBatch.Input ToInput() => new()
        {
            Key = Key, BatchCode = BatchCode, Name = Name, CardType = CardType, FaceAmount = FaceAmount, Quota = Quota,
            SalesChannel = SalesChannel, Categories = NameList.Split(Categories), IssueFrom = IssueFrom, IssueTo = IssueTo,
        };
    }
}

internal sealed record CardBatchListModel(IReadOnlyList<CardBatchView> Batches, bool MayEdit);

internal sealed record CardBatchFormModel(IReadOnlyList<Choice> Types, IReadOnlyList<Choice> Channels, FormFaults Faults);

internal sealed record CardBatchModel(
    CardBatchView Batch, IReadOnlyList<Choice> Stores, bool MayEdit, bool MayIssue, FormFaults Faults);
